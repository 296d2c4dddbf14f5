import { getDocumentProxy, getMeta } from "unpdf";
import { StanceGraphError } from "../../domain/error.ts";
import type { DocumentReader } from "./reader.ts";
import { dateInName, languageOf, shortened, titleIn } from "./words.ts";

/** More than any volume has. */
const maxPages = 20_000;

/** A PDF with a text in it; one of pictures has none. */
export const pdf: DocumentReader = {
  name: "pdf",
  summary: "PDF: its text, page by page. Scanned pages have none; recognise them first.",
  endings: [".pdf"],
  async read(bytes, file) {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    if (document.numPages > maxPages)
      throw new StanceGraphError(
        "invalid",
        `It has ${document.numPages} pages; at most ${maxPages} are read. Split it.`,
      );
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) pages.push(await pageIn(document, number));
    const text = pages.join("\n\n").trim();
    if (text === "")
      throw new StanceGraphError(
        "invalid",
        "The PDF holds no text, perhaps only pictures of it; recognise it (OCR) first.",
      );
    const { info } = await getMeta(document);
    const said = (name: string) => shortened(String(info[name] ?? "")) || undefined;
    const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(said("CreationDate") ?? "") ?? [];
    const made =
      year === undefined ? {} : { publishedOn: `${year}-${month}-${day}`, dateNote: "when the PDF was made" };
    return [
      {
        title: said("Title") ?? titleIn(text, file),
        text,
        author: said("Author"),
        language: languageOf(text),
        ...made,
        ...dateInName(file),
      },
    ];
  },
};

/** The text of a page; signs that have no meaning in the PDF are left out. */
async function pageIn(document: Awaited<ReturnType<typeof getDocumentProxy>>, number: number) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  const parts = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""));
  return parts.join("").replaceAll("\0", "");
}
