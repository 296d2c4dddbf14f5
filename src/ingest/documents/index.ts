import { docx } from "./docx.ts";
import { feed } from "./feed.ts";
import { html } from "./html.ts";
import { lines } from "./lines.ts";
import { markdown } from "./markdown.ts";
import { pdf } from "./pdf.ts";
import type { DocumentReader } from "./reader.ts";
import { text } from "./text.ts";

export type { DocumentReader, FoundDocument } from "./reader.ts";

/** Every kind of file that documents are read from. */
export const documentReaders: readonly DocumentReader[] = [text, markdown, html, pdf, docx, feed, lines];

/** The reader of a file, by its name's ending; undefined where there is none. */
export function readerOf(file: string): DocumentReader | undefined {
  const name = file.toLowerCase();
  return documentReaders.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
}
