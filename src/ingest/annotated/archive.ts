import { strFromU8, unzipSync } from "fflate";
import { StanceGraphError } from "../../domain/error.ts";
import { checkUnpacked } from "../documents/zip.ts";
import type { Source } from "../source.ts";

/** More than any project of texts takes. */
const maxUnpacked = 200_000_000;

/** The files of a ZIP archive by their paths. One that leads out of the archive, or takes too much, is refused whole. */
export function filesIn({ name: file, content }: Source): ReadonlyMap<string, Uint8Array> {
  const bytes = content?.() ?? Buffer.alloc(0);
  checkUnpacked(bytes, { max: maxUnpacked, said: `Unpacked, ${file}`, remedy: "it is not read" });
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
