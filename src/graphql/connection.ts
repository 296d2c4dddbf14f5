import type { Page } from "../store/page.ts";

/** An item of a page with its place, which is made when it is asked for. */
class Edge<T, Node> {
  readonly item: T;
  readonly node: Node;
  readonly #page: Page<T>;
  readonly #index: number;

  constructor(page: Page<T>, index: number, node: Node) {
    this.item = page.items[index] as T;
    this.node = node;
    this.#page = page;
    this.#index = index;
  }

  get cursor(): string {
    return this.#page.cursorAt(this.#index);
  }
}

/** Where a page is in its list; its cursors are made when they are asked for. */
class PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #page: Page<unknown>;

  constructor(page: Page<unknown>) {
    this.hasNextPage = page.hasNextPage;
    this.hasPreviousPage = page.hasPreviousPage;
    this.#page = page;
  }

  get startCursor(): string | null {
    return this.#cursorAt(0);
  }

  get endCursor(): string | null {
    return this.#cursorAt(this.#page.items.length - 1);
  }

  #cursorAt(index: number): string | null {
    return this.#page.items.length === 0 ? null : this.#page.cursorAt(index);
  }
}

/** A page of a list as Relay wants it; `nodes` are made from the edges. */
export function connectionOf<T>(page: Page<T>, totalCount: () => number) {
  return edgesOf(page, (item) => item, totalCount);
}

/** A page of items that lead to what is shown; fields of an edge tell what else an item says. */
export function edgesOf<T, Node>(page: Page<T>, nodeOf: (item: T) => Node, totalCount: () => number) {
  return {
    edges: page.items.map((item, index) => new Edge(page, index, nodeOf(item))),
    pageInfo: new PageInfo(page),
    totalCount,
  };
}
