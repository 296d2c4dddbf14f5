import { strFromU8, unzipSync } from "fflate";
import { StanceGraphError } from "../../domain/error.ts";
import { unpackedSizeOf } from "../documents/zip.ts";

/** More than any project of texts takes. */
const maxUnpacked = 200_000_000;

/** The files of a ZIP archive by their paths. One that leads out of the archive, or takes too much, is refused whole. */
export function filesIn(bytes: Uint8Array, file: string): ReadonlyMap<string, Uint8Array> {
  const size = unpackedSizeOf(bytes);
  if (size > maxUnpacked)
    throw new StanceGraphError(
      "invalid",
      `Unpacked, ${file} would take ${Math.round(size / 1e6)} MB, more than ${maxUnpacked / 1e6}; it is not read.`,
    );
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes);
  } catch (error) {
    throw new StanceGraphError("invalid", `${file} is a broken archive: ${(error as Error).message}.`);
  }
  for (const path of Object.keys(files)) {
    if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(path))
      throw new StanceGraphError(
        "invalid",
        `${file} holds "${path}", which leads out of the archive; it is not read.`,
      );
  }
  return new Map(Object.entries(files));
}

/** A file of an archive as text. */
export function textIn(bytes: Uint8Array): string {
  return strFromU8(bytes).replace(/^\uFEFF/, "");
}
