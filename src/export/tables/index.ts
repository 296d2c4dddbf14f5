import { StanceGraphError } from "../../domain/error.ts";
import type { Table } from "../table.ts";
import { actors } from "./actors.ts";
import { documents } from "./documents.ts";
import { events } from "./events.ts";
import { evidence } from "./evidence.ts";
import { issues } from "./issues.ts";
import { positions } from "./positions.ts";
import { relations } from "./relations.ts";
import { stances } from "./stances.ts";

/** Everything that can be exported as rows, with its columns. */
export const exportTables: readonly Table[] = [
  stances,
  positions,
  actors,
  issues,
  documents,
  evidence,
  relations,
  events,
];

export function tableNamed(name: string): Table {
  const table = exportTables.find((each) => each.name === name);
  if (table !== undefined) return table;
  const known = exportTables.map((each) => each.name).join(", ");
  throw new StanceGraphError("not_found", `There is no table "${name}" to export; there are: ${known}.`);
}
