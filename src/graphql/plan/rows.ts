import type { EvidenceId } from "../../domain/id.ts";
import type { NarrowRow } from "../../store/narrow.ts";
import { edtfOf } from "../../store/rows.ts";
import { evidenceTable } from "../../store/tables.ts";
import type { FragmentMap } from "./fragments.ts";
import type { RowField, RowPlan } from "./row-plan.ts";
import type { Column, Run } from "./run.ts";
import { Unplanned } from "./unplanned.ts";

/** Something of which the id is known, and perhaps the key of its row, by which it is quicker to find. */
export interface Named {
  readonly id: string;
  readonly key?: number | null;
}

/**
 * Writes things from their rows: those not written lately are read in one statement, whatever else they hold. They are
 * named by their keys where all have one, else by their ids.
 */
export function rowColumn(plan: RowPlan): Column {
  return (values, run) => {
    const named = values as readonly Named[];
    const keys = named.map(({ key = null }) => key);
    if (!keys.includes(null)) return textsByKey(plan, keys as number[], run);
    return textsById(
      plan,
      named.map(({ id }) => id),
      run,
    );
  };
}

/** What has its key at hand is part of what is kept as a whole, where that is so. */
function textsByKey(plan: RowPlan, keys: readonly number[], run: Run): readonly string[] {
  const kept = run.isKept ? null : run.fragments.of(plan);
  return textsOf(plan, keys, run, { kept, rowsOf: rowsByKey });
}

/** What others lead to is shared by them. */
function textsById(plan: RowPlan, ids: readonly string[], run: Run): readonly string[] {
  return textsOf(plan, ids, run, { kept: run.fragments.ofShared(plan), rowsOf: rowsById });
}

interface Reading<Name> {
  readonly kept: FragmentMap | null;
  /** The rows of some, each with its name before its columns, in the order of the names. */
  readonly rowsOf: (plan: RowPlan, names: readonly Name[], run: Run) => readonly NarrowRow[];
}

function textsOf<Name extends number | string>(
  plan: RowPlan,
  names: readonly Name[],
  run: Run,
  { kept, rowsOf }: Reading<Name>,
): readonly string[] {
  const texts: (string | undefined)[] = [];
  const missing: Name[] = [];
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] as Name;
    const isSame = isRepeated(names, at);
    const text = isSame ? texts[at - 1] : kept?.get(name);
    texts.push(text);
    if (text === undefined && !isSame) missing.push(name);
  }
  if (missing.length === 0) return texts as readonly string[];
  const rows = rowsOf(plan, missing, run);
  const written = writtenOf(plan.fields, rows, run);
  let next = 0;
  for (let at = 0; at < names.length; at += 1) {
    if (isRepeated(names, at)) texts[at] = texts[at - 1];
    if (texts[at] !== undefined) continue;
    const name = names[at] as Name;
    if (rows[next]?.[0] !== name) unplanned();
    const text = written[next] as string;
    kept?.set(name, text);
    texts[at] = text;
    next += 1;
  }
  return texts as readonly string[];
}

/** What a list leads to is often the same in a row. */
function isRepeated(names: readonly unknown[], at: number): boolean {
  return at > 0 && names[at] === names[at - 1];
}

/** From the projection, where it holds all that is asked; else from the table. */
function rowsByKey({ projected, byKey }: RowPlan, keys: readonly number[], { context }: Run) {
  const projection = context.store.projection.current();
  if (projected === null || projection === null) return context.store.narrow(byKey, keys);
  const rows = keys.map((key) => projected(projection, key));
  const others = keys.filter((_, index) => rows[index] === null);
  if (others.length === 0) return rows as readonly NarrowRow[];
  const read = context.store.narrow(byKey, others);
  if (read.length < others.length) unplanned();
  let next = 0;
  return rows.map((row) => row ?? (read[next++] as NarrowRow));
}

function rowsById(plan: RowPlan, ids: readonly string[], { context }: Run): readonly NarrowRow[] {
  const read = context.store.narrow;
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
    case "one":
      return textsById(
        field.plan,
        rows.map((row) => row[at] as string),
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
  const lone = onlyKeys.filter((key) => key !== 0);
  // They are part of their owners' texts: those are kept, where any are.
  const texts = textsByKey(plan, lone, { ...run, isKept: true }).values();
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
