import { StanceGraphError } from "../domain/error.ts";
import type { Sqlite } from "./sqlite.ts";
import { type AsOf, countsAsOf } from "./stances.ts";
import { prepared } from "./statements.ts";
import { stanceTable } from "./tables.ts";
import { compileWhere, type Where } from "./where.ts";

/** By what stances can be counted; undated ones fall under null. */
export const stanceGroups = {
  HOLDER: "stance.holder_id",
  ISSUE: "stance.issue_id",
  DIRECTION: "stance.direction",
  INTENSITY: "stance.intensity",
  ACT: "stance.act",
  DOCUMENT: "stance.document_id",
  CODER: "stance.coder_id",
  STATUS: "stance.status",
  CODING_LEVEL: "stance.coding_level",
  YEAR: "substr(stance.effective_latest, 1, 4)",
  MONTH: "substr(stance.effective_latest, 1, 7)",
} as const;
export type StanceGroup = keyof typeof stanceGroups;

export interface StanceCount {
  /** One value a group, in the order asked. */
  readonly values: readonly (string | null)[];
  readonly stances: number;
  readonly actors: number;
  readonly documents: number;
}

const maxRows = 10_000;

export function stanceCounts(
  db: Sqlite,
  request: {
    readonly where?: Where | null | undefined;
    readonly groupBy: readonly StanceGroup[];
    readonly asOf?: AsOf | null;
  },
): readonly StanceCount[] {
  const filter = compileWhere(request.where, stanceTable);
  const asOf = request.asOf ? countsAsOf(request.asOf) : { sql: "1", params: {} };
  const keys = request.groupBy.map((group) => stanceGroups[group]);
  if (keys.length === 0 || keys.length > 4)
    throw new StanceGraphError("invalid", "Group by one to four things.", ["groupBy"]);
  const places = keys.map((_, index) => index + 1).join(", ");
  const sql = `
    select ${keys.map((key, index) => `${key} as g${index}`).join(", ")},
      count(*) as stances, count(distinct stance.holder_id) as actors, count(distinct stance.document_id) as documents
    from stance
    where ${filter.sql} and ${asOf.sql}
    group by ${places}
    order by ${places}
    limit ${maxRows + 1}
  `;
  const rows = prepared(db, sql).all({ ...filter.params, ...asOf.params }) as Record<
    string,
    string | number | null
  >[];
  if (rows.length > maxRows)
    throw new StanceGraphError(
      "invalid",
      `That makes more than ${maxRows} groups; filter or group coarser.`,
      ["groupBy"],
    );
  return rows.map((row) => ({
    values: keys.map((_, index) => (row[`g${index}`] === null ? null : String(row[`g${index}`]))),
    stances: row.stances as number,
    actors: row.actors as number,
    documents: row.documents as number,
  }));
}
