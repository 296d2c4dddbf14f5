import { StanceGraphError } from "../../domain/error.ts";

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

export interface Unpacking {
  /** In bytes. */
  readonly max: number;
  /** What is said to be too large, as the beginning of a sentence. */
  readonly said: string;
  /** What becomes of it, or is to be done. */
  readonly remedy: string;
}

/** Refuses an archive that would take too much when it is unpacked, before it is. */
export function checkUnpacked(bytes: Uint8Array, { max, said, remedy }: Unpacking): void {
  const size = unpackedSizeOf(bytes);
  if (size > max)
    throw new StanceGraphError(
      "invalid",
      `${said} would take ${Math.round(size / 1e6)} MB, more than ${max / 1e6}; ${remedy}.`,
    );
}

/** How much an archive takes when it is unpacked, by its own list, in bytes. */
function unpackedSizeOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.byteLength - 22;
  while (end >= 0 && end > bytes.byteLength - 66_000 && view.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== endSignature)
    throw new StanceGraphError("invalid", "It is no archive, as a Word document is; is it cut off?");
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let entry = 0; entry < view.getUint16(end + 10, true); entry += 1) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== entrySignature)
      throw new StanceGraphError("invalid", "The archive's list of files is broken.");
    size += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}
