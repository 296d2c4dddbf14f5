import { StanceGraphError } from "../domain/error.ts";
import type { Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";
import { prepared } from "./statements.ts";
import { type Condition, compileWhere, type Table, type Where } from "./where.ts";

/** A page of a list, in Relay's words. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** The place of the item at an index in the order, opaque; made only when asked for. */
  readonly cursorAt: (index: number) => string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface OrderTerm {
  readonly field: string;
  readonly descending: boolean;
}

export interface ListRequest extends PageRequest {
  readonly where?: Where | null | undefined;
  readonly orderBy?: readonly OrderTerm[] | null | undefined;
}

export const defaultPageSize = 20;
export const maxPageSize = 100;
const batchSize = 500;

/** A list that can be paged: what is selected, what can be asked, and by what it can be ordered. */
export interface List<T> {
  readonly table: Table;
  /** `select … from <table> …` without a where clause, the table under its own name. */
  readonly select: string;
  /** SQL that must hold of every row, whatever is asked. */
  readonly always?: string;
  /** By name: an expression that is never null. The table's id breaks ties. */
  readonly orders: Readonly<Record<string, string>>;
  readonly defaultOrder: readonly OrderTerm[];
  readonly map: (row: Row) => T;
}

/** One page by keyset: as fast deep inside a list as at its start. */
export function pageOf<T>(
  db: Sqlite,
  list: List<T>,
  request: ListRequest,
  extra?: Condition,
  maxSize = maxPageSize,
): Page<T> {
  const { size, cursor, backwards } = windowOf(request, maxSize);
  const terms = orderOf(list, request.orderBy);
  const filter = compileWhere(request.where, list.table);
  const params: Record<string, unknown> = { ...filter.params, ...extra?.params, limit: size + 1 };
  const conditions = [filter.sql, list.always, extra?.sql];
  if (cursor !== null) conditions.push(keyset(terms, decode(cursor, terms.length), backwards, params));
  const order = terms.map(({ sql, descending }) => `${sql} ${descending !== backwards ? "desc" : "asc"}`);
  const keys = terms.map(({ sql }, index) => `${sql} as k${index}`).join(", ");
  const sql = `
    ${list.select.replace(/^\s*select /, `select ${keys}, `)}
    where ${conditions.filter(Boolean).join(" and ")}
    order by ${order.join(", ")}
    limit :limit
  `;
  const rows = prepared(db, sql).all(params) as Row[];
  const hasMore = rows.length > size;
  const kept = rows.slice(0, size);
  if (backwards) kept.reverse();
  return {
    items: kept.map(list.map),
    cursorAt: (index) => encode(terms.map((_, term) => kept[index]?.[`k${term}`] ?? "")),
    hasNextPage: backwards ? cursor !== null : hasMore,
    hasPreviousPage: backwards ? hasMore : cursor !== null,
  };
}

/** Every item of a list in its order, fetched a batch at a time, so that memory stays flat and readers stay short. */
export function* allOf<T>(db: Sqlite, list: List<T>, request: ListRequest, extra?: Condition): Generator<T> {
  let after: string | null = null;
  do {
    const page: Page<T> = pageOf(
      db,
      list,
      { ...request, first: batchSize, after, last: null, before: null },
      extra,
      batchSize,
    );
    yield* page.items;
    after = page.hasNextPage ? page.cursorAt(page.items.length - 1) : null;
  } while (after !== null);
}

/** How many rows a filter leaves, whatever the page. */
export function countOf<T>(
  db: Sqlite,
  list: List<T>,
  where: Where | null | undefined,
  extra?: Condition,
): number {
  const filter = compileWhere(where, list.table);
  const conditions = [filter.sql, list.always, extra?.sql].filter(Boolean).join(" and ");
  const sql = `select count(*) from ${list.table.name} where ${conditions}`;
  return prepared(db, sql)
    .pluck()
    .get({ ...filter.params, ...extra?.params }) as number;
}

/** The ids of all rows that a filter leaves, in no order. */
export function idsOf<T>(db: Sqlite, list: List<T>, where: Where | null | undefined): readonly string[] {
  const filter = compileWhere(where, list.table);
  const conditions = [filter.sql, list.always].filter(Boolean).join(" and ");
  const sql = `select ${list.table.name}.id from ${list.table.name} where ${conditions}`;
  return prepared(db, sql).pluck().all(filter.params) as string[];
}

/** Pages a list that is already computed; cursors are positions by key, so they survive a longer list. */
export function pageOfItems<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  request: PageRequest,
): Page<T> {
  const { size, cursor, backwards } = windowOf(request);
  const key = cursor === null ? null : keyAt(cursor);
  const at = key === null ? -1 : items.findIndex((item) => keyOf(item) === key);
  if (key !== null && at < 0)
    throw new StanceGraphError("invalid", "The cursor is of a list that has changed; start anew.");
  const end = backwards && key !== null ? at : items.length;
  const start = backwards ? Math.max(0, end - size) : at + 1;
  const kept = items.slice(start, backwards ? end : start + size);
  return keyedPage(kept, keyOf, {
    hasNextPage: start + kept.length < items.length,
    hasPreviousPage: start > 0,
  });
}

