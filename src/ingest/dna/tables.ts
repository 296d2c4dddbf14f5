import { basename } from "node:path";
import { StanceGraphError } from "../../domain/error.ts";
import type { ForeignDatabase } from "../../store/foreign.ts";

/** What we read of a database of the Discourse Network Analyzer 3, by table. */
const read = {
  SETTINGS: ["Property", "Value"],
  CODERS: ["ID", "Name", "Red", "Green", "Blue"],
  DOCUMENTS: ["ID", "Title", "Text", "Coder", "Author", "Source", "Section", "Notes", "Type", "Date"],
  STATEMENTTYPES: ["ID", "Label", "Red", "Green", "Blue"],
  VARIABLES: ["ID", "Variable", "DataType", "StatementTypeId"],
  REGEXES: ["Label", "Red", "Green", "Blue"],
  STATEMENTS: ["ID", "StatementTypeId", "DocumentId", "Start", "Stop", "Coder"],
  DATABOOLEAN: ["ID", "StatementId", "VariableId", "Value"],
  DATAINTEGER: ["ID", "StatementId", "VariableId", "Value"],
  DATALONGTEXT: ["ID", "StatementId", "VariableId", "Value"],
  DATASHORTTEXT: ["ID", "StatementId", "VariableId", "Entity"],
  ENTITIES: ["ID", "VariableId", "Value", "Red", "Green", "Blue", "ChildOf"],
  ATTRIBUTEVARIABLES: ["ID", "VariableId", "AttributeVariable"],
  ATTRIBUTEVALUES: ["ID", "EntityId", "AttributeVariableId", "AttributeValue"],
} as const;

type Table = keyof typeof read;
export type DnaRow<T extends Table> = Readonly<
  Record<Extract<(typeof read)[T][number], TextColumn>, string> &
    Record<Exclude<(typeof read)[T][number], TextColumn>, number>
>;
type TextColumn =
  | "Property"
  | "Name"
  | "Title"
  | "Text"
  | "Author"
  | "Source"
  | "Section"
  | "Notes"
  | "Type"
  | "Label"
  | "Variable"
  | "DataType"
  | "AttributeVariable"
  | "AttributeValue";

export type DnaTables = { readonly [T in Table]: readonly DnaRow<T>[] };

/** The rows of a DNA 3 database; anything else is refused with what it is instead. */
export function dnaTables(database: ForeignDatabase, path: string): DnaTables {
  const { tables } = database;
  const refuse = (message: string): never => {
    throw new StanceGraphError("invalid", `${basename(path)} ${message}`);
  };
  if (!tables.has("STATEMENTS") || !tables.has("SETTINGS"))
    refuse("is a SQLite database, but none of the Discourse Network Analyzer; check which file you named.");
  if (!tables.has("ENTITIES") || versionOf(database).startsWith("2"))
    refuse("is of DNA 2; only databases of DNA 3 can be read. Bring it into DNA 3 first, and import that.");
  for (const [table, columns] of Object.entries(read)) {
    const missing = columns.filter((column) => tables.get(table)?.includes(column) !== true);
    if (missing.length > 0) {
      refuse(
        tables.has(table)
          ? `has no column ${missing.join(", ")} in its table ${table}; open it once in DNA 3, which repairs its databases, and save it anew.`
          : `has no table ${table}; open it once in DNA 3, which repairs its databases, and save it anew.`,
      );
    }
  }
  return Object.fromEntries(
    Object.entries(read).map(([table, columns]) => [table, database.rows(table, columns)]),
  ) as unknown as DnaTables;
}

function versionOf(database: ForeignDatabase): string {
  const settings = database.rows("SETTINGS", ["Property", "Value"]);
  return String(settings.find(({ Property }) => Property === "version")?.Value ?? "");
}
