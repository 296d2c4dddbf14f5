import type { ActorId } from "../domain/id.ts";
import type { Position } from "../domain/position.ts";
import type { Analysis } from "./analysis.ts";

export const agreement: Analysis = {
  name: "agreement",
  summary: "The other actors by how far they agree with one, over the issues on which both took a place.",
  reference:
    "Agreement is the similarity of Gower 1971, A General Coefficient of Similarity and Some of Its Properties, " +
    "Biometrics 27(4), over the issues on which both took a place, scaled to −1 … 1",
};

/** How far another actor agrees with one. */
export interface Agreement {
  readonly actor: ActorId;
  /** The mean of `likeness` over the shared issues: 1 the same on all, −1 strongly against each other on all. */
  readonly agreement: number;
  /** The issues on which both took a place. */
  readonly sharedIssues: number;
}

/** Where an actor stands on the scale, −1 to 1; null for unknown and for silence: declining to comment takes no place. */
export function placeOf(position: Pick<Position, "direction" | "score"> | null | undefined): number | null {
  return position == null || position.direction === "DECLINED_TO_COMMENT" ? null : position.score;
}

/** How alike two places on one issue are: 1 the same, 0 as far apart as plain support and opposition, −1 as strong ones. */
export function likeness(one: number, other: number): number {
  return 1 - Math.abs(one - other);
}

/** How alike two actors are on the issues that they share, summed. */
export interface Likeness {
  readonly total: number;
  readonly sharedIssues: number;
}

/** The sums of all actors over the places that one takes, by actor; positions on other issues do not matter. */
export function likenessesTo(
  places: ReadonlyMap<string, number>,
  positions: Iterable<Position>,
): ReadonlyMap<ActorId, Likeness> {
  const sums = new Map<ActorId, Likeness>();
  for (const position of positions) {
    const [own, place] = [places.get(position.issue), placeOf(position)];
    if (own === undefined || place === null) continue;
    const { total, sharedIssues } = sums.get(position.actor) ?? nothing;
    sums.set(position.actor, {
      total: total + likeness(own, place),
      sharedIssues: sharedIssues + 1,
    });
  }
  return sums;
}

const nothing: Likeness = { total: 0, sharedIssues: 0 };

/** The mean of a sum; null without a shared issue. */
export function agreementIn({ total, sharedIssues }: Likeness): number | null {
  return sharedIssues === 0 ? null : total / sharedIssues;
}
