import { parseFeed } from "feedsmith";
import { StanceGraphError } from "../../domain/error.ts";
import { wordsOf } from "./markup.ts";
import type { DocumentReader, FoundDocument } from "./reader.ts";
import { addressIn, dayOf, languageOf, shortened, textOf, titleIn } from "./words.ts";

/** What the formats call an entry's parts. */
interface Entry {
  readonly title?: unknown;
  readonly link?: string;
  readonly url?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[];
  readonly description?: string;
  readonly summary?: unknown;
  readonly content?: unknown;
  readonly content_html?: string;
  readonly content_text?: string;
  readonly pubDate?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly date_published?: string;
  readonly authors?: readonly (string | { readonly name?: string })[];
  readonly dc?: { readonly creator?: string; readonly creators?: readonly string[]; readonly date?: string };
}

/** A feed: each entry is a document, of as much text as the feed has of it. */
export const feed: DocumentReader = {
  name: "feed",
  summary: "RSS, Atom, RDF or JSON Feed: each entry is a document, of as much text as the feed has of it.",
  endings: [".rss", ".atom", ".rdf", ".xml", ".json"],
  read(bytes, file) {
    const whole = textOf(bytes);
    if (/<!DOCTYPE|<!ENTITY/i.test(whole))
      throw new StanceGraphError(
        "invalid",
        "It declares a document type or entities, which feeds need not; it is not read.",
      );
    const parsed = parsedFeed(whole);
    const publisher = shortened(wordsIn(parsed.title)) || undefined;
    const language = parsed.language ?? undefined;
    const entries = (parsed.items ?? parsed.entries ?? []) as readonly Entry[];
    const found = entries.flatMap((entry) => documentOf(entry, { publisher, language, file }) ?? []);
    if (found.length === 0) throw new StanceGraphError("invalid", "No entry of the feed has a text.");
    return found;
  },
};

interface Feed {
  readonly title?: unknown;
  readonly language?: string;
  readonly items?: unknown;
  readonly entries?: unknown;
}

function parsedFeed(text: string): Feed {
  try {
    return parseFeed(text).feed as Feed;
  } catch {
    throw new StanceGraphError("invalid", "It is no RSS, Atom, RDF or JSON Feed.");
  }
}

interface Around {
  readonly publisher: string | undefined;
  readonly language: string | undefined;
  readonly file: string;
}

function documentOf(entry: Entry, { publisher, language, file }: Around): FoundDocument | null {
  const html = htmlOf(entry);
  const text = entry.content_text ?? (html === "" ? "" : wordsOf(html));
  if (text.trim() === "") return null;
  const [author] = entry.authors ?? [];
  const alternate = entry.links?.find(({ rel = "alternate" }) => rel === "alternate")?.href;
  return {
    title: shortened(wordsIn(entry.title)) || titleIn(text, file),
    text,
    publisher,
    author:
      (typeof author === "string" ? author : author?.name) ?? entry.dc?.creators?.[0] ?? entry.dc?.creator,
    publishedOn: dayOf(
      entry.pubDate ?? entry.published ?? entry.date_published ?? entry.dc?.date ?? entry.updated,
    ),
    language: language ?? languageOf(text),
    url: addressIn(entry.link ?? entry.url ?? alternate),
  };
}

/** The longest of what an entry has of its text. */
function htmlOf({ content, content_html, description, summary }: Entry): string {
  const encoded = (content as { readonly encoded?: string } | undefined)?.encoded;
  const texts = [content_html, encoded, wordsIn(content), description, wordsIn(summary)];
  return texts.filter((each) => typeof each === "string").toSorted((a, b) => b.length - a.length)[0] ?? "";
}

/** A text, or what holds one. */
function wordsIn(value: unknown): string {
  if (typeof value === "string") return value;
  const held = (value as { readonly value?: unknown } | undefined)?.value;
  return typeof held === "string" ? held : "";
}
