import { strFromU8 } from "fflate";
import { StanceGraphError } from "../../domain/error.ts";
import { unpacked } from "../documents/zip.ts";
import type { Source } from "../source.ts";

/** More than any project of texts takes. */
const maxUnpacked = 200_000_000;

/** The files of a ZIP archive by their paths. One that leads out of the archive, or takes too much, is refused whole. */
export function filesIn({ name: file, content }: Source): ReadonlyMap<string, Uint8Array> {
  const bytes = content?.() ?? Buffer.alloc(0);
  const unpacking = { max: maxUnpacked, said: `Unpacked, ${file}`, remedy: "it is not read" };
  const files = new Map<string, Uint8Array>();
  for (const [path, unpackedFile] of unpacked(bytes, unpacking)) {
    if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(path))
      throw new StanceGraphError(
        "invalid",
        `${file} holds "${path}", which leads out of the archive; it is not read.`,
      );
    files.set(path, unpackedFile);
  }
  return files;
}

/** A file of an archive as text. */
export function textIn(bytes: Uint8Array): string {
  return strFromU8(bytes).replace(/^\uFEFF/, "");
}
