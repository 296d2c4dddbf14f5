import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { App } from "./app.ts";

/**
 * Answers requests of Node's server with an app's responses; ends streams of events when it is told to. Nothing that
 * is thrown meanwhile may reach the server: it would end the program.
 */
export function listenerOf(app: App, closing: AbortSignal) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    try {
      listen(incoming, outgoing);
    } catch (error) {
      app.fail(null, error);
      if (outgoing.headersSent) outgoing.destroy();
      else turnAway(outgoing, 500, "Internal error");
    }
  };

  function listen(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (incoming.method === "TRACE") {
      // No request of the web can be made of it.
      turnAway(outgoing, 405, "TRACE does not go here.");
      return;
    }
    const request = requestOf(incoming, outgoing);
    if (request === null) {
      turnAway(outgoing, 400, "The address or the Host header is malformed.");
      return;
    }
    const call = app.call(request);
    let bytes = 0;
    outgoing.once("close", () => {
      const { statusCode: status, writableFinished } = outgoing;
      app.close(call, {
        status,
        bytes,
        milliseconds: performance.now() - call.startedAt,
        aborted: !writableFinished,
      });
    });
    app
      .answer(request, call)
      .then((response) => send(response, { incoming, outgoing, closing, count: (size) => (bytes += size) }))
      .catch((error: unknown) => {
        // Cut in the middle, so that nobody takes the half for the whole. Who is gone needs no telling.
        if (!outgoing.destroyed) app.fail(call, error);
        outgoing.destroy();
      });
  }
}

function turnAway(outgoing: ServerResponse, status: number, message: string): void {
  outgoing.writeHead(status, { "content-type": "text/plain", connection: "close" }).end(`${message}\n`);
}

/** The request as the web has it; null when its address cannot be read. Its signal fires when the caller leaves. */
function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): Request | null {
  const { method = "GET", url = "/", headers } = incoming;
  const address = URL.parse(url, `http://${headers.host ?? "localhost"}`);
  if (address === null || !url.startsWith("/") || url.startsWith("//")) return null;
  if (address.username !== "" || address.password !== "") return null;
  const leaving = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) leaving.abort();
  });
  const body =
    method === "GET" || method === "HEAD" ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    [value].flat().join(", "),
  ]);
  const init = { method, headers: pairs, body, duplex: "half", signal: leaving.signal };
  return new Request(address, init);
}

interface Sending {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly closing: AbortSignal;
  readonly count: (bytes: number) => void;
}

async function send(response: Response, { incoming, outgoing, closing, count }: Sending): Promise<void> {
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.statusCode = response.status;
  // A body that was not read, however long, is never read: the connection ends with the answer.
  const isUnread = !incoming.complete;
  if (closing.aborted || isUnread) outgoing.setHeader("connection", "close");
  const reader = response.body?.getReader();
  if (reader !== undefined) {
    const stop = () => void reader.cancel();
    outgoing.once("close", stop);
    const isEvents = response.headers.get("content-type")?.startsWith("text/event-stream");
    if (isEvents) closing.addEventListener("abort", stop, { once: true });
    await pump(reader, outgoing, count, isEvents === true);
    closing.removeEventListener("abort", stop);
  }
  if (isUnread) await lingered(outgoing);
  outgoing.end();
}

/** Writes chunk by chunk, no faster than the other side reads. What comes in one piece goes with its length. */
async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  outgoing: ServerResponse,
  count: (bytes: number) => void,
  isEvents: boolean,
): Promise<void> {
  let next = await reader.read();
  if (!isEvents && !next.done) {
    const first = next.value;
    next = await reader.read();
    if (next.done) outgoing.setHeader("content-length", first.byteLength);
    await write(first);
  }
  while (!next.done) {
    await write(next.value);
    next = await reader.read();
  }

  async function write(chunk: Uint8Array): Promise<void> {
    count(chunk.byteLength);
    if (outgoing.destroyed) throw new Error("The caller is gone.");
    if (!outgoing.write(chunk)) await drained(outgoing);
  }
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      outgoing.off("drain", go).off("close", go);
      resolve();
    };
    outgoing.once("drain", go).once("close", go);
  });
}

/**
 * An answer given before the body was read: cutting the connection at once would throw away the answer as well, so
 * the caller has a second to take it. Nothing more is read meanwhile.
 */
function lingered(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 1_000);
    outgoing.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
