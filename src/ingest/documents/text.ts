import type { DocumentReader } from "./reader.ts";
import { dateInName, languageOf, textOf, titleIn } from "./words.ts";

/** Plain text: the file is the document. */
export const text: DocumentReader = {
  name: "text",
  summary: "Plain text, UTF-8. Its first line is its title.",
  endings: [".txt", ".text"],
  read(bytes, file) {
    const whole = textOf(bytes);
    return [{ title: titleIn(whole, file), text: whole, language: languageOf(whole), ...dateInName(file) }];
  },
};
