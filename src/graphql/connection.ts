import type { Page } from "../store/page.ts";

/** A page of a list as Relay wants it; `nodes` are made from the edges. */
export function connectionOf<T>(page: Page<T>, totalCount: () => number) {
  return edgesOf(page, (node, cursor) => ({ node, cursor }), totalCount);
}

/** A page whose edges carry more than the item and its cursor. */
export function edgesOf<T, E extends { readonly cursor: string }>(
  { items, cursors, hasNextPage, hasPreviousPage }: Page<T>,
  edgeOf: (item: T, cursor: string) => E,
  totalCount: () => number,
) {
  return {
    edges: items.map((item, index) => edgeOf(item, cursors[index] as string)),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount,
  };
}
