import mammoth from "mammoth";
import { StanceGraphError } from "../../domain/error.ts";
import { factivaArticles } from "./factiva.ts";
import { nexisArticles } from "./nexis.ts";
import type { DocumentReader } from "./reader.ts";
import { dateInName, languageOf, titleIn } from "./words.ts";
import { checkUnpacked } from "./zip.ts";

/** More than any manuscript takes. */
const maxUnpacked = 200_000_000;

/** A Word document: its text, a paragraph a block; of exports of many articles each is a document. */
export const docx: DocumentReader = {
  name: "docx",
  summary:
    "Word (.docx): its text, a paragraph a block. Its first line is its title. Exports of Nexis and Factiva: a document an article.",
  endings: [".docx"],
  async read(bytes, file) {
    checkUnpacked(bytes, { max: maxUnpacked, said: "Unpacked it", remedy: "it is not read" });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const text = value.trim();
    if (text === "") throw new StanceGraphError("invalid", "There is no text in the document.");
    return (
      nexisArticles(text) ??
      factivaArticles(text) ?? [
        { title: titleIn(text, file), text, language: languageOf(text), ...dateInName(file) },
      ]
    );
  },
};
