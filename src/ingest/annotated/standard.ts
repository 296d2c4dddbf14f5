import { StanceGraphError } from "../../domain/error.ts";
import type { AnnotatedText, Span, Values } from "./annotated.ts";

type Item = Readonly<Record<string, unknown>>;

/** How spans become the things of a coding. */
export interface SpanReader {
  /** What is to be known of the reading, in sentences. */
  readonly told: readonly string[];
  readonly isStance: (span: Span) => boolean;
  /** Who marked it; null: not told. */
  readonly coderOf: (span: Span) => Item | null;
  /** What is told of a document beside its text. */
  readonly documentOf: (text: AnnotatedText) => Item;
  readonly actorsOf: (text: AnnotatedText, span: Span) => readonly Item[];
  readonly issuesOf: (text: AnnotatedText, span: Span) => readonly Item[];
  /** The stance without its document, quote and coder; null: it is to be left out. */
  readonly stanceOf: (text: AnnotatedText, span: Span) => Item | null;
}

/** What is told of documents under the names of the coding format. */
const ofDocuments = ["title", "publisher", "author", "url", "language", "publishedOn", "dateNote", "licence"];
const words = [
  "act",
  "holderCertainty",
  "codingLevel",
  "addressee",
  "statedOn",
  "validFrom",
  "validUntil",
  "externalId",
  "note",
  "status",
];
const numbers = ["intensity", "confidence"];
const structures = ["conditions", "facets", "attribution", "attributes"];

/** Reads spans that say what they are by the names of the coding format, as those do that `export` writes. */
export const standardReader: SpanReader = {
  told: [],
  isStance: ({ values }) =>
    values.direction !== undefined && values.holder !== undefined && values.issue !== undefined,
  coderOf: ({ coder, values: { coder: id, coderName, coderKind: kind, coderVersion: version } }) => {
    if (coderName === undefined) return namedCoder(coder);
    return {
      ...(id !== undefined && { id }),
      name: coderName,
      ...(kind && { kind }),
      ...(version && { version }),
    };
  },
  documentOf: ({ name, about }) => ({
    title: name,
    ...chosen(about, ofDocuments),
    ...parsed(about, ["attributes"]),
  }),
  actorsOf: (_, { values }) => {
    const { holder = "", holderName, holderKind = "ORGANIZATION" } = values;
    const others = parsed(values, ["actors"]).actors;
    const own = actorOf(holder, holderName, holderKind);
    return [...(own === null ? [] : [own]), ...(Array.isArray(others) ? (others as Item[]) : [])];
  },
  issuesOf: (_, { values }) => {
    const {
      issue = "",
      issueLabel,
      proposition,
      pro = "Agreement with it.",
      contra = "Disagreement with it.",
    } = values;
    const isId = issue.startsWith("issue:");
    const label = issueLabel ?? (isId ? undefined : issue);
    if (label === undefined) return [];
    const facets = parsed(values, ["issueFacets"]).issueFacets;
    return [
      {
        ...(isId && { id: issue }),
        label,
        proposition: proposition ?? label,
        pro,
        contra,
        ...(facets !== undefined && { facets }),
      },
    ];
  },
  stanceOf: (_, { values }) => ({
    holder: values.holder,
    issue: values.issue,
    direction: values.direction?.toUpperCase(),
    ...chosen(values, words),
    ...Object.fromEntries(
      Object.entries(chosen(values, numbers)).map(([name, text]) => [name, Number(text)]),
    ),
    ...parsed(values, structures),
  }),
};

/** Who marked it, as the program names them. */
export function namedCoder(coder: string | null): Item | null {
  return coder === null ? null : { name: coder };
}

/** The holder, unless only an id names it: then the graph has it already. */
function actorOf(holder: string, name: string | undefined, kind: string): Item | null {
  const isId = holder.startsWith("actor:");
  if (isId && name === undefined) return null;
  return { ...(isId && { id: holder }), name: name ?? holder, kind };
}

function chosen(values: Values, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]] as const] : [])));
}

/** Values that are written as JSON. */
function parsed(values: Values, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(chosen(values, names)).map(([name, text]) => {
      try {
        return [name, JSON.parse(text) as unknown];
      } catch {
        throw new StanceGraphError("invalid", `Write ${name} as JSON, as \`stancegraph export\` does.`, [
          name,
        ]);
      }
    }),
  );
}
