import { below, dayAfter, oneOf, type Random, random, zipf } from "./random.ts";

export interface Size {
  readonly stances: number;
  readonly actors: number;
  readonly issues: number;
}

export function sizeFor(stances: number): Size {
  return {
    stances,
    actors: Math.max(20, Math.round(stances / 100)),
    issues: Math.max(10, Math.round(stances / 1000)),
  };
}

/** Documents are published from 2000 on, within so many days. */
export const firstYear = 2000;
export const dayCount = 9000;

/** The words that texts and quotes are made of. */
export const words: readonly string[] = (
  "government party talks forces withdrawal agreement minister coalition official statement mission border security " +
  "parliament region policy support concern future relations military election budget reform energy climate trade water"
).split(" ");
export const verbs = {
  SUPPORTS: "welcomed",
  OPPOSES: "rejected",
  AMBIVALENT: "weighed",
  NEUTRAL: "noted",
  DECLINED_TO_COMMENT: "ignored",
} as const;
const directions = Object.keys(verbs) as readonly (keyof typeof verbs)[];
const kinds = ["STATE", "PARTY", "AGENCY", "ORGANIZATION", "PERSON"] as const;
const publishers = ["Agency", "Daily", "Gazette", "Broadcast"] as const;
const authorities = ["OWN", "OWN", "OWN", "SPOKESPERSON", "THIRD_PARTY"] as const;

/**
 * A coding as JSON lines: Zipf-distributed actors and issues, a document of 1 to 2 kB for five stances, two or three
 * parents an actor, chains of one or two. The same seed and size give the same bytes.
 */
export function* codingLines(size: Size, seed = 1): Generator<string> {
  const next = random(seed);
  for (const item of itemsOf(size, next)) yield JSON.stringify(item);
}

function* itemsOf(size: Size, next: Random): Generator<unknown> {
  yield { coder: { name: "Generator", kind: "EXTRACTOR", version: "1" } };
  for (let actor = 0; actor < size.actors; actor += 1) {
    const kind = kinds[actor % kinds.length];
    yield { actor: { id: `a${actor}`, name: `Actor ${actor}`, kind, names: [`A${actor} party`] } };
  }
  for (let issue = 0; issue < size.issues; issue += 1) {
    const proposition = `Proposal ${issue} on ${oneOf(next, words)} and ${oneOf(next, words)} should be adopted.`;
    yield {
      issue: { id: `i${issue}`, label: `Issue ${issue}`, proposition, pro: "Wants it.", contra: "Does not." },
    };
  }
  yield* relationsOf(size, next);
  for (let document = 0; document * 5 < size.stances; document += 1) yield* documentOf(document, size, next);
}

/** A hierarchy: each actor is a member of two or three of those in the first third before it. */
function* relationsOf({ actors }: Size, next: Random): Generator<unknown> {
  for (let actor = 6; actor < actors; actor += 1) {
    const parents = new Set(Array.from({ length: 2 + below(next, 2) }, () => below(next, actor / 3)));
    for (const parent of parents) {
      yield { relation: { subject: `actor:a${actor}`, kind: "MEMBER_OF", object: `actor:a${parent}` } };
    }
  }
}

function* documentOf(document: number, { stances, actors, issues }: Size, next: Random): Generator<unknown> {
  const day = below(next, dayCount);
  const found = Array.from({ length: Math.min(5, stances - document * 5) }, (_, place) => {
    const direction = directions[Math.floor(next() ** 2 * directions.length)] ?? "SUPPORTS";
    const [holder, issue] = [zipf(next, actors), zipf(next, issues)];
    const quote = `Actor ${holder} ${verbs[direction]} proposal ${issue} in ${oneOf(next, words)} ${document}-${place}`;
    const filler = Array.from({ length: 30 }, () => oneOf(next, words)).join(" ");
    return { holder, issue, direction, quote, sentence: `${quote}. The ${filler}.` };
  });
  yield {
    document: {
      id: `d${document}`,
      title: `Report ${document}`,
      text: found.map(({ sentence }) => sentence).join(" "),
      publisher: oneOf(next, publishers),
      publishedOn: dayAfter(firstYear, day),
    },
  };
  for (const { holder, issue, direction, quote } of found) {
    const isStrong = next() < 0.2;
    yield {
      stance: {
        holder: `actor:a${holder}`,
        issue: `issue:i${issue}`,
        direction,
        ...(isStrong && direction === "SUPPORTS" && { intensity: 2 }),
        ...(isStrong && direction === "OPPOSES" && { intensity: -2 }),
        quote,
        document: `d${document}`,
        ...statedOn(day, next),
        confidence: 0.8,
        attribution: chainOf(holder, next),
      },
    };
  }
}

/** One in ten was said some days before it was printed, one in a hundred at some time of that month. */
function statedOn(day: number, next: Random): { readonly statedOn?: string } {
  const chance = next();
  if (chance < 0.01) return { statedOn: dayAfter(firstYear, day).slice(0, 7) };
  return chance < 0.1 ? { statedOn: dayAfter(firstYear, Math.max(0, day - below(next, 10))) } : {};
}

function chainOf(holder: number, next: Random): readonly unknown[] {
  const publisher = { role: "PUBLISHER", anonymous: { descriptor: "the agency" }, mode: "NARRATION" };
  const authority = oneOf(next, authorities);
  const link = { role: "HOLDER", actor: `actor:a${holder}`, cue: "said", mode: "DIRECT_QUOTE", authority };
  return next() < 0.5 ? [link] : [publisher, link];
}
