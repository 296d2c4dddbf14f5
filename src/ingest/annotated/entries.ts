import { StanceGraphError } from "../../domain/error.ts";
import type { ItemKind } from "../coding.ts";
import type { Entry, ImportFormat, Reject } from "../formats/format.ts";
import { mappingOf } from "../mapping.ts";
import type { Source } from "../source.ts";
import { type AnnotatedText, type Span, wordsOf } from "./annotated.ts";
import { mappedReader } from "./mapped.ts";
import { type SpanReader, standardReader } from "./standard.ts";

/** What a file of marked texts holds. */
export interface Annotations {
  readonly texts: readonly AnnotatedText[];
  /** What it holds that no span could be made of. */
  readonly lost: readonly Reject[];
}

export interface AnnotationFormat
  extends Pick<ImportFormat, "name" | "summary" | "extensions" | "isOfFiles"> {
  readonly parse: (source: Source) => Annotations;
}

interface Reading extends Annotations {
  readonly reader: SpanReader;
  /** What became no stance, with the reason. */
  readonly left: readonly Reject[];
}

/** A format in which texts are marked: marked words become stances by a mapping, or by the names of our own terms. */
export function annotationFormat({ parse, ...format }: AnnotationFormat): ImportFormat {
  const readings = new WeakMap<Source, Reading>();
  const readingOf = (source: Source): Reading => {
    const known = readings.get(source);
    if (known !== undefined) return known;
    const shape = mappingOf(source)?.annotations;
    const asTold = parse(source);
    const found = shape === undefined ? { ...asTold, texts: asTold.texts.map(together) } : asTold;
    const reader = shape === undefined ? standardReader : mappedReader(shape, source, found.texts);
    const reading = { ...found, reader, left: leftIn(found, reader) };
    readings.set(source, reading);
    return reading;
  };
  return {
    ...format,
    *read(source, wanted, problem) {
      const { texts, reader } = readingOf(source);
      if (wanted.includes("dataset")) yield* heads(source, texts, reader);
      for (const kind of wanted) {
        const seen = new Set<string>();
        for (const { value, field } of found[kind]?.(texts, reader) ?? []) {
          const key = JSON.stringify(value);
          if (kind !== "stance" && seen.has(key)) continue;
          seen.add(key);
          if (value instanceof StanceGraphError) {
            if (kind === "stance") problem({ file: source.name, line: null, field, message: value.message });
          } else yield { kind, value, field, lineOf: () => null };
        }
      }
    },
    told: (source) => {
      const { texts, reader, left } = readingOf(source);
      const labels = Map.groupBy(left, ({ message }) => message);
      const spans = texts.reduce((sum, { spans }) => sum + spans.length, 0);
      return [
        `${spans} marked ${spans === 1 ? "passage" : "passages"} in ${texts.length} ${texts.length === 1 ? "text" : "texts"} read.`,
        ...reader.told,
        ...[...labels].map(([message, all]) => `${all.length} left out: ${message}`),
      ];
    },
    left: (source) => readingOf(source).left,
  };
}

/** Passages of one stance, which say so by its id, as one. */
function together(text: AnnotatedText): AnnotatedText {
  const stances = Map.groupBy(text.spans, ({ id, values }) => values.stance ?? `span ${id}`);
  const spans = [...stances.values()].map(([first, ...others]) => {
    const places = [first as Span, ...others].flatMap((span) => span.places);
    return { ...(first as Span), places };
  });
  return { ...text, spans };
}

function leftIn({ texts, lost }: Annotations, reader: SpanReader): readonly Reject[] {
  const spans = texts.flatMap((text) =>
    text.spans.flatMap((span): readonly Reject[] => {
      const message = reasonOf(text, span, reader);
      return message === null ? [] : [{ field: fieldOf(text, span), message, value: shown(text, span) }];
    }),
  );
  return [...lost, ...spans];
}

function reasonOf(text: AnnotatedText, span: Span, reader: SpanReader): string | null {
  if (!reader.isStance(span))
    return `"${span.label}" is no stance ${reader === standardReader ? "by its values holder, issue and direction; name what is in a mapping" : "in the mapping"}.`;
  const stance = tried(() => reader.stanceOf(text, span));
  return stance === null ? `"${span.label}" is left out by the mapping.` : null;
}

function shown({ name, text }: AnnotatedText, span: Span): unknown {
  return { document: name, ...span, quote: wordsOf(text, span) };
}

interface Found {
  readonly value: unknown;
  readonly field: string;
}

const found: Readonly<
  Partial<Record<ItemKind, (texts: readonly AnnotatedText[], reader: SpanReader) => Iterable<Found>>>
> = {
  *document(texts, reader) {
    for (const text of texts.filter(({ text: words }) => words !== null))
      yield { value: { ...reader.documentOf(text), id: text.name, text: text.text }, field: text.name };
  },
  *actor(texts, reader) {
    yield* ofSpans(texts, reader, (text, span) => reader.actorsOf(text, span));
  },
  *issue(texts, reader) {
    yield* ofSpans(texts, reader, (text, span) => reader.issuesOf(text, span));
  },
  *stance(texts, reader) {
    yield* ofSpans(texts, reader, (text, span) => {
      const stance = reader.stanceOf(text, span);
      return stance === null
        ? []
        : [quoting(stance, text, { ...span, coder: coderIn(reader.coderOf(span)) })];
    });
  },
};

/** What is made of each span that is a stance; what goes wrong in it is a value, too. */
function* ofSpans(
  texts: readonly AnnotatedText[],
  reader: SpanReader,
  make: (text: AnnotatedText, span: Span) => readonly unknown[],
): Generator<Found> {
  for (const text of texts) {
    for (const span of text.spans) {
      if (!reader.isStance(span)) continue;
      const made = tried(() => make(text, span));
      const field = fieldOf(text, span);
      if (made instanceof StanceGraphError) yield { value: made, field };
      else for (const value of made) yield { value, field };
    }
  }
}

function coderIn(coder: Readonly<Record<string, unknown>> | null): string | null {
  return coder === null ? null : String(coder.id ?? coder.name);
}

function quoting(
  stance: object,
  { name, text }: AnnotatedText,
  { places, quotes: told = [], coder }: Span,
): unknown {
  const quotes =
    text === null ? told : places.map(({ start, end }) => ({ start, end, exact: text.slice(start, end) }));
  return {
    ...stance,
    document: name,
    ...(quotes.length > 0 && { quote: quotes.length === 1 ? quotes[0] : quotes }),
    ...(coder !== null && { coder }),
  };
}

function* heads(source: Source, texts: readonly AnnotatedText[], reader: SpanReader): Generator<Entry> {
  const lineOf = () => null;
  const { dataset, coder } = mappingOf(source)?.annotations ?? {};
  if (dataset !== undefined) yield { kind: "dataset", value: dataset, field: "dataset", lineOf };
  const coders = new Map(
    texts.flatMap(({ spans }) =>
      spans.filter(reader.isStance).map((span) => {
        const value = reader.coderOf(span);
        return [JSON.stringify(value), value] as const;
      }),
    ),
  );
  for (const value of coders.values())
    if (value !== null) yield { kind: "coder", value, field: `coder ${value.name}`, lineOf };
  if (coder !== undefined) yield { kind: "coder", value: coder, field: "coder", lineOf };
}

function fieldOf({ name }: AnnotatedText, { id }: Span): string {
  return `${name} ${id}`;
}

function tried<T>(work: () => T): T | StanceGraphError {
  try {
    return work();
  } catch (error) {
    if (error instanceof StanceGraphError) return error;
    throw error;
  }
}
