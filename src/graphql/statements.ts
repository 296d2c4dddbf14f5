import { type Qualifier, qualified } from "../analysis/network/qualifiers.ts";
import type { Statements } from "../analysis/network/statements.ts";
import { type KeyedColumns, projectedStatements } from "../analysis/projected-statements.ts";
import type { StanceId } from "../domain/id.ts";
import type { Projection } from "../domain/projection/projection.ts";
import type { Store } from "../store/open.ts";
import type { StanceAxis } from "../store/stance-columns.ts";
import type { AsOf } from "../store/stances.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";
import { kept } from "./kept.ts";
import { type Loader, loaderOf } from "./loader.ts";
import { remembered } from "./memory.ts";
import { dayAsked } from "./questions.ts";

/** Which stances count, and what of them is compared. */
export interface StatementsAsked {
  readonly where?: Where | null | undefined;
  readonly asOf: AsOf;
  readonly rows: StanceAxis;
  readonly columns: StanceAxis;
  readonly qualifier: Qualifier;
  /** Whether their documents are asked for. */
  readonly documents: boolean;
}

/** Stances as statements, with the key of each by its place. */
export interface KeyedStatements extends Statements {
  readonly key: Uint32Array;
}

/** The stances that count, as statements. Their columns are read once a revision. */
export function statementsOf(context: Context, { qualifier, ...asked }: StatementsAsked): KeyedStatements {
  const columns = columnsOf(context, asked);
  const made = statementsMade.get(columns) ?? new Map<Qualifier, KeyedStatements>();
  const statements = made.get(qualifier) ?? { ...qualified(columns, qualifier), key: columns.key };
  statementsMade.set(columns, made.set(qualifier, statements));
  return statements;
}

/** As long as their columns are remembered. */
const statementsMade = new WeakMap<KeyedColumns, Map<Qualifier, KeyedStatements>>();

/** Loads ids of stances by the keys that statements have. */
export function stanceIds(context: Context): Loader<string, StanceId> {
  return kept(context, "stance ids by key", () =>
    loaderOf<string, StanceId>((keys) =>
      [...context.store.columns.ids(keys.map(Number))].map(([key, id]) => [String(key), id] as const),
    ),
  );
}

/** Sixteen stances take about as much memory as a row of another list. */
const stancesARow = 16;

function columnsOf({ store }: Context, asked: Omit<StatementsAsked, "qualifier">): KeyedColumns {
  const { where, asOf, rows, columns } = asked;
  const projection = projectionFor(store, asked);
  const read = () => [
    projection === null ? store.columns.of(asked) : projectedStatements(projection, dayAsked(asOf)),
  ];
  const from = projection === null ? "tables" : "projection";
  const question = `columns ${JSON.stringify([from, where ?? null, asOf, rows, columns])}`;
  return remembered(store, question, read, ({ size }) => size / stancesARow)[0] as KeyedColumns;
}

/** A projection tells the stances of all holders on all issues as they are known now, but not their documents. */
function projectionFor(store: Store, asked: Omit<StatementsAsked, "qualifier">): Projection | null {
  const { where, asOf, rows, columns, documents } = asked;
  const isTold =
    where == null && asOf.knownAt === null && rows === "HOLDER" && columns === "ISSUE" && !documents;
  return isTold ? store.projection.current() : null;
}
