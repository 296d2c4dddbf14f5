import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { StanceGraphError } from "../../domain/error.ts";
import type { DocumentReader } from "./reader.ts";
import { dateInName, languageOf, shortened, titleIn } from "./words.ts";

/** A PDF with a text in it; one of pictures has none. */
export const pdf: DocumentReader = {
  name: "pdf",
  summary: "PDF: its text, page by page. Scanned pages have none; recognise them first.",
  endings: [".pdf"],
  async read(bytes, file) {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const { text: pages } = await extractText(document, { mergePages: false });
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
