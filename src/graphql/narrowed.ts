import type { Where } from "../store/where.ts";

/** A filter that also holds another. */
export function both(where: Where | null | undefined, other: Where): Where {
  return where == null ? other : { AND: [where, other] };
}

/** A filter narrowed to what a full text search finds; without a search, the filter itself. */
export function searched(
  where: Where | null | undefined,
  search: string | null | undefined,
): Where | null | undefined {
  return search == null ? where : both(where, { SEARCH: search });
}

/** Whether one thing is among those that a filter lets through. */
export function isAmong(
  list: { readonly count: (where: Where) => number },
  id: string,
  where: Where | null | undefined,
): boolean {
  return where == null || list.count(both(where, { id: { eq: id } })) > 0;
}
