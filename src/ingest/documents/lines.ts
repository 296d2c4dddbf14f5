import { StanceGraphError } from "../../domain/error.ts";
import type { DocumentReader, FoundDocument } from "./reader.ts";
import { addressIn, dayOf, languageOf, shortened, textOf, titleIn } from "./words.ts";

/** Documents one a line, as JSON: for collections that another program holds. */
export const lines: DocumentReader = {
  name: "jsonl",
  summary: "A document a line as JSON: text, and title, author, publisher, date, language, url where known.",
  endings: [".jsonl", ".ndjson"],
  read(bytes, file) {
    const all = textOf(bytes).split("\n");
    return all.flatMap((line, index) => (line.trim() === "" ? [] : [documentOf(line, index + 1, file)]));
  },
};

function documentOf(line: string, number: number, file: string): FoundDocument {
  const said = parsed(line, number);
  const of = (...names: readonly string[]) => {
    const value = names
      .map((name) => said[name])
      .find((each) => typeof each === "string" && each.trim() !== "");
    return value as string | undefined;
  };
  const text = of("text", "body", "content");
  if (text === undefined) throw new StanceGraphError("invalid", `Line ${number} has no "text".`);
  return {
    title: shortened(of("title", "headline") ?? "") || titleIn(text, file),
    text,
    author: of("author", "byline"),
    publisher: of("publisher", "source"),
    publishedOn: dayOf(of("publishedOn", "date", "published")),
    language: of("language", "lang") ?? languageOf(text),
    url: addressIn(of("url", "link")),
  };
}

function parsed(line: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Told below.
  }
  throw new StanceGraphError("invalid", `Line ${number} is no JSON object.`);
}
