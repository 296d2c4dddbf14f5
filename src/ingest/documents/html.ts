import { StanceGraphError } from "../../domain/error.ts";
import { articleIn, type Page, pageOf, wordsOf } from "./markup.ts";
import type { DocumentReader } from "./reader.ts";
import { addressIn, dateInName, dayOf, languageOf, shortened, textOf, titleIn } from "./words.ts";

/** A saved page: the article in it, without what is around it. */
export const html: DocumentReader = {
  name: "html",
  summary: "A saved page: the article in it, by Readability, with what the page says of it.",
  endings: [".html", ".htm", ".xhtml"],
  read(bytes, file) {
    const page = pageOf(textOf(bytes));
    if (page.documentElement === null) throw noText();
    const article = articleIn(page);
    const text = wordsOf(article?.content ?? page.body?.innerHTML ?? "");
    if (text === "") throw noText();
    const date = dayOf(
      article?.publishedTime ?? metaIn(page, "article:published_time", "date", "dc.date", "datePublished"),
    );
    const said = (value: string | null | undefined) => shortened(value ?? "") || undefined;
    return [
      {
        title: said(article?.title) ?? said(page.title) ?? titleIn(text, file),
        text,
        author: said(article?.byline) ?? said(metaIn(page, "author")),
        publisher: said(article?.siteName) ?? said(metaIn(page, "og:site_name")),
        language: said(article?.lang) ?? languageOf(text),
        url: addressIn(
          page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? metaIn(page, "og:url"),
        ),
        ...(date === undefined ? dateInName(file) : { publishedOn: date }),
      },
    ];
  },
};

function noText(): StanceGraphError {
  return new StanceGraphError("invalid", "There is no text in the page.");
}

function metaIn(page: Page, ...names: readonly string[]): string | null {
  for (const name of names) {
    const meta = page.querySelector(
      `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
    );
    const content = meta?.getAttribute("content");
    if (content) return content;
  }
  return null;
}
