import { factivaArticles } from "./factiva.ts";
import { nexisArticles } from "./nexis.ts";
import type { DocumentReader } from "./reader.ts";
import { dateInName, languageOf, textOf, titleIn } from "./words.ts";

/** Plain text: the file is the document, but for exports of many articles. */
export const text: DocumentReader = {
  name: "text",
  summary:
    "Plain text, UTF-8. Its first line is its title. Exports of Nexis and Factiva: a document an article.",
  endings: [".txt", ".text"],
  read(bytes, file) {
    const whole = textOf(bytes);
    return (
      nexisArticles(whole) ??
      factivaArticles(whole) ?? [
        { title: titleIn(whole, file), text: whole, language: languageOf(whole), ...dateInName(file) },
      ]
    );
  },
};
