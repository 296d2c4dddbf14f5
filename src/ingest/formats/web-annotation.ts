import { StanceGraphError } from "../../domain/error.ts";
import type { AnnotatedText, Span } from "../annotated/annotated.ts";
import { type Annotations, annotationFormat } from "../annotated/entries.ts";
import { valuesIn } from "../annotated/values.ts";
import type { SoughtQuote } from "../quote.ts";
import type { Source } from "../source.ts";
import type { ImportFormat, Reject } from "./format.ts";

/** Web Annotation Data Model, W3C Recommendation 2017-02-23: annotations on quotes of documents that the graph has. */
export const webAnnotation: ImportFormat = annotationFormat({
  name: "web-annotation",
  summary: "W3C Web Annotations (JSON-LD) on quotes of documents that the graph has, named by id or address.",
  extensions: [".jsonld"],
  parse,
});

type Told = Readonly<Record<string, unknown>>;

function parse(source: Source): Annotations {
  const texts = new Map<string, Span[]>();
  const lost: Reject[] = [];
  for (const [index, annotation] of annotationsIn(source).entries()) {
    const id = typeof annotation.id === "string" ? annotation.id : String(index + 1);
    const targets = listIn(annotation.target).map((target) =>
      typeof target === "string" ? { source: target } : (target as Told),
    );
    const documents = new Set(targets.map((target) => nameOf(target.source)));
    const quotes = targets.flatMap((target) => quoteIn(target.selector) ?? []);
    const [document] = documents;
    if (document === undefined || document === null || documents.size > 1 || quotes.length < targets.length) {
      const message =
        documents.size > 1
          ? "An annotation of several documents."
          : "An annotation without a TextQuoteSelector on a source.";
      lost.push({ field: id, message, value: annotation });
      continue;
    }
    const span = { id, places: [], quotes, ...saidBy(annotation), coder: coderIn(annotation.creator) };
    texts.set(document, [...(texts.get(document) ?? []), span]);
  }
  return {
    texts: [...texts].map(([name, spans]): AnnotatedText => ({ name, text: null, about: {}, spans })),
    lost,
  };
}

/** Those of a page, a collection, a list, or the only one. */
function annotationsIn(source: Source): readonly Told[] {
  let value: unknown;
  try {
    value = JSON.parse(source.text());
  } catch (error) {
    throw new StanceGraphError("invalid", `${source.name} is no JSON: ${(error as Error).message}.`);
  }
  const { items, first, type } = (value ?? {}) as Told;
  const inPage =
    items ??
    (first as Told | undefined)?.items ??
    (Array.isArray(value) ? value : type === "Annotation" ? [value] : null);
  if (!Array.isArray(inPage))
    throw new StanceGraphError(
      "invalid",
      `${source.name} holds no Web Annotations: neither a page or collection with "items" nor a list of them.`,
    );
  return inPage as readonly Told[];
}

function nameOf(source: unknown): string | null {
  if (typeof source === "string") return source;
  const id = (source as Told | null | undefined)?.id;
  return typeof id === "string" ? id : null;
}

/** The quote among the ways in which a place is told. */
function quoteIn(selector: unknown): SoughtQuote | null {
  for (const each of listIn(selector) as readonly Told[]) {
    if (each.type === "TextQuoteSelector" && typeof each.exact === "string") {
      const { exact, prefix, suffix } = each as { exact: string; prefix?: string; suffix?: string };
      return { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
    }
    const refined = each.refinedBy === undefined ? null : quoteIn(each.refinedBy);
    if (refined !== null) return refined;
  }
  return null;
}

/** A body of ours tells the values of a stance; of others, the words under what they are for. */
function saidBy({ body, motivation }: Told): Pick<Span, "label" | "values"> {
  const values: Record<string, string> = {};
  for (const each of listIn(body)) {
    if (typeof each === "string") values.body = each;
    else {
      const { type, purpose, value, format: _, language: __, ...others } = each as Told;
      if (type === "Stance") Object.assign(values, valuesIn(others));
      else if (typeof value === "string") values[String(purpose ?? "body")] = value;
    }
  }
  return { label: values.tagging ?? String(motivation ?? "annotation"), values };
}

function coderIn(creator: unknown): string | null {
  if (typeof creator === "string") return creator;
  const { name, nickname, id } = (creator ?? {}) as Told;
  const told = name ?? nickname ?? id;
  return typeof told === "string" ? told : null;
}

function listIn(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