/** A page whose items say by a key where they are. */
export function keyedPage<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  more: Pick<Page<T>, "hasNextPage" | "hasPreviousPage">,
): Page<T> {
  return { items, cursorAt: (index) => encode([keyOf(items[index] as T)]), ...more };
}

/** The key that a cursor of such a page holds. */
export function keyAt(cursor: string): string {
  return String(decode(cursor, 1)[0]);
}

/** How many items are asked for, from where, and in which direction; refused when that contradicts itself. */
export function windowOf({ first, after, last, before }: PageRequest, maxSize = maxPageSize) {
  if (first != null && last != null)
    throw new StanceGraphError("invalid", "Ask for first or last, not both.");
  if ((after != null && last != null) || (before != null && last == null)) {
    throw new StanceGraphError("invalid", "Use after with first, and before with last.");
  }
  const size = first ?? last ?? defaultPageSize;
  if (!Number.isInteger(size) || size < 0 || size > maxSize) {
    throw new StanceGraphError("invalid", `A page holds 0 to ${maxSize} items; ${size} were asked for.`);
  }
  return { size, cursor: (last != null ? before : after) ?? null, backwards: last != null };
}

interface SqlTerm {
  readonly sql: string;
  readonly descending: boolean;
}

function orderOf<T>(list: List<T>, asked: readonly OrderTerm[] | null | undefined): readonly SqlTerm[] {
  const seen = new Set<string>();
  const terms = (asked && asked.length > 0 ? asked : list.defaultOrder).map(({ field, descending }) => {
    if (seen.has(field)) {
      throw new StanceGraphError("invalid", `The order "${field}" is given twice; leave one out.`, [
        "orderBy",
      ]);
    }
    seen.add(field);
    const sql = Object.hasOwn(list.orders, field) ? list.orders[field] : undefined;
    if (sql === undefined) {
      throw new StanceGraphError(
        "invalid",
        `No order "${field}"; choose one of: ${Object.keys(list.orders).join(", ")}.`,
      );
    }
    return { sql, descending };
  });
  return [...terms, { sql: `${list.table.name}.id`, descending: terms.at(-1)?.descending ?? false }];
}

/** "After these values" in an order whose terms may run either way; the first bound lets the index serve it. */
function keyset(
  terms: readonly SqlTerm[],
  values: readonly unknown[],
  backwards: boolean,
  params: Record<string, unknown>,
): string {
  for (const [index, value] of values.entries()) params[`c${index}`] = value;
  const sign = ({ descending }: SqlTerm) => (descending !== backwards ? "<" : ">");
  const alternatives = terms.map((term, index) => {
    const equal = terms.slice(0, index).map((earlier, place) => `${earlier.sql} = :c${place} and `);
    return `(${equal.join("")}${term.sql} ${sign(term)} :c${index})`;
  });
  const [leading] = terms;
  return leading === undefined
    ? "1"
    : `${leading.sql} ${sign(leading)}= :c0 and (${alternatives.join(" or ")})`;
}

/** A place in an order, as its values say it; opaque to who gets it. */
export function encode(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The values of a place; refused when there are not as many. */
export function decode(cursor: string, length: number): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const isKey = (value: unknown) => typeof value === "string" || typeof value === "number";
    if (Array.isArray(values) && values.length === length && values.every(isKey)) return values;
  } catch {
    // Not ours; said below.
  }
  throw new StanceGraphError(
    "invalid",
    "This is no cursor of this list; take one from its edges or pageInfo.",
  );
}
