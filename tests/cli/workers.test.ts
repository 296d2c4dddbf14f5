import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { coalStage } from "./coding.ts";
import { crew, patience, serve, visit, visits } from "./crew.ts";

vi.setConfig({ testTimeout: 180_000 });

/** Lets a process stand still, as in a query that does not end. */
function stop(pid: number): void {
  process.kill(pid, "SIGSTOP");
  onTestFinished(() => {
    try {
      process.kill(pid, "SIGCONT");
    } catch {
      // It has been killed, as it should.
    }
  });
}

async function counted(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split("\n").filter((line) => line.startsWith(name));
  return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

describe("serve with workers", () => {
  it("is answered by each of them: by the one while the other stands still, and the other way round", async () => {
    const { url, pids } = await crew((await coalStage()).cwd, "--workers", "2", "--deadline", "600");
    const [first = 0, second = 0] = pids();
    expect(pids()).toHaveLength(2);
    for (const still of [first, second]) {
      stop(still);
      // One of them waits for the worker that stands still; the others have no need to.
      const asked = Array.from({ length: 10 }, () => visit(`${url}/healthz`));
      await Promise.any(asked);
      expect(await visit(`${url}/healthz`)).toBe(200);
      process.kill(still, "SIGCONT");
      expect(await Promise.all(asked)).toEqual(Array(10).fill(200));
    }
  });

  it("kills one that stands still for longer than the deadline and starts another; nobody else notices", async () => {
    const { url, pids, log } = await crew((await coalStage()).cwd, "--workers", "2", "--deadline", "3");
    const [first = 0] = pids();
    stop(first);
    // Some come while it is not known yet that it stands still, and are handed to it.
    expect(await visits(`${url}/readyz`, 30)).toEqual(Array(30).fill(200));
    await vi.waitFor(() => expect(pids()).toHaveLength(3), patience);
    expect(await visits(`${url}/readyz`, 30)).toEqual(Array(30).fill(200));
    expect(log().filter(({ level }) => level === "warn")).toEqual([
      expect.objectContaining({ pid: first, msg: "worker killed, another follows" }),
    ]);
    expect(log().find(({ level }) => level === "warn")?.silentSeconds).toBeGreaterThanOrEqual(3);
    expect(await counted(url, 'stancegraph_workers_replaced_total{reason="killed"}')).toBe(1);
  });

  it("watches a single one, too, where a deadline is given, and takes up its port again", async () => {
    const { url, pids } = await crew((await coalStage()).cwd, "--deadline", "2");
    expect(pids()).toHaveLength(1);
    stop(pids()[0] ?? 0);
    await vi.waitFor(() => expect(pids()).toHaveLength(2), patience);
    expect(await visit(`${url}/readyz`)).toBe(200);
  });

  it("starts another for one that ends", async () => {
    const { url, pids, log } = await crew((await coalStage()).cwd, "--workers", "2");
    const [, second = 0] = pids();
    process.kill(second, "SIGKILL");
    await vi.waitFor(() => expect(pids()).toHaveLength(3), patience);
    expect(log()).toContainEqual(
      expect.objectContaining({ pid: second, signal: "SIGKILL", msg: "worker ended, another follows" }),
    );
    expect(await visits(`${url}/readyz`, 10)).toEqual(Array(10).fill(200));
  });

  it.each([
    ["SIGTERM", 0],
    ["SIGINT", 130],
  ] as const)("answers what is in flight on %s and ends with %i", async (signal, code) => {
    const { cwd } = await coalStage();
    const { child, ended, port, stderr, pids } = await crew(cwd, "--workers", "2");
    const body = '{"query": "{ __typename }"}';
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (data: Buffer) => {
      answer += data.toString();
    });
    const head = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nexpect: 100-continue\r\n\r\n`;
    socket.write(head);
    await vi.waitFor(() => expect(answer).toContain("100 Continue"), patience);
    // As a terminal does: to all of them.
    for (const pid of pids()) process.kill(pid, signal);
    child.kill(signal);
    await vi.waitFor(() => expect(stderr()).toContain("Closing"), patience);
    socket.write(body);
    await once(socket, "close");
    expect(answer).toContain('{"data":{"__typename":"Query"}}');
    expect(await ended).toEqual({ code, signal: null });
    expect(existsSync(join(cwd, "stancegraph.db-wal"))).toBe(false);
  });

  it("says what keeps it from serving as without workers", async () => {
    const { cwd } = await coalStage();
    const { port } = await crew(cwd, "--workers", "2");
    writeFileSync(join(cwd, "letter.db"), "Dear committee, this is no database at all. ".repeat(200));
    const lines = [
      ["--port", String(port)],
      ["--port", "0", "--db", "letter.db"],
      ["--port", "0", "--db", "none.db"],
      ["--port", "0", "--host", "192.0.2.1"],
    ];
    for (const line of lines) {
      const [alone, together] = [serve(cwd, ...line), serve(cwd, ...line, "--workers", "2")];
      expect(await together.ended).toEqual(await alone.ended);
      expect(together.stderr()).toBe(alone.stderr());
      expect(together.stderr()).toMatch(/^stancegraph: .*\n$/);
    }
  });

  it("tells the metrics of all, and loses none of those of a worker that ended", async () => {
    const { url, pids } = await crew((await coalStage()).cwd, "--workers", "2");
    await visits(`${url}/healthz`, 20);
    await vi.waitFor(
      async () => expect(await counted(url, 'stancegraph_http_requests_total{route="/healthz"')).toBe(20),
      patience,
    );
    expect(await counted(url, "stancegraph_dataset_revision")).toBe(1);
    expect(await counted(url, 'stancegraph_workers{state="telling"}')).toBe(2);
    process.kill(pids()[0] ?? 0, "SIGKILL");
    await vi.waitFor(() => expect(pids()).toHaveLength(3), patience);
    expect(await counted(url, 'stancegraph_http_requests_total{route="/healthz"')).toBe(20);
  });

  it("refuses a graph that workers could not share, and numbers that are none", async () => {
    const stage = await coalStage();
    for (const line of [
      ["--workers", "2", "--db", ":memory:"],
      ["--workers", "0"],
      ["--deadline", "0"],
    ])
      expect((await stage.run("serve", "--port", "0", ...line)).code).toBe(2);
  });
});
