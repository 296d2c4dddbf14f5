import { connect } from "node:net";
import { afterEach } from "vitest";
import { type RunningServer, type ServerOptions, startServer } from "../../src/http/server.ts";
import { graph } from "../ingest/graph.ts";

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** A server on a port of its own, closed after the test, with its log lines so far. */
export async function started(over: Partial<ServerOptions> = {}) {
  const lines: Record<string, unknown>[] = [];
  const server = await startServer({
    store: graph(),
    host: "127.0.0.1",
    port: 0,
    clock: () => new Date("2026-01-01T00:00:00Z"),
    version: "1.2.3",
    log: {
      write: (text) =>
        void lines.push(
          ...text
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line) as Record<string, unknown>),
        ),
    },
    ...over,
  });
  running.push(server);
  return { ...server, lines, port: Number(new URL(server.url).port) };
}

export function post(url: string, body: unknown): Promise<Response> {
  return postText(url, JSON.stringify(body));
}

export function postText(url: string, body: string | Buffer<ArrayBuffer>): Promise<Response> {
  return fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
}

/** Sends bytes as they are and gathers what comes back until the other side closes. */
export async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  // A cut connection shows in what came back.
  socket.on("error", () => {});
  socket.write(bytes);
  await new Promise((resolve) => socket.once("close", resolve));
  return text;
}
