import { type Qualifier, qualified } from "../analysis/network/qualifiers.ts";
import type { Statements } from "../analysis/network/statements.ts";
import type { StanceId } from "../domain/id.ts";
import type { StanceAxis, StanceColumns } from "../store/stance-columns.ts";
import type { AsOf } from "../store/stances.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";
import { kept } from "./kept.ts";
import { type Loader, loaderOf } from "./loader.ts";
import { remembered } from "./memory.ts";

/** Which stances count, and what of them is compared. */
export interface StatementsAsked {
  readonly where?: Where | null | undefined;
  readonly asOf: AsOf;
  readonly rows: StanceAxis;
  readonly columns: StanceAxis;
  readonly qualifier: Qualifier;
}

/** Stances as statements, with the key of each by its place. */
export interface KeyedStatements extends Statements {
  readonly key: Int32Array;
}

/** The stances that count, as statements. Their columns are read once a revision. */
export function statementsOf(context: Context, { qualifier, ...asked }: StatementsAsked): KeyedStatements {
  const columns = columnsOf(context, asked);
  return { ...qualified(columns, qualifier), key: columns.key };
}

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

function columnsOf(context: Context, asked: Omit<StatementsAsked, "qualifier">): StanceColumns {
  const read = () => [context.store.columns.of(asked)];
  const question = `columns ${JSON.stringify([asked.where ?? null, asked.asOf, asked.rows, asked.columns])}`;
  return remembered(context.store, question, read, ({ size }) => size / stancesARow)[0] as StanceColumns;
}
