import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { onTestFinished } from "vitest";
import { type DnaRows, dnaFile } from "../../src/store/dna-file.ts";

const text =
  "Miners back the tax, says Ada Cole. Owners oppose it. Nobody asked the cooks. Miners want more.";
const place = (words: string) => ({ Start: text.indexOf(words), Stop: text.indexOf(words) + words.length });
const plain = { Red: 0, Green: 0, Blue: 0 };
const entity = (ID: number, VariableId: number, Value: string) => ({
  ID,
  VariableId,
  Value,
  ...plain,
  ChildOf: null,
});

/** A small debate as DNA keeps it: two types of statements, an integer qualifier, remarks, and every kind of value. */
const rows: DnaRows = {
  SETTINGS: [{ Property: "version", Value: "3.0.7" }],
  CODERS: [{ ID: 1, Name: "Grace", Red: 255, Green: 0, Blue: 0, Password: "x" }],
  DOCUMENTS: [
    {
      ID: 7,
      Title: "The coal debate",
      Text: text,
      Coder: 1,
      Author: "Ed Itor",
      Source: "The Paper",
      Section: "Politics",
      Notes: "Late edition.",
      Type: "News",
      Date: Date.parse("2024-03-08T14:30:00Z") / 1000,
    },
  ],
  STATEMENTTYPES: [
    { ID: 1, Label: "DNA Statement", ...plain },
    { ID: 2, Label: "Strength", ...plain },
    { ID: 3, Label: "Annotation", ...plain },
  ],
  VARIABLES: [
    { ID: 1, Variable: "person", DataType: "short text", StatementTypeId: 1 },
    { ID: 2, Variable: "organization", DataType: "short text", StatementTypeId: 1 },
    { ID: 3, Variable: "concept", DataType: "short text", StatementTypeId: 1 },
    { ID: 4, Variable: "agreement", DataType: "boolean", StatementTypeId: 1 },
    { ID: 5, Variable: "frame", DataType: "short text", StatementTypeId: 1 },
    { ID: 6, Variable: "remark", DataType: "long text", StatementTypeId: 1 },
    { ID: 7, Variable: "organization", DataType: "short text", StatementTypeId: 2 },
    { ID: 8, Variable: "concept", DataType: "short text", StatementTypeId: 2 },
    { ID: 9, Variable: "strength", DataType: "integer", StatementTypeId: 2 },
    { ID: 10, Variable: "note", DataType: "long text", StatementTypeId: 3 },
  ],
  REGEXES: [{ Label: "coal", Red: 255, Green: 0, Blue: 0 }],
  STATEMENTS: [
    { ID: 11, StatementTypeId: 1, DocumentId: 7, ...place("back the tax"), Coder: 1 },
    { ID: 12, StatementTypeId: 1, DocumentId: 7, ...place("oppose it"), Coder: 1 },
    { ID: 13, StatementTypeId: 2, DocumentId: 7, ...place("want more"), Coder: 1 },
    { ID: 14, StatementTypeId: 3, DocumentId: 7, ...place("Nobody asked"), Coder: 1 },
  ],
  DATABOOLEAN: [
    { StatementId: 11, VariableId: 4, Value: 1 },
    { StatementId: 12, VariableId: 4, Value: 0 },
  ],
  DATAINTEGER: [{ StatementId: 13, VariableId: 9, Value: 5 }],
  ENTITIES: [
    entity(1, 1, ""),
    entity(2, 1, "Ada Cole"),
    entity(3, 2, "Miners"),
    entity(4, 2, "Owners"),
    entity(5, 3, "A tax on coal"),
    entity(6, 5, "fairness"),
    entity(7, 5, ""),
    entity(8, 7, "Miners"),
    entity(9, 8, "A tax on coal"),
    entity(10, 2, "Cooks"),
  ],
  DATASHORTTEXT: [
    { StatementId: 11, VariableId: 1, Entity: 2 },
    { StatementId: 11, VariableId: 2, Entity: 3 },
    { StatementId: 11, VariableId: 3, Entity: 5 },
    { StatementId: 11, VariableId: 5, Entity: 6 },
    { StatementId: 12, VariableId: 1, Entity: 1 },
    { StatementId: 12, VariableId: 2, Entity: 4 },
    { StatementId: 12, VariableId: 3, Entity: 5 },
    { StatementId: 12, VariableId: 5, Entity: 7 },
    { StatementId: 13, VariableId: 7, Entity: 8 },
    { StatementId: 13, VariableId: 8, Entity: 9 },
  ],
  DATALONGTEXT: [
    { StatementId: 11, VariableId: 6, Value: "To be checked." },
    { StatementId: 12, VariableId: 6, Value: "" },
    { StatementId: 14, VariableId: 10, Value: "Who are they?" },
  ],
  ATTRIBUTEVARIABLES: [
    { ID: 1, VariableId: 2, AttributeVariable: "Type" },
    { ID: 2, VariableId: 2, AttributeVariable: "Notes" },
    { ID: 3, VariableId: 2, AttributeVariable: "Alias" },
  ],
  ATTRIBUTEVALUES: [
    { EntityId: 3, AttributeVariableId: 1, AttributeValue: "union" },
    { EntityId: 3, AttributeVariableId: 2, AttributeValue: "Those who dig." },
    { EntityId: 3, AttributeVariableId: 3, AttributeValue: "Colliers" },
  ],
};

/** A folder of its own, gone after the test. */
export function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "stancegraph-dna-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The debate as a file, with statements in SQL done to it. */
export function debateFile(sql = ""): string {
  const path = join(folderOfTest(), "debate.dna");
  writeFileSync(path, dnaFile(rows));
  if (sql !== "") {
    const db = new Database(path);
    db.pragma("foreign_keys = off");
    db.pragma("ignore_check_constraints = on");
    db.exec(sql);
    db.close();
  }
  return path;
}
