import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { basename, dirname, resolve, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import { StanceGraphError } from "../domain/error.ts";

/** Where a coding is read from. */
export interface Source {
  /** As the user named it; stands in reports. */
  readonly name: string;
  readonly bytes: number;
  /** The file on this machine; left out where it came otherwise. */
  readonly path?: string;
  /** The file that tells how it is read, for formats that need one. */
  readonly mapping?: Source;
  /** The whole, refused beyond a size that memory bears. */
  readonly text: () => string;
  /** The whole as bytes; left out where it came as text. */
  readonly content?: () => Buffer;
  /** Line by line, however long the whole; null where a line is not UTF-8. */
  readonly lines: () => Iterable<string | null>;
  /** A table beside it, by its name relative to it. */
  readonly beside?: (file: string) => Source;
  /** The text of a file that the coding names, relative to it. */
  readonly readText: (file: string) => string;
}

const maxWhole = 64 * 1024 * 1024;
const maxUnpacked = 512 * 1024 * 1024;
const chunkSize = 1024 * 1024;

export function fileSource(path: string): Source {
  return {
    name: path,
    path,
    bytes: sizeOf(path),
    text: () => wholeFile(path),
    content: () => contentOf(path),
    lines: () => linesOf(path),
    beside: (file) => fileSource(besideOf(path, file)),
    readText: (file) => wholeFile(besideOf(path, file)),
  };
}

/** The path of a file that another names, which lies in its folder. */
function besideOf(path: string, file: string): string {
  const inside = dirname(resolve(path));
  const target = resolve(inside, file);
  if (target.startsWith(inside + sep)) return target;
  throw new StanceGraphError("invalid", `${file} lies outside the coding's folder; put it inside.`);
}

/** A coding that came as text, as over the API; it names no files. */
export function textSource(name: string, text: string): Source {
  return {
    name,
    bytes: Buffer.byteLength(text),
    text: () => text,
    lines: () => text.split("\n"),
    readText: () => {
      throw new StanceGraphError("invalid", "A file cannot be named here; give the text itself.");
    },
  };
}

function contentOf(path: string): Buffer {
  if (sizeOf(path) > maxWhole) {
    throw new StanceGraphError(
      "invalid",
      `${basename(path)} is larger than ${maxWhole / 1024 / 1024} MB; write it as JSON lines (.jsonl), which has no limit.`,
    );
  }
  return reading(path, () => readFileSync(path));
}

function wholeFile(path: string): string {
  const text = decoded(contentOf(path));
  if (text === null)
    throw new StanceGraphError("invalid", `${basename(path)} is not valid UTF-8; convert it to UTF-8 first.`);
  return text;
}

function* linesOf(path: string): Generator<string | null> {
  if (/\.gz$/i.test(path)) {
    yield* linesIn(unpacked(path));
    return;
  }
  const file = reading(path, () => openSync(path, "r"));
  try {
    const chunk = Buffer.alloc(chunkSize);
    // The beginning of a line that goes on in the next chunk.
    let pieces: Buffer[] = [];
    let held = 0;
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      const data = chunk.subarray(0, size);
      let start = 0;
      for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10, start)) {
        const line = data.subarray(start, end);
        yield decoded(held === 0 ? line : Buffer.concat([...pieces, line]));
        pieces = [];
        held = 0;
        start = end + 1;
      }
      pieces.push(Buffer.from(data.subarray(start)));
      held += size - start;
      if (held > maxWhole)
        throw new StanceGraphError(
          "invalid",
          `${basename(path)} has a line of more than ${maxWhole / 1024 / 1024} MB.`,
        );
    }
    if (held > 0) yield decoded(Buffer.concat(pieces));
  } finally {
    closeSync(file);
  }
}

/** What a gzipped file holds; it is unpacked in memory, so its size is bounded. */
function unpacked(path: string): Buffer {
  const packed = reading(path, () => readFileSync(path));
  try {
    return gunzipSync(packed, { maxOutputLength: maxUnpacked });
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new StanceGraphError(
      "invalid",
      isLarge
        ? `${basename(path)} holds more than ${maxUnpacked / 1024 / 1024} MB; unpack it and import the file in it.`
        : `${basename(path)} is no gzip file, or damaged; take another copy of it.`,
    );
  }
}

function* linesIn(bytes: Buffer): Generator<string | null> {
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    yield decoded(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start < bytes.length) yield decoded(bytes.subarray(start));
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function sizeOf(path: string): number {
  return reading(path, () => {
    const file = openSync(path, "r");
    try {
      const stat = fstatSync(file);
      if (stat.isDirectory())
        throw new StanceGraphError("invalid", `${path} is a folder; name a coding file in it.`);
      return stat.size;
    } finally {
      closeSync(file);
    }
  });
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT")
      throw new StanceGraphError("not_found", `There is no file ${path}; check its name.`);
    if (code === "EACCES" || code === "EPERM")
      throw new StanceGraphError("unavailable", `${path} may not be read; change its permissions.`);
    throw error;
  }
}
