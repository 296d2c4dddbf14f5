import { StanceGraphError } from "../../domain/error.ts";
import {
  type AnnotatedText,
  type Link,
  lostLinks,
  type Span,
  unitsIn,
  withLinks,
} from "../annotated/annotated.ts";
import { type Annotations, annotationFormat } from "../annotated/entries.ts";
import { valuesIn } from "../annotated/values.ts";
import type { Source } from "../source.ts";
import type { ImportFormat, Reject } from "./format.ts";

/** Exports of doccano for sequence labelling and relations (JSONL), whose offsets are in code points. */
export const doccano: ImportFormat = annotationFormat({
  name: "doccano",
  summary: "Exports of doccano (JSONL): one text a line with its labels, or with entities and relations.",
  extensions: [".doccano.jsonl"],
  parse,
});

function parse(source: Source): Annotations {
  const texts: AnnotatedText[] = [];
  const lost: Reject[] = [];
  let line = 0;
  for (const json of source.lines()) {
    line += 1;
    if (json?.trim() === "") continue;
    const value = json === null ? undefined : parsedJson(json);
    if (typeof value?.text !== "string")
      throw new StanceGraphError(
        "invalid",
        `${source.name}:${line} is no text of doccano; write one a line as {"text": …, "label": …}.`,
      );
    texts.push(textOf(value, String(line), lost));
  }
  return { texts, lost };
}

interface Task {
  readonly id?: unknown;
  readonly text?: string;
  readonly label?: unknown;
  readonly labels?: unknown;
  readonly entities?: unknown;
  readonly relations?: unknown;
  readonly meta?: unknown;
  readonly Comments?: unknown;
}

function parsedJson(json: string): Task | undefined {
  try {
    return JSON.parse(json) as Task;
  } catch {
    return undefined;
  }
}

function textOf(task: Task, line: string, lost: Reject[]): AnnotatedText {
  const { id, text = "", meta, Comments, entities, relations, label, labels, ...others } = task;
  const name = String((others as { readonly name?: unknown }).name ?? id ?? line);
  const units = unitsIn(text);
  const spans: Span[] = [];
  for (const [index, each] of [...listIn(entities), ...listIn(label ?? labels)].entries()) {
    const found = spanOf(each, String(index), units);
    if (found === null || found.places.some(({ start, end }) => !(start < end && end <= text.length)))
      lost.push({ field: `${name} ${index}`, message: "A label without a place in the text.", value: each });
    else spans.push(found);
  }
  const links = listIn(relations).map((each): Link => {
    const { from_id, to_id, type } = each as {
      readonly from_id?: unknown;
      readonly to_id?: unknown;
      readonly type?: unknown;
    };
    return { label: String(type), from: String(from_id), to: String(to_id) };
  });
  const linked = withLinks(text, spans, links);
  lost.push(...lostLinks(name, linked.lost, "A relation to what is not marked."));
  return { name, text, about: { ...valuesIn(others), ...valuesIn(meta) }, spans: linked.spans };
}

/** A label is a list, or an object with the same under names. */
function spanOf(value: unknown, index: string, units: (points: number) => number): Span | null {
  const { id, start_offset: start, end_offset: end, label, ...others } = namedParts(value);
  if (typeof start !== "number" || typeof end !== "number") return null;
  return {
    id: String(id ?? index),
    label: String(label),
    places: [{ start: units(start), end: units(end) }],
    values: valuesIn(others),
    coder: null,
  };
}

function namedParts(value: unknown): Readonly<Record<string, unknown>> {
  if (!Array.isArray(value)) return (value ?? {}) as Readonly<Record<string, unknown>>;
  const [start_offset, end_offset, label, values] = value as readonly unknown[];
  return { ...valuesIn(values), start_offset, end_offset, label };
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
