import mammoth from "mammoth";
import { StanceGraphError } from "../../domain/error.ts";
import type { DocumentReader } from "./reader.ts";
import { dateInName, languageOf, titleIn } from "./words.ts";
import { checkUnpacked } from "./zip.ts";

/** More than any manuscript takes. */
const maxUnpacked = 200_000_000;

/** A Word document: its text, a paragraph a block. */
export const docx: DocumentReader = {
  name: "docx",
  summary: "Word (.docx): its text, a paragraph a block. Its first line is its title.",
  endings: [".docx"],
  async read(bytes, file) {
    checkUnpacked(bytes, { max: maxUnpacked, said: "Unpacked it", remedy: "it is not read" });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const text = value.trim();
    if (text === "") throw new StanceGraphError("invalid", "There is no text in the document.");
    return [{ title: titleIn(text, file), text, language: languageOf(text), ...dateInName(file) }];
  },
};
