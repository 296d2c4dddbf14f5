import type { z } from "zod";
import { inMapping } from "../mapping.ts";
import type { Source } from "../source.ts";
import { compiledFor } from "../table/columns.ts";
import { itemsBy } from "../table/items.ts";
import type { TableRow } from "../table/template.ts";
import type { AnnotatedText, Span } from "./annotated.ts";
import { wordsOf } from "./annotated.ts";
import type { annotationShape } from "./shape.ts";
import { namedCoder, type SpanReader } from "./standard.ts";

/** Of marked words, before what is told of them. */
const ownColumns = ["id", "label", "quote", "document", "coder"] as const;

/** Reads spans by a mapping: each is a row, whose columns are what is told of it, of its ties and of its text. */
export function mappedReader(
  shape: z.infer<typeof annotationShape>,
  source: Source,
  texts: readonly AnnotatedText[],
): SpanReader {
  const named = new Set<string>(ownColumns);
  for (const { about, spans } of texts) {
    for (const name of Object.keys(about)) named.add(name);
    for (const { values } of spans) for (const name of Object.keys(values)) named.add(name);
  }
  const absent = columnsIn(shape).filter((name) => !named.has(name));
  const columns = [...named, ...absent];
  const mapping = inMapping(source, "annotations", () =>
    compiledFor({ ...shape, lookups: {} }, { own: columns, lookups: [] }),
  );
  const items = itemsBy(mapping);
  const rowOf = (text: AnnotatedText, span: Span | null): TableRow => {
    const own: Readonly<Record<string, string>> = {
      document: text.name,
      ...(span !== null && {
        id: span.id,
        label: span.label,
        quote: wordsOf(text.text, span),
        coder: span.coder ?? "",
      }),
    };
    const fields = columns.map((name) => own[name] ?? span?.values[name] ?? text.about[name] ?? "");
    return { fields, number: 0, lookedUp: [] };
  };
  const { holder, speaker } = mapping;
  return {
    told: absent.map((name) => `Nothing has "${name}", which the mapping names.`),
    isStance: ({ label }) => shape.labels === undefined || shape.labels.includes(label),
    coderOf: ({ coder }) => namedCoder(coder),
    documentOf: (text) => items.documentOf(rowOf(text, null)),
    actorsOf: (text, span) => {
      const row = rowOf(text, span);
      if (items.stanceOf(row) === null) return [];
      const voices = speaker === null || speaker.name(row) === "" ? [] : [items.actorOf(speaker, row)];
      return [items.actorOf(holder, row), ...voices];
    },
    issuesOf: (text, span) => {
      const row = rowOf(text, span);
      return items.stanceOf(row) === null ? [] : [items.issueOf(row)];
    },
    stanceOf: (text, span) => items.stanceOf(rowOf(text, span)),
  };
}

/** The columns that a mapping names in its templates. */
function columnsIn(shape: unknown): readonly string[] {
  if (typeof shape === "string")
    return [...shape.matchAll(/\{([^{}|]+)(?:\|[^{}]*)?\}/g)].flatMap(([, name]) =>
      name === undefined || name === "#" ? [] : [name],
    );
  if (typeof shape !== "object" || shape === null) return [];
  return [...new Set(Object.values(shape).flatMap(columnsIn))];
}
