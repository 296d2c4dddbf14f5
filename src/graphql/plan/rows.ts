import type { EvidenceId } from "../../domain/id.ts";
import type { NarrowRow } from "../../store/narrow.ts";
import { edtfOf } from "../../store/rows.ts";
import { evidenceTable } from "../../store/tables.ts";
import type { RowField, RowPlan } from "./row-plan.ts";
import type { Column, Run } from "./run.ts";
import { Unplanned } from "./unplanned.ts";

/** Something of which the id is known, and perhaps the key of its row, by which it is quicker to find. */
export interface Named {
  readonly id: string;
  readonly key?: number | null;
}

/** Writes things from their rows: those not written lately are read in one statement, whatever else they hold. */
export function rowColumn(plan: RowPlan): Column {
  return (values, run) => textsOf(plan, values as readonly Named[], run);
}

/** Things are named by their keys where all have one, else by their ids. */
function textsOf(plan: RowPlan, named: readonly Named[], run: Run): readonly string[] {
  const isByKey = named.every(({ key = null }) => key !== null);
  const names = isByKey ? named.map(({ key }) => key as number) : named.map(({ id }) => id);
  // What has its key at hand is what is kept as a whole already, where that is so; what it leads to is shared by others.
  const kept = isByKey && run.isKept ? null : run.fragments.of(plan);
  const texts = new Map<number | string, string | undefined>();
  const missing: Named[] = [];
  for (const [index, name] of names.entries()) {
    if (texts.has(name)) continue;
    const text = kept?.get(name);
    if (text === undefined) missing.push(named[index] as Named);
    texts.set(name, text);
  }
  if (missing.length > 0) {
    const rows = isByKey ? rowsByKey(plan, missing, run) : rowsById(plan, missing, run);
    for (const [index, text] of writtenOf(plan.fields, rows, run).entries()) {
      const name = rows[index]?.[0] as number | string;
      kept?.set(name, text);
      texts.set(name, text);
    }
  }
  return names.map((name) => texts.get(name) ?? unplanned());
}

/** From the projection, where it holds all that is asked; else from the table. */
function rowsByKey({ projected, byKey }: RowPlan, named: readonly Named[], { context }: Run) {
  const keys = named.map(({ key }) => key as number);
  const projection = context.store.projection.current();
  if (projected === null || projection === null) return context.store.narrow(byKey, keys);
  const rows: NarrowRow[] = [];
  const others: number[] = [];
  for (const key of keys) {
    const row = projected(projection, key);
    if (row === null) others.push(key);
    else rows.push(row);
  }
  return others.length === 0 ? rows : [...rows, ...context.store.narrow(byKey, others)];
}

function rowsById(plan: RowPlan, named: readonly Named[], { context }: Run): readonly NarrowRow[] {
  const read = context.store.narrow;
  const ids = named.map(({ id }) => id);
  // An evidence's id is its place: the store finds its key by that.
  if (plan.table !== evidenceTable) return read(plan.byId, ids);
  const keys = context.store.documents.evidenceKeys(ids as EvidenceId[]);
  const idOf = new Map(keys.map((key, index) => [key, ids[index] as string]));
  const rows = read(
    plan.byKey,
    keys.filter((key) => key !== null),
  );
  return rows.map(([key, ...columns]) => [idOf.get(key as number) as string, ...columns]);
}

/** The texts of rows: what each was named by comes first, then the plan's columns. */
function writtenOf(fields: readonly RowField[], rows: readonly NarrowRow[], run: Run): readonly string[] {
  const columns = fields.map((field) => fieldTexts(field, rows, run));
  return rows.map((_, index) => {
    let text = "";
    for (let place = 0; place < columns.length; place += 1) {
      text += (fields[place] as RowField).start + (columns[place] as readonly string[])[index];
    }
    return `${text}}`;
  });
}

function fieldTexts(field: RowField, rows: readonly NarrowRow[], run: Run): readonly string[] {
  const { at } = field;
  switch (field.kind) {
    case "name":
      return rows.map(() => field.text);
    case "value":
      return field.column(
        rows.map((row) => (field.isDate ? edtfOf(row[at], row[at + 1], row[at + 2]) : row[at])),
        run,
      );
    case "joined":
      return writtenOf(field.fields, rows, run);
    case "one":
      return textsOf(
        field.plan,
        rows.map((row) => ({ id: row[at] as string })),
        run,
      );
    case "many":
      return manyTexts(field, rows, run);
  }
}

/** The rows of all owners together: where there is one alone and its key is known, it is read by that. */
function manyTexts(field: Many, owners: readonly NarrowRow[], run: Run): readonly string[] {
  const { at, plan, only } = field;
  const keys = owners.map((row) => row[at] as number);
  const projection = run.context.store.projection.current();
  if (only === null || projection === null) return listsOf(field, keys, run);
  const onlyKeys = keys.map((key) => only(projection, key));
  const lone = onlyKeys.filter((key) => key !== 0).map((key) => ({ id: "", key }));
  // They are part of their owners' texts: those are kept, where any are.
  const texts = textsOf(plan, lone, { ...run, isKept: true }).values();
  const lists = listsOf(
    field,
    keys.filter((_, index) => onlyKeys[index] === 0),
    run,
  ).values();
  return onlyKeys.map((key) => (key === 0 ? (lists.next().value as string) : `[${texts.next().value}]`));
}

type Many = RowField & { readonly kind: "many" };

/** The lists of owners, from the table between: their rows come owner by owner, in their order. */
function listsOf({ plan, read }: Many, keys: readonly number[], run: Run): readonly string[] {
  if (keys.length === 0) return [];
  const rows = run.context.store.narrow(read, keys);
  const lists = new Map<unknown, string>();
  for (const [index, text] of writtenOf(plan.fields, rows, run).entries()) {
    const owner = rows[index]?.[0];
    const before = lists.get(owner);
    lists.set(owner, before === undefined ? text : `${before},${text}`);
  }
  return keys.map((key) => `[${lists.get(key) ?? ""}]`);
}

/** A row that names nothing, or something that is not there: not what the schema promises. */
function unplanned(): never {
  throw new Unplanned();
}
