import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { Head } from "./head.ts";
import { isJson } from "./params.ts";

export const apiPath = "/graphql";

type Address = Pick<URL, "href" | "pathname">;
let last = { url: "", host: "", address: null as Address | null };

/** A request's address; null when it cannot be read. Most requests have that of the one before. */
export function addressOf({ url = "/", headers }: IncomingMessage): Address | null {
  const { host = "localhost" } = headers;
  if (last.url !== url || last.host !== host) last = { url, host, address: parsed(url, host) };
  return last.address;
}

function parsed(url: string, host: string): Address | null {
  if (!url.startsWith("/") || url.startsWith("//")) return null;
  const address = URL.parse(url, `http://${host}`);
  return address === null || address.username !== "" || address.password !== "" ? null : address;
}

export function headOf({ method = "GET", headers }: IncomingMessage, { href }: Address): Head {
  const get = (name: string) => {
    const value = headers[name];
    return value === undefined ? null : told(value);
  };
  return { method, url: href, headers: { get } };
}

function told(value: string | string[]): string {
  return typeof value === "string" ? value : value.join(", ");
}

interface Making {
  readonly outgoing: ServerResponse;
  readonly address: string;
  readonly body: Buffer<ArrayBuffer> | null;
}

/** The request as the web has it. Its signal fires when the caller leaves. `body` is what was read of it, if it was. */
export function requestOf(incoming: IncomingMessage, { outgoing, address, body }: Making): Request {
  const { method = "GET", headers } = incoming;
  const leaving = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) leaving.abort();
  });
  const pairs = Object.entries(headers).map(([name, value = ""]): [string, string] => [name, told(value)]);
  const hasBody = method !== "GET" && method !== "HEAD";
  const unread = () => Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  const init = { method, headers: pairs, duplex: "half", signal: leaving.signal };
  return new Request(address, { ...init, body: hasBody ? (body ?? unread()) : null });
}

/** Whether a request may be a GraphQL query in the plain form that nearly all have: small, and with its length told. */
export function isPlain({ method, url = "", headers }: IncomingMessage, maxBodyBytes: number): boolean {
  if (headers["transfer-encoding"] ?? headers["content-encoding"] ?? headers.expect ?? headers.upgrade)
    return false;
  const length = Number(headers["content-length"] ?? 0);
  if (method === "GET") return length === 0 && url.startsWith(`${apiPath}?`);
  return (
    method === "POST" &&
    url === apiPath &&
    length > 0 &&
    length <= maxBodyBytes &&
    isJson(headers["content-type"] ?? null)
  );
}

/** Reads a body to its end; one that breaks off is never told. */
export function read(incoming: IncomingMessage, onEnd: (body: Buffer<ArrayBuffer>) => void): void {
  const chunks: Buffer<ArrayBuffer>[] = [];
  incoming.on("data", (chunk: Buffer<ArrayBuffer>) => void chunks.push(chunk));
  incoming.once("end", () => onEnd(Buffer.concat(chunks)));
}
