import { request as ask, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { postText, started } from "./running.ts";

describe("a body", () => {
  const hundredMegabytes = 100_000_000;

  /** Sends as much as the server takes of a body; tells its answer and how much went. */
  async function upload(
    port: number,
    headers: Record<string, string | number>,
    path = "/graphql",
  ): Promise<{ status: number; text: string; sent: number }> {
    const outgoing = ask({
      port,
      host: "127.0.0.1",
      path,
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
    });
    const chunk = Buffer.alloc(64_000, " ");
    let answer: IncomingMessage | null = null;
    outgoing.on("response", (incoming) => (answer = incoming));
    outgoing.on("error", () => {});
    let sent = 0;
    while (sent < hundredMegabytes && answer === null && !outgoing.destroyed) {
      sent += chunk.length;
      if (!outgoing.write(chunk))
        await Promise.race([new Promise((resolve) => outgoing.once("drain", resolve)), sleep(20)]);
    }
    for (let waited = 0; answer === null && waited < 100; waited += 1) await sleep(20);
    const incoming = answer as IncomingMessage | null;
    let text = "";
    if (incoming !== null) for await (const piece of incoming) text += String(piece);
    outgoing.destroy();
    return { status: incoming?.statusCode ?? 0, text, sent };
  }

  it("of 100 MB is refused by its announced length, unread", async () => {
    const { port } = await started();
    const { status, text, sent } = await upload(port, { "content-length": hundredMegabytes });
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: "BODY_TOO_LARGE" } }] });
    expect(sent).toBeLessThan(20_000_000);
  });

  it("of 100 MB without a length is refused at the limit", async () => {
    const { port, lines } = await started();
    const { status, text, sent } = await upload(port, { "transfer-encoding": "chunked" });
    expect(status).toBe(413);
    expect(text).toContain("256 kB are allowed");
    expect(sent).toBeLessThan(20_000_000);
    await sleep(1_200);
    expect(lines.map((line) => line.status)).toEqual([413]);
  });

  it("that nobody asked for is not read either", async () => {
    const { port } = await started();
    const { status, sent } = await upload(port, { "content-length": hundredMegabytes }, "/nope");
    expect(status).toBe(404);
    expect(sent).toBeLessThan(20_000_000);
  });

  it("that breaks off is no trouble of the server's", async () => {
    const { port, lines } = await started();
    const socket = connect(port, "127.0.0.1");
    const head =
      "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{";
    socket.write(head);
    await sleep(50);
    socket.destroy();
    await sleep(100);
    expect(lines).toMatchObject([{ level: "info", msg: "request", aborted: true }]);
  });

  it("of 256 kB is taken, and of a byte more refused", async () => {
    const { url } = await started();
    const start = '{"query":"{ dataset { revision } }","extensions":{"x":"';
    const body = (size: number) => `${start}${"x".repeat(size - start.length - 3)}"}}`;
    const send = (size: number) => postText(url, body(size));
    expect((await send(256_000)).status).toBe(200);
    expect((await send(256_001)).status).toBe(413);
  });

  it.each([
    ["is no JSON", "{", "The body is not valid JSON"],
    ["is no object", "[]", "The body must be one JSON object"],
    ["has no query", "{}", "There is no “query”"],
    ["is not UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), "The body is not valid UTF-8"],
  ])("that %s is refused in plain words", async (_, body, message) => {
    const { url } = await started();
    const response = await postText(url, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining(message), extensions: { code: "BAD_REQUEST" } }],
    });
  });
});
