import type { SearchType } from "../store/search.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";

/** The most hits that narrow a list: as many values as a filter takes. */
const maxHits = 1000;

/** A filter that also holds another. */
export function both(where: Where | null | undefined, other: Where): Where {
  return where == null ? other : { AND: [where, other] };
}

/** A filter narrowed to what a full text search finds; without a search, the filter itself. */
export function searched(
  { store }: Context,
  where: Where | null | undefined,
  search: string | null | undefined,
  type: SearchType,
  whereOf: (ids: readonly string[]) => Where = (ids) => ({ id: { in: ids } }),
): Where | null | undefined {
  if (search == null) return where;
  return both(where, whereOf(store.search(search, [type], maxHits).map(({ id }) => id)));
}

/** Whether one thing is among those that a filter lets through. */
export function isAmong(
  list: { readonly count: (where: Where) => number },
  id: string,
  where: Where | null | undefined,
): boolean {
  return where == null || list.count(both(where, { id: { eq: id } })) > 0;
}
