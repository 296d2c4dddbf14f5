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
import { valuesIn, valuesInNote } from "../annotated/values.ts";
import type { Source } from "../source.ts";
import type { ImportFormat, Reject } from "./format.ts";

/** Exports of Label Studio (JSON): tasks with regions, choices and texts per region, and relations. */
export const labelStudio: ImportFormat = annotationFormat({
  name: "label-studio",
  summary:
    "Exports of Label Studio (JSON): tasks of one text with labelled regions, their choices and relations.",
  extensions: [".label-studio.json"],
  parse,
});

interface Task {
  readonly id?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly annotations?: readonly Annotation[];
}

interface Annotation {
  readonly completed_by?: unknown;
  readonly was_cancelled?: boolean;
  readonly result?: readonly Result[];
}

interface Result {
  readonly id?: string;
  readonly type?: string;
  readonly from_name?: string;
  readonly from_id?: string;
  readonly to_id?: string;
  readonly labels?: readonly string[];
  readonly meta?: { readonly text?: unknown };
  readonly value?: Readonly<Record<string, unknown>>;
}

function parse(source: Source): Annotations {
  const tasks = parsedJson(source);
  const lost: Reject[] = [];
  return { texts: tasks.map((task, index) => textOf(task, String(index + 1), lost)), lost };
}

function parsedJson(source: Source): readonly Task[] {
  let value: unknown;
  try {
    value = JSON.parse(source.text());
  } catch (error) {
    throw new StanceGraphError("invalid", `${source.name} is no JSON: ${(error as Error).message}.`);
  }
  const tasks = (Array.isArray(value) ? value : [value]) as readonly Task[];
  if (tasks.some((task) => typeof task?.data !== "object" || task.data === null))
    throw new StanceGraphError(
      "invalid",
      `${source.name} is no export of Label Studio: a list of tasks with "data" and "annotations". Export it as JSON, not JSON-MIN.`,
    );
  return tasks;
}

function textOf({ id, data = {}, annotations = [] }: Task, place: string, lost: Reject[]): AnnotatedText {
  const { name: given, ...others } = data;
  const name = String(given ?? id ?? place);
  const key =
    "text" in others
      ? "text"
      : (Object.keys(others).find((each) => typeof others[each] === "string") ?? "text");
  const text = String(others[key] ?? "");
  const about = valuesIn(Object.fromEntries(Object.entries(others).filter(([each]) => each !== key)));
  const spans = annotations
    .filter(({ was_cancelled }) => was_cancelled !== true)
    .flatMap((annotation, index) =>
      spansOf(annotation, { name, text, isOnly: annotations.length === 1, index }, lost),
    );
  return { name, text, about, spans };
}

interface Around {
  readonly name: string;
  readonly text: string;
  readonly isOnly: boolean;
  readonly index: number;
}

/** Results with one id are of one region. */
function spansOf(
  { result = [], completed_by }: Annotation,
  { name, text, isOnly, index }: Around,
  lost: Reject[],
): readonly Span[] {
  const coder = coderIn(completed_by);
  const units = unitsIn(text);
  const prefix = isOnly ? "" : `${index + 1}.`;
  const links: Link[] = [];
  const spans: Span[] = [];
  for (const [id, own] of Map.groupBy(result, ({ id }, at) => id ?? `#${at}`)) {
    const values: Record<string, string> = {};
    let label = "";
    let place: { readonly start: number; readonly end: number } | null = null;
    for (const each of own) {
      const { value = {}, type = "", from_name = type, meta } = each;
      if (type === "relation") {
        links.push({
          label: each.labels?.[0] ?? "relation",
          from: prefix + each.from_id,
          to: prefix + each.to_id,
        });
        continue;
      }
      place ??= placeIn(value, text, units);
      const [first, ...others] = listIn(value[type] ?? value.labels ?? value.choices ?? value.text);
      if (type === "labels" || type === "hypertextlabels") {
        label = first ?? "";
        for (const other of others) values[other] = "true";
      } else if (first !== undefined) values[from_name] = [first, ...others].join("; ");
      for (const note of listIn(meta?.text)) Object.assign(values, valuesInNote(note));
    }
    if (own.every(({ type }) => type === "relation")) continue;
    if (place === null && label !== "") {
      lost.push({
        field: `${name} ${id}`,
        message: "A region whose words are not at its place in the text.",
        value: own,
      });
      continue;
    }
    spans.push({ id: prefix + id, label, places: place === null ? [] : [place], values, coder });
  }
  const linked = withLinks(text, spans, links);
  lost.push(...lostLinks(name, linked.lost, "A relation to what is no region."));
  return linked.spans;
}

/** Its offsets are in UTF-16 units, as browsers count; in code points where other programs made them: its words tell. */
function placeIn(value: Readonly<Record<string, unknown>>, text: string, units: (points: number) => number) {
  const offsets = (value.globalOffsets ?? value) as { readonly start?: unknown; readonly end?: unknown };
  const [start, end] = [Number(offsets.start ?? Number.NaN), Number(offsets.end ?? Number.NaN)];
  const places = [
    { start, end },
    { start: units(start), end: units(end) },
  ].filter((place) => place.start < place.end && place.end <= text.length);
  const words = value.text;
  return (
    places.find((place) => typeof words !== "string" || text.slice(place.start, place.end) === words) ?? null
  );
}

function coderIn(completedBy: unknown): string | null {
  if (typeof completedBy === "number" || typeof completedBy === "string")
    return `Label Studio user ${completedBy}`;
  const { email, id } = (completedBy ?? {}) as { readonly email?: unknown; readonly id?: unknown };
  return typeof email === "string" ? email : id === undefined ? null : `Label Studio user ${id}`;
}

function listIn(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
