import { directions } from "../domain/stance.ts";
import { type Page, type PageRequest, pageOfItems } from "../store/page.ts";
import { actorTable } from "../store/tables.ts";
import type { Where } from "../store/where.ts";
import { builder } from "./builder.ts";
import { connectionOf } from "./connection.ts";
import type { Context } from "./context.ts";
import { AsOfInput, PositionRuleInput } from "./inputs.ts";
import { found } from "./loads.ts";
import type { ComputedTable } from "./matching.ts";
import { both } from "./narrowed.ts";
import { keyOfAnswer, newestPage } from "./newest-page.ts";
import { orderInput } from "./order.ts";
import { pairFields, pairFilter } from "./pair-filter.ts";
import { hinted } from "./positions.ts";
import { countAnswers, projecting } from "./projecting.ts";
import { type Answer, type Asked, type Question, questionOf } from "./questions.ts";
import { byText } from "./text-order.ts";
import { whereInput } from "./where.ts";

/** What can be asked of a position. */
export const positionTable: ComputedTable<Answer> = {
  name: "position",
  fields: {
    ...pairFields,
    direction: {
      kind: "choice",
      choices: directions,
      summary: "For, against, or neither.",
      of: (each) => each.direction,
    },
    intensity: { kind: "number", summary: "−2 to 2.", of: (each) => each.intensity },
    score: { kind: "number", summary: "−1 to 1.", of: (each) => each.score },
    conditional: {
      kind: "flag",
      summary: "Whether it depends on anything.",
      of: (each) => each.conditions.length > 0,
    },
    contested: {
      kind: "flag",
      summary: "Whether stances for and against fall within the window.",
      of: (each) => each.contested,
    },
    since: { kind: "date", summary: "Since when it has held.", of: (each) => each.since },
    lastOn: { kind: "date", summary: "The date of the stance that decides.", of: (each) => each.lastOn },
    stanceCount: {
      kind: "number",
      summary: "How many stances were considered.",
      of: (each) => each.contributions.length,
    },
    sourceCount: {
      kind: "number",
      summary: "How many independent sources they are from.",
      of: (each) => each.sourceCount,
    },
    representative: {
      kind: "one",
      table: () => actorTable,
      summary: "Who spoke for the actor.",
      of: (each) => each.representative,
    },
  },
};

const orders = {
  LAST_ON: "By the date of the stance that decides; undated ones as the oldest.",
  SINCE: "By since when it has held; undated ones as the oldest.",
  ACTOR: "By the actor's name.",
  ISSUE: "By the issue's label.",
  INTENSITY: "By intensity, −2 to 2.",
  SCORE: "By score, −1 to 1.",
} as const;
const PositionOrder = orderInput("Position", orders);
type Order = typeof PositionOrder.$inferInput;

/** What every list of positions takes. */
export const positionArgs = builder.args((t) => ({
  where: t.field({ type: whereInput(positionTable), description: "Which ones; all when left out." }),
  asOf: t.field({ type: AsOfInput, description: "As of when; everything known when left out." }),
  rule: t.field({
    type: PositionRuleInput,
    description: "How stances make a position; LATEST when left out.",
  }),
  orderBy: t.field({
    type: [PositionOrder],
    description: "In which order; the newest first, then by the actor's name, when left out.",
  }),
}));

interface PositionListArgs extends PageRequest {
  readonly where?: Where | null;
  readonly asOf?: typeof AsOfInput.$inferInput | null;
  readonly rule?: typeof PositionRuleInput.$inferInput | null;
  readonly orderBy?: readonly Order[] | null;
}

/**
 * A page of positions, out of those that `answer` finds for what the filter asks of actors and issues; `own` says of
 * whom, or on what, where it is a list of one thing.
 */
export function positionList(
  context: Context,
  args: PositionListArgs,
  answer: (question: Question, asked: Asked) => readonly Answer[],
  own: Asked = {},
) {
  const { test, isWhole, ...asked } = pairFilter(context, args.where, positionTable);
  const question = questionOf(args);
  const isPlain = isWhole && (args.orderBy ?? []).length === 0;
  const asking = isPlain ? projecting(context, question) : null;
  if (asking !== null) {
    const among = narrowedTo(own, asked);
    const newest = newestPage(asking, among, args);
    if (newest !== null) return shownPage(context, newest, () => countAnswers(asking, among));
  }
  const all = answer(question, asked).filter(test);
  const page = pageOfItems(sorted(context, all, args.orderBy ?? []), keyOfAnswer, args);
  return shownPage(context, page, () => all.length);
}

function shownPage(context: Context, page: Page<Answer>, count: () => number) {
  hinted(context, page.items);
  return connectionOf(page, count);
}

function narrowedTo(own: Asked, { actors, issues }: Asked): Asked {
  return {
    actors: own.actors == null ? actors : both(actors, own.actors),
    issues: own.issues == null ? issues : both(issues, own.issues),
  };
}

type Comparison = (a: Answer, b: Answer) => number;

function sorted(context: Context, answers: readonly Answer[], asked: readonly Order[]): readonly Answer[] {
  const { actors, issues } = context.load;
  actors.hint(answers.map(({ actor }) => actor));
  if (asked.some(({ field }) => field === "ISSUE")) issues.hint(answers.map(({ issue }) => issue));
  const by: Readonly<Record<Order["field"], Comparison>> = {
    LAST_ON: (a, b) => byText(a.lastOn?.latest ?? "", b.lastOn?.latest ?? ""),
    SINCE: (a, b) => byText(a.since?.latest ?? "", b.since?.latest ?? ""),
    ACTOR: (a, b) => byText(found(actors, a.actor).name, found(actors, b.actor).name),
    ISSUE: (a, b) => byText(found(issues, a.issue).label, found(issues, b.issue).label),
    INTENSITY: (a, b) => a.intensity - b.intensity,
    SCORE: (a, b) => a.score - b.score,
  };
  const comparisons: readonly Comparison[] = [
    ...asked.map(
      ({ field, direction }): Comparison => (direction === "DESC" ? (a, b) => by[field](b, a) : by[field]),
    ),
    (a, b) => by.LAST_ON(b, a),
    by.ACTOR,
    (a, b) => byText(keyOfAnswer(a), keyOfAnswer(b)),
  ];
  return answers.toSorted((a, b) => comparisons.reduce((order, compare) => order || compare(a, b), 0));
}
