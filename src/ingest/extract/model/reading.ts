import type { SpanRole } from "../../../domain/proposal.ts";
import { type Direction, signOf } from "../../../domain/stance.ts";
import type { Place } from "../../alignment/place.ts";
import { shapeProblems } from "../../problems.ts";
import type { ExtractionTask } from "../extractor.ts";
import type { Window } from "../sentences.ts";
import { placeQuote, placeWords } from "./placing.ts";
import { type Claim, promptVersion } from "./prompt.ts";
import { type AnsweredStance, answeredStance } from "./shape.ts";

/** A stance that a model told, checked against the text, and what may be asked about it. */
export interface Found {
  /** In the shape of the coding format. */
  readonly stance: Readonly<Record<string, unknown>> & { readonly proposal: FoundProposal };
  readonly claim: Claim;
}

interface FoundProposal {
  readonly reasons: readonly string[];
  readonly [name: string]: unknown;
}

export interface Reading {
  readonly task: ExtractionTask;
  readonly window: Window;
  readonly model: string;
  readonly promptHash: string;
}

/** Reads one stance as a model told it; why it is not taken where it is not. */
export function stanceOf(value: unknown, reading: Reading): Found | string {
  const parsed = answeredStance.safeParse(value);
  if (!parsed.success)
    return shapeProblems(parsed.error)
      .map(({ path, message }) => `${path.join(".")}: ${message}`)
      .join(" ");
  const { data: told } = parsed;
  const { task, window, model, promptHash } = reading;
  const { text } = task.document;
  const holder = labelled(task.actors, "A", told.actor);
  if (holder === undefined) return unlisted("actor", told.actor);
  const speaker = told.speaker === null ? undefined : labelled(task.actors, "A", told.speaker);
  if (told.speaker !== null && speaker === undefined) return unlisted("actor", told.speaker);
  const issue = labelled(task.codebook.issues, "I", told.issue);
  if (issue === undefined) return unlisted("issue", told.issue);

  const named = passageOf(window, told.sentences);
  const all = passageOf(window, []);
  const placed = placeQuote(text, told.quote, named === null ? [all as Place] : [named, all as Place]);
  if (typeof placed === "string") return placed;
  const passage = around(window, placed.places);
  const { spans, lost } = spansOf(text, told, passage);
  const cue = spans.find(({ role }) => role === "CUE");
  const said = text.slice(passage.start, passage.end);
  const isNamed = holder.mentions.some((mention) => said.includes(mention));
  const facets = told.facets ?? [];
  const known = facets.filter(({ name, value }) =>
    issue.facets.some((facet) => facet.name === name && facet.values.includes(value)),
  );
  const reasons = [
    ...(told.reason === null ? [] : [told.reason]),
    ...(placed.method === "EXACT" ? [] : [`The quote was found ${howFound[placed.method]}.`]),
    ...(isNamed ? [] : [`The passage does not name ${holder.name}; look who is meant.`]),
    ...lost.map((words) => `"${words}" is not in the passage, so it is left out.`),
    ...facets
      .filter((facet) => !known.includes(facet))
      .map(({ name, value }) => `The issue has no ${name} ${value}, so it is left out.`),
  ];
  const stance = {
    holder: holder.id,
    issue: issue.id,
    direction: told.direction,
    intensity: signOf(told.direction) * (told.isStrong ? 2 : 1),
    conditions: told.conditions ?? [],
    facets: Object.fromEntries(known.map(({ name, value }) => [name, value])),
    act: told.act,
    holderCertainty: told.holderCertainty,
    confidence: isNamed ? (told.confidence ?? undefined) : inDoubt(told.confidence),
    document: task.document.id,
    quote: placed.places.map(({ start, end }) => ({ start, end })),
    attribution: [
      ...(speaker === undefined || speaker.id === holder.id ? [] : [{ role: "SPEAKER", actor: speaker.id }]),
      {
        role: "HOLDER",
        actor: holder.id,
        ...(cue && { cue: text.slice(cue.start, cue.end) }),
        ...(told.mode && { mode: told.mode }),
        ...(told.authority && { authority: told.authority }),
      },
    ],
    proposal: {
      extractor: "model",
      version: promptVersion,
      model,
      promptHash,
      codebook: task.codebook.version,
      reasons,
      spans,
    },
  };
  return {
    stance,
    claim: {
      passage: said,
      holder: holder.name,
      direction: told.direction satisfies Direction,
      proposition: issue.proposition,
    },
  };
}

/** No more confident than one can be of what is doubted. */
export function inDoubt(confidence: number | null | undefined): number {
  return Math.min(confidence ?? 1, 0.5);
}

const howFound = {
  NORMALIZED: "but for marks, spaces and case",
  ELLIPSIS: "in parts around what it leaves out",
  APPROXIMATE: "but for few words",
} as const;

/** The thing with a label, as in A3: its number, counted from 1. */
function labelled<T>(things: readonly T[], letter: string, label: string): T | undefined {
  const number = new RegExp(`^${letter}(\\d{1,4})$`).exec(label.trim())?.[1];
  return number === undefined ? undefined : things[Number(number) - 1];
}

function unlisted(what: "actor" | "issue", label: string): string {
  return `"${label}" is no label of an ${what} that was listed.`;
}

/** From the first to the last of the sentences with some numbers; null where the window has none of them. All of it without numbers. */
function passageOf({ first, sentences }: Window, numbers: readonly number[]): Place | null {
  const named =
    numbers.length === 0 ? sentences : numbers.flatMap((number) => sentences[number - 1 - first] ?? []);
  if (named.length === 0) return null;
  return {
    start: Math.min(...named.map(({ start }) => start)),
    end: Math.max(...named.map(({ end }) => end)),
  };
}

/** The sentences that places lie in, with the one before, which often says who speaks. */
function around({ sentences }: Window, places: readonly Place[]): Place {
  const [from, to] = [places[0]?.start ?? 0, places.at(-1)?.end ?? 0];
  const within = sentences.findIndex(({ end }) => end > from);
  const last = sentences.findLast(({ start }) => start < to);
  return { start: sentences[Math.max(0, within - 1)]?.start ?? from, end: Math.max(to, last?.end ?? to) };
}

interface Span extends Place {
  readonly role: SpanRole;
}

function spansOf(text: string, told: AnsweredStance, passage: Place) {
  const said: readonly (readonly [SpanRole, string | null])[] = [
    ["CUE", told.cue],
    ["NEGATION", told.negation],
    ["HEDGE", told.hedge],
    ...(told.conditions ?? []).map((condition) => ["CONDITION", condition.text] as const),
  ];
  const spans: Span[] = [];
  const lost: string[] = [];
  for (const [role, words] of said) {
    if (words === null) continue;
    const place = placeWords(text, words, passage);
    if (place !== null) spans.push({ role, ...place });
    // What a condition says may be told in other words.
    else if (role !== "CONDITION") lost.push(words);
  }
  return { spans, lost };
}
