import type { IncomingMessage, ServerResponse } from "node:http";
import type { Ready } from "./short.ts";

interface SendingReady {
  readonly outgoing: ServerResponse;
  readonly requestId: string;
  readonly count: (bytes: number) => void;
}

/** Sends what the short way gives, in one piece. */
export function sendReady(
  { status, headers, body }: Ready,
  { outgoing, requestId, count }: SendingReady,
): void {
  const all = [...headers, "x-request-id", requestId];
  if (body === null) {
    outgoing.writeHead(status, all).end();
    return;
  }
  all.push("content-length", String(body.byteLength));
  count(body.byteLength);
  outgoing.writeHead(status, all).end(body);
}

interface Sending {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly closing: AbortSignal;
  readonly count: (bytes: number) => void;
}

export async function send(
  response: Response,
  { incoming, outgoing, closing, count }: Sending,
): Promise<void> {
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
