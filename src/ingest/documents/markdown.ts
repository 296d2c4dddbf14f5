import { parse } from "yaml";
import type { DocumentReader } from "./reader.ts";
import { addressIn, dateInName, dayOf, languageOf, shortened, textOf, titleIn } from "./words.ts";

/** Markdown as it is written; what its front matter says of it is taken. */
export const markdown: DocumentReader = {
  name: "markdown",
  summary:
    "Markdown as it is written; title, author, publisher, date, lang and url of its front matter are taken.",
  endings: [".md", ".markdown"],
  read(bytes, file) {
    const whole = textOf(bytes);
    const [, front = "", body = whole] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(whole) ?? [];
    const said = (parse(front, { schema: "failsafe", maxAliasCount: 0 }) ?? {}) as Readonly<
      Record<string, unknown>
    >;
    const of = (...names: readonly string[]) => {
      const value = names.map((name) => said[name]).find((each) => typeof each === "string" && each !== "");
      return value === undefined ? undefined : shortened(value as string);
    };
    const date = dayOf(of("date", "published"));
    return [
      {
        title: of("title") ?? titleIn(body, file),
        text: whole,
        author: of("author"),
        publisher: of("publisher", "source"),
        language: of("lang", "language") ?? languageOf(body),
        url: addressIn(of("url", "link", "canonical")),
        ...(date === undefined ? dateInName(file) : { publishedOn: date }),
      },
    ];
  },
};
