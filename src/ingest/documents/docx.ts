import mammoth from "mammoth";
import { StanceGraphError } from "../../domain/error.ts";
import type { DocumentReader } from "./reader.ts";
import { dateInName, languageOf, titleIn } from "./words.ts";
import { unpackedSizeOf } from "./zip.ts";

/** More than any manuscript takes. */
const maxUnpacked = 200_000_000;

/** A Word document: its text, a paragraph a block. */
export const docx: DocumentReader = {
  name: "docx",
  summary: "Word (.docx): its text, a paragraph a block. Its first line is its title.",
  endings: [".docx"],
  async read(bytes, file) {
    const size = unpackedSizeOf(bytes);
    if (size > maxUnpacked)
      throw new StanceGraphError(
        "invalid",
        `Unpacked it would take ${Math.round(size / 1e6)} MB, more than ${maxUnpacked / 1e6}; it is not read.`,
      );
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const text = value.trim();
    if (text === "") throw new StanceGraphError("invalid", "There is no text in the document.");
    return [{ title: titleIn(text, file), text, language: languageOf(text), ...dateInName(file) }];
  },
};
