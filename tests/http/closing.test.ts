import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { raw, started } from "./running.ts";

describe("closing", () => {
  it("answers what is under way, takes nothing new, and is done", async () => {
    const { url, port, close } = await started();
    const body = JSON.stringify({ query: "{ dataset { revision } }" });
    const socket: Socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    await sleep(100);
    const closed = close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    socket.write(body);
    await Promise.all([closed, new Promise((resolve) => socket.once("close", resolve))]);
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toMatch(/connection: close/i);
    expect(text).toContain('"revision":1');
  });

  it("does not wait for connections that ask nothing", async () => {
    const { url, close } = await started();
    await (await fetch(`${url}/healthz`)).text();
    const before = performance.now();
    await close();
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it("cuts what takes longer than allowed", async () => {
    const { port, close } = await started({ settings: { closeMs: 200 } });
    const pending = raw(
      port,
      "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{",
    );
    await sleep(100);
    const before = performance.now();
    await close();
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(await pending).toBe("");
  });
});
