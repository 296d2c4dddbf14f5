import type { FacetValues } from "../domain/facet.ts";
import type { Position } from "../domain/position.ts";
import type { Condition, ConditionKind, Direction } from "../domain/stance.ts";

/** What the sentence calls those it speaks of. */
export interface Names {
  readonly actor: string;
  readonly proposition: string;
  /** Who spoke, when the actor itself did not. */
  readonly representative: string | null;
}

/**
 * A position and its reasons in one plain sentence, right for names in the singular and the plural:
 * "Kurdish parties: against “U.S. forces should leave Iraq”, since 2024, by the latest of 2 stances from 1 independent source."
 */
export function explanationOf(position: Position, names: Names): string {
  const { conditions, facets } = position;
  const holder =
    names.representative === null ? names.actor : `${names.actor}, as represented by ${names.representative}`;
  const qualities = conditionsIn(conditions) + facetsIn(facets);
  const stand = `${standOf(position)} “${withoutStop(names.proposition)}”${qualities}`;
  return `${asOfIn(position)}${holder}: ${stand}, ${dateOf(position)}, ${reasonOf(position)}${contestIn(position)}.`;
}

/** The proposition stands within a sentence: its own full stop goes, that of an abbreviation as in "U.S." stays. */
function withoutStop(proposition: string): string {
  return proposition.replace(/(?<!\p{Lu})\.$/u, "");
}

function asOfIn({ asOf }: Position): string {
  return asOf === null ? "" : `As of ${asOf}, `;
}

const stands: Readonly<Record<Direction, string>> = {
  SUPPORTS: "in favour of",
  OPPOSES: "against",
  AMBIVALENT: "both for and against",
  NEUTRAL: "neutral on",
  UNDECIDED: "undecided on",
  DECLINED_TO_COMMENT: "declined to comment on",
};

function standOf({ direction, intensity }: Position): string {
  return `${Math.abs(intensity) === 2 ? "strongly " : ""}${stands[direction]}`;
}

const conjunctions: Readonly<Record<ConditionKind, string>> = {
  IF: "if",
  UNLESS: "unless",
  ONLY_AFTER: "only after",
  UNTIL: "until",
  REQUIRES: "requiring",
};

function conditionsIn(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? "" : `, ${conditions.map(conditionIn).join(" and ")}`;
}

/** The condition's words, without its conjunction twice. */
function conditionIn({ kind, text }: Condition): string {
  const conjunction = conjunctions[kind];
  return text.toLowerCase().startsWith(`${conjunction} `) ? text : `${conjunction} ${text}`;
}

function facetsIn(facets: FacetValues): string {
  const values = Object.entries(facets).sort();
  return values.length === 0 ? "" : ` (${values.map(([name, value]) => `${name}: ${value}`).join("; ")})`;
}

/** A silence is a moment; anything else lasts. */
function dateOf({ direction, since, lastOn }: Position): string {
  if (since === null) return "at an unstated date";
  return direction === "DECLINED_TO_COMMENT" ? `last on ${(lastOn ?? since).edtf}` : `since ${since.edtf}`;
}

function reasonOf({ rule, contributions, sourceCount }: Position): string {
  const stances = counted(contributions.length, "stance");
  const sources = counted(sourceCount, "independent source");
  switch (rule.name) {
    case "LATEST":
      return `by the latest of ${stances} from ${sources}`;
    case "MODAL":
      return `by the most frequent direction within ${counted(rule.windowDays, "day")} among ${stances} from ${sources}`;
    case "WEIGHTED":
      return `by the weight, halved every ${counted(rule.halfLifeDays, "day")}, of ${stances} from ${sources}`;
    case "ALL":
      return `by all of ${stances} from ${sources}`;
  }
}

function contestIn({ contested, rule }: Position): string {
  return contested ? `; contested: held both for and against within ${counted(rule.windowDays, "day")}` : "";
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
