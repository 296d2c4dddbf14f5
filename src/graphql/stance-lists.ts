import type { PageRequest } from "../store/page.ts";
import type { AsOf } from "../store/stances.ts";
import { stanceTable } from "../store/tables.ts";
import type { Where } from "../store/where.ts";
import { builder } from "./builder.ts";
import { connectionOf } from "./connection.ts";
import type { Context } from "./context.ts";
import { AsOfInput } from "./inputs.ts";
import { both, searched } from "./narrowed.ts";
import { orderInput, termsOf } from "./order.ts";
import { perRevision } from "./per-revision.ts";
import { projectedCount } from "./projected-counts.ts";
import { projectedPage } from "./projected-pages.ts";
import { questionOf } from "./questions.ts";
import { referToStance } from "./references.ts";
import { whereInput } from "./where.ts";

const StanceOrder = orderInput("Stance", {
  EFFECTIVE_ON: "By the last day on which it can have been held; undated ones as the oldest.",
  RECORDED_AT: "By when we recorded it.",
  INTENSITY: "By intensity, −2 to 2.",
  HOLDER: "By the holder's id.",
  ISSUE: "By the issue's id.",
  CONFIDENCE: "By the coder's confidence; those without as the least.",
});

/** What every list of stances takes. */
export const stanceArgs = builder.args((t) => ({
  where: t.field({
    type: whereInput(stanceTable),
    description: "Which ones; all, whatever their status, when left out.",
  }),
  search: t.string({
    description: "Words in their quotes: each must occur, the last one may be a beginning.",
  }),
  asOf: t.field({
    type: AsOfInput,
    description: "Only those that counted as of then; when left out, all, whatever their status.",
  }),
  orderBy: t.field({ type: [StanceOrder], description: "In which order; the newest first when left out." }),
}));

interface StanceListArgs extends PageRequest {
  readonly where?: Where | null;
  readonly search?: string | null;
  readonly asOf?: typeof AsOfInput.$inferInput | null;
  readonly orderBy?: (typeof StanceOrder.$inferInput)[] | null;
}

/** A page of stances, of one owner where `own` says so. */
export function stanceList(context: Context, args: StanceListArgs, own?: Where) {
  const { store, load } = context;
  const asked = searched(args.where, args.search);
  const where = (own === undefined ? asked : both(asked, own)) ?? null;
  const asOf = args.asOf == null ? null : questionOf(args).asOf;
  const request = { ...args, where, asOf, orderBy: termsOf(args.orderBy) };
  const page = projectedPage(context, request) ?? store.stances.keysPage(request);
  const items = page.items.map(({ id, key }) => referToStance(load.stances, id, key));
  return connectionOf({ ...page, items }, () => countOf(context, { where, asOf }));
}

/** How many stances lists have, of one revision: each page of a list asks it anew. */
const countsIn = perRevision(() => new Map<string, number>());
const maxCounts = 4_000;

function countOf(context: Context, asked: { readonly where: Where | null; readonly asOf: AsOf | null }) {
  const counts = countsIn(context.store);
  const question = JSON.stringify(asked);
  const known = counts.get(question);
  if (known !== undefined) return known;
  const count = projectedCount(context, asked) ?? context.store.stances.count(asked.where, asked.asOf);
  if (counts.size >= maxCounts) counts.clear();
  counts.set(question, count);
  return count;
}
