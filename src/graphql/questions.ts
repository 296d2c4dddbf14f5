import type { Day, Instant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import { defaultRule, type Position, type PositionRule } from "../domain/position.ts";
import { numberOfDay } from "../domain/projection/day-number.ts";
import type { Projection } from "../domain/projection/projection.ts";
import type { AsOf } from "../store/stances.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";

const maxDays = 36_500;

/** As of when, and by which rule. */
export interface Question {
  readonly asOf: AsOf;
  readonly rule: PositionRule;
}

/** A question that a projection can answer. */
export interface Projecting {
  readonly context: Context;
  readonly projection: Projection;
  readonly question: Question;
  readonly day: number | null;
}

/** A position together with the instant of knowledge it was asked for. */
export interface Answer extends Position {
  readonly knownAt: Instant | null;
  /** The key of the stance that decides, where it is at hand. */
  readonly decidingKey?: number;
}

/** The number of the day that a question is asked as of; null where it is asked of no day. */
export function dayAsked({ validAt }: AsOf): number | null {
  return validAt === null ? null : numberOfDay(validAt);
}

/** The question that arguments put; by default everything known, by the rule LATEST. */
export function questionOf(args: {
  readonly asOf?: { readonly validAt?: Day | null; readonly knownAt?: Instant | null } | null;
  readonly rule?: Partial<PositionRule> | null;
}): Question {
  const { validAt = null, knownAt = null } = args.asOf ?? {};
  const rule = { ...defaultRule, ...args.rule };
  for (const name of ["windowDays", "halfLifeDays"] as const) {
    if (rule[name] < 1 || rule[name] > maxDays) {
      throw new StanceGraphError("invalid", `${name} is 1 to ${maxDays} days; ${rule[name]} were given.`, [
        "rule",
        name,
      ]);
    }
  }
  return { asOf: { validAt, knownAt }, rule };
}

/** The question that a position answers, for asking on. */
export function questionBehind({ asOf, knownAt, rule }: Answer): Question {
  return { asOf: { validAt: asOf, knownAt }, rule };
}

export interface Asked {
  readonly actors?: Where | null | undefined;
  readonly issues?: Where | null | undefined;
}
