import { type IncomingMessage, request as requestHttp, STATUS_CODES } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { PassThrough, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { StanceGraphError } from "../../domain/error.ts";
import { type Address, addressesOf, isAllowed, isPublic, notPublic, type Reach } from "./address.ts";
import { endingOf, inUtf8, mediaOf } from "./media.ts";
import { shortened } from "./words.ts";

/** What a URL led to. */
export interface Fetched {
  /** Texts are in UTF-8. */
  readonly bytes: Uint8Array;
  /** Of a file that holds it, with the dot. */
  readonly ending: string;
  /** Where it was found, after all redirects. */
  readonly url: URL;
}

export interface FetchLimits {
  /** Of what is sent, unpacked. */
  readonly bytes: number;
  /** In all, redirects and looking up names included. */
  readonly seconds: number;
}

export interface Fetching extends Reach {
  readonly limits?: FetchLimits;
  /** Ends it; whoever aborts it knows why. */
  readonly signal: AbortSignal;
}

const usualLimits: FetchLimits = { bytes: 20_000_000, seconds: 30 };
const maxRedirects = 5;
const redirects = [301, 302, 303, 307, 308];

const headers = {
  accept:
    "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.5",
  "accept-encoding": "gzip, deflate, br",
  "user-agent": "stancegraph",
};

/** What a URL of the public internet, or of an allowed host, leads to; throws why it is not fetched. */
export async function fetched(
  address: string,
  { limits = usualLimits, signal, ...reach }: Fetching,
): Promise<Fetched> {
  const stop = new AbortController();
  const end = () => stop.abort();
  const timer = setTimeout(end, limits.seconds * 1_000);
  signal.addEventListener("abort", end, { once: true });
  try {
    signal.throwIfAborted();
    return await followed(address, { ...reach, maxBytes: limits.bytes, signal: stop.signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw stop.signal.aborted ? trouble(`It took more than ${limits.seconds} seconds.`) : inWords(error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
    // Whatever is still open is closed.
    end();
  }
}

interface Going extends Reach {
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

async function followed(address: string, going: Going): Promise<Fetched> {
  let url = checked(URL.parse(address));
  for (let count = 0; count <= maxRedirects; count += 1) {
    const found = await foundAt(url, going).catch((error: unknown) => {
      throw count === 0 ? error : ledTo(url, inWords(error));
    });
    if (!(found instanceof URL)) return found;
    url = found;
  }
  throw trouble(`It is redirected more than ${maxRedirects} times, last to ${shortened(url.href)}.`);
}

/** What is there, or where it is instead. */
async function foundAt(url: URL, going: Going): Promise<Fetched | URL> {
  const response = await answerOf(url, going);
  const next = redirectIn(response, url);
  if (next === null) return bodyOf(response, url, going);
  response.destroy();
  return next;
}

/** Only the web, and nothing secret in the address. */
function checked(url: URL | null): URL {
  if (url === null) throw trouble("It is no address.");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw trouble(`Only http and https are fetched, not ${url.protocol.slice(0, -1)}.`);
  if (url.username !== "" || url.password !== "")
    throw trouble("There is a user or a password in the address; such are not fetched.");
  url.hash = "";
  return url;
}

function redirectIn({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | null {
  if (!redirects.includes(statusCode) || location === undefined) return null;
  const to = URL.parse(Buffer.from(location, "latin1").toString("utf8"), from);
  try {
    return checked(to);
  } catch (error) {
    throw to === null ? error : ledTo(to, error);
  }
}

function ledTo(url: URL, error: unknown): unknown {
  if (!(error instanceof StanceGraphError)) return error;
  const { protocol, host, pathname } = url;
  return trouble(`It is redirected to ${shortened(`${protocol}//${host}${pathname}`)}: ${error.message}`);
}

/** The answer's head. The connection goes to an address that was checked, since it is given no other. */
async function answerOf(url: URL, { signal, ...reach }: Going): Promise<IncomingMessage> {
  signal.throwIfAborted();
  const addresses = await until(signal, addressesOf(url, reach));
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    // An agent of its own: none that knows of proxies or keeps connections.
    const request = send(url, { agent: false, lookup: lookupIn(addresses), headers, signal });
    request.once("socket", (socket) =>
      socket.once("connect", () => {
        const { remoteAddress = "" } = socket;
        if (isPublic(remoteAddress) || isAllowed(url, reach.allowed)) return;
        request.destroy(notPublic(url, remoteAddress));
      }),
    );
    request.once("response", resolve).on("error", reject);
    request.once("close", () => reject(trouble("It closed the connection without an answer.")));
    request.end();
  });
}

/** Knows the addresses already: a name that is asked for twice may lead elsewhere the second time. */
function lookupIn(addresses: readonly Address[]): LookupFunction {
  const [first] = addresses;
  return (_name, { all }, done) => {
    if (all) done(null, [...addresses]);
    else done(null, first?.address ?? "", first?.family);
  };
}

function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

async function bodyOf(response: IncomingMessage, url: URL, { maxBytes, signal }: Going): Promise<Fetched> {
  const { statusCode = 0 } = response;
  if (statusCode < 200 || statusCode > 299)
    throw trouble(`The server answers ${statusCode} ${STATUS_CODES[statusCode] ?? ""}`.trim().concat("."));
  const media = mediaOf(response.headers["content-type"]);
  const ending = endingOf(media, url.pathname);
  const bytes = await pipeline(
    response,
    unpackerOf(response.headers["content-encoding"]),
    (parts: AsyncIterable<Uint8Array>) => joined(parts, maxBytes),
    { signal },
  );
  return { bytes: inUtf8(bytes, media, ending), ending, url };
}

function unpackerOf(encoding = "identity"): Transform {
  switch (encoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return new PassThrough();
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw trouble("It is packed in a way that was not asked for.");
  }
}

async function joined(parts: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    length += part.length;
    if (length > maxBytes)
      throw trouble(`It is larger than ${maxBytes / 1e6} MB, unpacked; such are not fetched.`);
    taken.push(part);
  }
  return Buffer.concat(taken);
}

/** What the system, the network or a broken body says by a code is a trouble; anything else is a bug. */
function inWords(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (error instanceof StanceGraphError || typeof code !== "string") return error;
  if (code === "ENOTFOUND") return trouble("There is no such host.");
  return trouble(`It cannot be fetched (${code}).`);
}

function trouble(message: string): StanceGraphError {
  return new StanceGraphError("invalid", message);
}
