import type { Json } from "../../domain/attribute.ts";
import { type ActorId, type CoderId, type DocumentId, type EvidenceId, idFromName } from "../../domain/id.ts";
import { defaultIntensity, type Stance, signOf } from "../../domain/stance.ts";
import { codingItems } from "../coding-items.ts";
import type { Source } from "../source.ts";
import { type Coded, differences, numbered, sidelessType, usualType } from "./coded.ts";
import type { DnaDocument } from "./documents.ts";
import type { Labels } from "./entities.ts";

/** Stances and annotations as DNA's statements. */
export interface CodedGraph {
  readonly statements: readonly Coded[];
  /** The texts written for documents that have none: a line a statement. */
  readonly written: ReadonlyMap<DocumentId, string>;
  readonly holders: ReadonlySet<ActorId>;
  readonly speakers: ReadonlySet<ActorId>;
}

interface Coding {
  readonly documents: ReadonlyMap<DocumentId, DnaDocument>;
  readonly labels: Labels;
  readonly coders: ReadonlyMap<CoderId, number>;
  readonly coderOf: (name: unknown) => number | null;
}

export function codedGraph(source: Source, coding: Coding): CodedGraph {
  const { documents, labels, coders } = coding;
  const stances = [...source.stances()].filter(
    ({ status }) => status === "ACCEPTED" || status === "PROPOSED",
  );
  const sorted = stances.sort((a, b) => order(a, documents) - order(b, documents));
  const remarks = [...documents.keys()].flatMap((id) => remarksOf(source, id, coding));
  const numbers = numbered<Stance | Remark>([...remarks, ...sorted], (thing) =>
    "values" in thing
      ? thing.id
      : /^[1-9]\d{0,8}$/.test(thing.externalId ?? "")
        ? Number(thing.externalId)
        : null,
  );
  const written = new Map<DocumentId, string>();
  const [holders, speakers] = [new Set<ActorId>(), new Set<ActorId>()];
  const statements = sorted.map((stance): Coded => {
    const document = documents.get(stance.document) as DnaDocument;
    const [only, ...others] = stance.attribution;
    const speaker = only?.role === "SPEAKER" && others.length === 0 ? only.actor : null;
    const isOwn = speaker === stance.holder;
    if (!isOwn) holders.add(stance.holder);
    if (speaker !== null) speakers.add(speaker);
    const organization = isOwn ? "" : (labels.actor.get(stance.holder) as string);
    const person = speaker === null ? "" : (labels.actor.get(source.look.actor(speaker).id) as string);
    const concept = labels.issue.get(stance.issue) as string;
    const place = placeOf(
      stance,
      document,
      (line) => {
        const before = written.get(stance.document) ?? "";
        written.set(stance.document, `${before}${line}\n`);
        return before.length;
      },
      [organization || person, concept, stance.direction].join(" | "),
      source,
    );
    const id = numbers.get(stance) as number;
    const side = signOf(stance.direction);
    const type = stance.attributes["statement type"];
    const values = { person, organization, concept, ...(side !== 0 && { agreement: side > 0 }) };
    return {
      id,
      type: side === 0 ? sidelessType : typeof type === "string" ? type : usualType,
      document: document.number,
      ...place,
      coder: coders.get(stance.coder) ?? null,
      values: { ...values, ...scalars(stance), ...furtherOf(stance, { id, place, speaker, source }) },
    };
  });
  return {
    statements: [
      ...remarks.map((remark) => ({ ...remark, id: numbers.get(remark) as number })),
      ...statements,
    ],
    written,
    holders,
    speakers,
  };
}

function order(stance: Stance, documents: ReadonlyMap<DocumentId, DnaDocument>): number {
  return (documents.get(stance.document) as DnaDocument).number;
}

/** Where the stance stands: its first quote, or a line that is written for it. */
function placeOf(
  { evidence }: Stance,
  { text }: DnaDocument,
  write: (line: string) => number,
  line: string,
  source: Source,
): { readonly start: number; readonly stop: number } {
  const [first] = evidence as readonly EvidenceId[];
  if (text !== null && first !== undefined) {
    const { start, end } = source.look.evidence(first);
    return { start, stop: end };
  }
  const start = write(line);
  return { start, stop: start + line.length };
}

/** Attributes that are values of variables of their own. */
function scalars({ attributes }: Stance): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    Object.entries(attributes).filter(
      (pair): pair is [string, string | number | boolean] =>
        pair[0] !== "statement type" &&
        !["person", "organization", "concept", "agreement"].includes(pair[0]) &&
        ["string", "number", "boolean"].includes(typeof pair[1]),
    ),
  );
}

interface Written {
  readonly id: number;
  readonly place: { readonly start: number; readonly stop: number };
  readonly speaker: ActorId | null;
  readonly source: Source;
}

/** What a stance says beyond DNA's variables, each as a variable `stance …` that an import reads again. */
function furtherOf(
  stance: Stance,
  { id, place, speaker, source }: Written,
): Readonly<Record<string, string | number>> {
  const one = { stances: () => [stance] };
  const [item] = [...codingItems.stance({ ...source, ...one })];
  const {
    holder: _,
    issue: _i,
    document: _d,
    coder: _c,
    quote: _q,
    attributes,
    ...own
  } = item as Record<string, unknown>;
  const quotes = stance.evidence.map((each) => {
    const { start, end } = source.look.evidence(each);
    return { start, end };
  });
  const side = signOf(stance.direction);
  const type = stance.attributes["statement type"];
  const plain = {
    direction: side === 0 ? null : stance.direction,
    intensity: defaultIntensity(stance.direction),
    act: "DECLARED",
    holderCertainty: "CERTAIN",
    codingLevel: "TEXTUAL",
    attribution: speaker === null ? [] : [{ role: "SPEAKER", actor: speaker }],
    externalId: String(id),
    status: "ACCEPTED",
    quote: [{ start: place.start, end: place.stop }],
    attributes: {
      ...scalars(stance),
      ...(typeof type === "string" && side !== 0 && { "statement type": type }),
    },
  };
  const further = differences({ ...own, quote: quotes, attributes }, plain);
  return Object.fromEntries(
    Object.entries(further).map(([name, value]) => [`stance ${name}`, written(value)]),
  );
}

function written(value: Json): string | number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  return typeof value === "string" ? value : JSON.stringify(value);
}

type Remark = Coded & { readonly values: Coded["values"] };

/** The annotations of a document that came from DNA as statements. */
function remarksOf(source: Source, id: DocumentId, { documents, coderOf }: Coding): readonly Remark[] {
  const { annotations } = source.look.attributes(id);
  const { number, text } = documents.get(id) as DnaDocument;
  if (!Array.isArray(annotations)) return [];
  return (annotations as readonly Partial<Record<string, Json>>[]).flatMap((each): Remark[] => {
    const { id: own, type, start, end, coder, values } = each;
    const isPlaced =
      typeof start === "number" && typeof end === "number" && start < end && end <= (text ?? "").length;
    if (!isPlaced || typeof own !== "number" || typeof type !== "string") return [];
    return [
      {
        id: own,
        type,
        document: number,
        start,
        stop: end,
        coder: coderOf(coder),
        values: (values ?? {}) as Coded["values"],
      },
    ];
  });
}

/** Whether ids made from names are those of the graph is told in the settings; this keeps the two alike. */
export const coderIdOf = (name: string): CoderId => idFromName("coder", name);
