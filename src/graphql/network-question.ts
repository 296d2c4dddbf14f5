import { qualifiers } from "../analysis/network/qualifiers.ts";
import { rolledUp } from "../analysis/network/roll-up.ts";
import type { Choice } from "../analysis/network/selection.ts";
import type { Axis } from "../analysis/network/statements.ts";
import type { Posed, PosedWindowing } from "../analysis/network/tasks/posed.ts";
import { type Day, daysBetween } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { ActorId } from "../domain/id.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";
import type { NetworkInput } from "./network-input.ts";
import { onceProjected } from "./once-projected.ts";
import { questionOf } from "./questions.ts";
import { type KeyedStatements, statementsOf } from "./statements.ts";
import { parentsOf } from "./ties.ts";

export type NetworkAsked = typeof NetworkInput.$inferInput;

/** A question with the stances that it is asked of. */
export interface NetworkPosed extends Posed {
  readonly statements: KeyedStatements;
  /** What the nodes of each axis are. */
  readonly kinds: Readonly<Record<Axis, NodeKind>>;
}

const kindOf = { HOLDER: "ACTOR", SPEAKER: "ACTOR", AUTHOR: "AUTHOR", ISSUE: "ISSUE" } as const;
export type NodeKind = (typeof kindOf)[keyof typeof kindOf];

const maxNodes = 2000;

/** What is asked, in the words of the analysis. */
export function posed(context: Context, asked: NetworkAsked): NetworkPosed {
  checkNumbers(asked);
  checkAxes(asked);
  const { mode, normalize, duplicates, isolates, top, from, to, rollUp, rows, columns } = asked;
  const { asOf } = questionOf(asked);
  const qualifier = named(qualifiers, asked.qualifier);
  const statements = statementsOf(context, {
    where: asked.stances,
    asOf,
    qualifier,
    rows,
    columns,
    documents: duplicates !== "NONE",
  });
  const { store } = context;
  return {
    statements: rollUp
      ? rolledUp(statements, parentIn(context, statements.actors, asOf.validAt as Day | null))
      : statements,
    question: {
      mode,
      aggregate: asked.aggregate ?? (mode === "TWO_MODE" ? "SUBTRACT" : "CONGRUENCE"),
      normalization: normalize,
      duplicates,
      isolates,
      top: top ?? null,
      from: dayNumber(from),
      until: dayNumber(to),
      actors: choiceOf(asked.actors, (where) => store.actors.all({ where })),
      issues: choiceOf(asked.issues, (where) => store.issues.all({ where })),
      withoutLevels:
        asked.levels == null ? [] : qualifier.levels.filter((level) => !asked.levels?.includes(level)),
      compat: asked.compat ?? null,
      most: maxNodes,
    },
    kinds: { actor: kindOf[rows], issue: kindOf[columns] },
    windowing: windowingIn(asked.window),
  };
}

/** The same, once the stances are in memory, where they are being read into it. */
export async function posedOnceProjected(context: Context, asked: NetworkAsked): Promise<NetworkPosed> {
  return onceProjected(context, () => posed(context, asked));
}

function windowingIn(window: NetworkAsked["window"]): PosedWindowing | null {
  if (window == null) return null;
  const { unit, size, kernel, beyond } = window;
  return { unit, size, kernel: kernel ?? null, beyond };
}

/** The first parent by name that an actor has on a day. */
function parentIn(context: Context, actors: readonly string[], on: Day | null) {
  context.load.relations.hint(actors as readonly ActorId[]);
  return (actor: string): string | null => parentsOf(context, actor as ActorId, on)[0]?.id ?? null;
}

function checkNumbers({ top, from, to, window }: NetworkAsked): void {
  if (top != null && top < 1)
    throw refusal("top", `top is 1 or more; ${top} was given. Leave it out for all.`);
  if (from != null && to != null && from > to)
    throw refusal("to", `The span ends on ${to}, before it begins on ${from}; swap the two.`);
  if (window != null && (window.size < 2 || window.size > 10_000))
    throw refusal("window", `A window's size is 2 to 10000; ${window.size} was given.`);
  if (window?.unit === "STATEMENTS" && window.kernel != null)
    throw refusal("window", "A kernel weighs by time; with windows of STATEMENTS leave it out.");
}

/** Filters of actors and issues are of the axes that have some; so is what belongs to what. */
function checkAxes({ rows, columns, actors, issues, rollUp }: NetworkAsked): void {
  if (rows === columns)
    throw refusal("columns", `Rows and columns are both ${rows}; choose another axis for one of them.`);
  if (actors != null && kindOf[rows] !== "ACTOR")
    throw refusal("actors", `The rows are no actors but ${rows}; filter with stances: {holder: …} instead.`);
  if (issues != null && columns !== "ISSUE")
    throw refusal(
      "issues",
      `The columns are no issues but ${columns}; filter with stances: {issue: …} instead.`,
    );
  if (rollUp && kindOf[rows] !== "ACTOR")
    throw refusal("rollUp", `The rows are no actors but ${rows}, which belong to nothing; leave rollUp out.`);
}

function refusal(field: string, message: string): StanceGraphError {
  return new StanceGraphError("invalid", message, ["input", field]);
}

function choiceOf(
  where: Where | null | undefined,
  find: (where: Where) => Iterable<{ readonly id: string }>,
): Choice | null {
  return where == null ? null : { only: Array.from(find(where), ({ id }) => id) };
}

function dayNumber(day: Day | null | undefined): number | null {
  return day == null ? null : daysBetween("1970-01-01", day);
}

/** A day by its number. */
export function dayOf(number: number): Day {
  return new Date(number * 86_400_000).toISOString().slice(0, 10) as Day;
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  return list.find((each) => each.name === name) as T;
}
