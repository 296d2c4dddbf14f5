import { inflateRawSync } from "node:zlib";
import { StanceGraphError } from "../../domain/error.ts";

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** Where a number would be larger, it stands elsewhere (ZIP64). */
const unknown16 = 0xffff;
const stored = 0;
const deflated = 8;

export interface Unpacking {
  /** In bytes. */
  readonly max: number;
  /** What is said to be too large, as the beginning of a sentence. */
  readonly said: string;
  /** What becomes of it, or is to be done. */
  readonly remedy: string;
}

/** An entry of the archive's own list. */
interface Listed {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  /** As it claims. */
  readonly size: number;
  /** Where its own head lies. */
  readonly at: number;
}

/** Refuses an archive that takes too much when it is unpacked, whatever its list says. */
export function checkUnpacked(bytes: Uint8Array, unpacking: Unpacking): void {
  // Unpacked one at a time, and let go.
  for (const _ of unpacked(bytes, unpacking));
}

/** The files of an archive with their paths, one at a time. None is unpacked further than the archive's list says. */
export function* unpacked(
  bytes: Uint8Array,
  { max, said, remedy }: Unpacking,
): Generator<readonly [path: string, content: Uint8Array]> {
  const listed = listOf(bytes);
  const size = listed.reduce((sum, each) => sum + each.size, 0);
  const refused = (what: string) => new StanceGraphError("invalid", `${said} ${what}; ${remedy}.`);
  if (size > max)
    throw refused(`would take ${Math.round(size / 1e6)} MB, more than ${Math.round(max / 1e6)}`);
  for (const entry of listed) {
    const content = contentOf(bytes, entry);
    if (content === null) throw refused("takes more than the archive's list says");
    yield [entry.name, content];
  }
}

function listOf(bytes: Uint8Array): readonly Listed[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.byteLength - 22;
  while (end >= 0 && end > bytes.byteLength - 66_000 && view.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== endSignature)
    throw new StanceGraphError("invalid", "It is no archive, as a Word document is; is it cut off?");
  const count = view.getUint16(end + 10, true);
  if (view.getUint16(end + 4, true) === unknown16 || count === unknown16) throw broken();
  let at = view.getUint32(end + 16, true);
  const listed: Listed[] = [];
  // Parsers go on as long as there are entries, so how many are claimed means nothing.
  while (at + 46 <= bytes.byteLength && view.getUint32(at, true) === entrySignature) {
    const [flags, nameLength] = [view.getUint16(at + 8, true), view.getUint16(at + 28, true)];
    const named = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength));
    listed.push({
      name: named.toString((flags & 0x800) === 0 ? "latin1" : "utf8"),
      isEncrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (listed.length < count) throw broken();
  return listed;
}

/** What an entry holds; null where that is more than it claims. */
function contentOf(bytes: Uint8Array, { at, name, method, isEncrypted, packed, size }: Listed) {
  if (isEncrypted) throw new StanceGraphError("invalid", `"${name}" in it is encrypted.`);
  if (at + 30 > bytes.byteLength) throw broken();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (content.length < packed) throw broken();
  if (method === stored) return packed > size ? null : content;
  if (method !== deflated)
    throw new StanceGraphError("invalid", `"${name}" in it is packed in a way (${method}) that is not read.`);
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return null;
    throw broken();
  }
}

function broken(): StanceGraphError {
  return new StanceGraphError("invalid", "The archive is broken, or cut off.");
}
