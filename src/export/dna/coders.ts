import type { Attributes } from "../../domain/attribute.ts";
import { type CoderId, idFromName } from "../../domain/id.ts";
import type { Source } from "../source.ts";
import { differences, numbered } from "./coded.ts";
import { colorColumns, type Sheet } from "./sheet.ts";

/** The password of every coder of an exported database is `stancegraph`: DNA asks for one, and the graph has none. */
const password = "c3RhbmNlZ3JhcGgtc2FsdDw4J8+0gCkTxAL5AQ3tWEb4BHtzsrwTNZnGKz9TI+1B";

const permissions = [
  "AddDocuments",
  "EditDocuments",
  "DeleteDocuments",
  "ImportDocuments",
  "AddStatements",
  "EditStatements",
  "DeleteStatements",
  "EditAttributes",
  "EditRegex",
  "EditStatementTypes",
  "EditCoders",
  "EditCoderRelations",
  "ViewOthersDocuments",
  "EditOthersDocuments",
  "ViewOthersStatements",
  "EditOthersStatements",
];

/** Writes the coders, each allowed everything, with DNA's Admin first. */
export function addCoders(sheet: Sheet, source: Source, dataset: Attributes): ReadonlyMap<CoderId, number> {
  const coders = [...source.coders()];
  const order = Object.keys(dataset).filter((name) => name.startsWith("DNA coder "));
  const sorted = coders.sort(
    (a, b) => order.indexOf(`DNA coder ${a.name}`) - order.indexOf(`DNA coder ${b.name}`),
  );
  const admin = sorted.find(({ name }) => name === "Admin");
  const [first, ...rest] = [admin ?? null, ...sorted.filter((coder) => coder !== admin)];
  const all = [first, ...rest];
  const numbers = numbered(all, (coder) => (coder === first ? 1 : null));
  for (const coder of all) {
    const name = coder?.name ?? "Admin";
    sheet.add("CODERS", {
      ID: numbers.get(coder) as number,
      Name: name.slice(0, 190),
      ...colorColumns(dataset[`DNA coder ${name}`] ?? "#ffff00"),
      Refresh: 0,
      FontSize: 14,
      Password: password,
      PopupWidth: 300,
      ColorByCoder: 0,
      PopupDecoration: 0,
      PopupAutoComplete: 1,
      ...Object.fromEntries(permissions.map((permission) => [`Permission${permission}`, 1])),
    });
    if (coder === null) sheet.set("stancegraph coder Admin", "null");
    else {
      const plain = { id: idFromName("coder", name), name, kind: "PERSON", version: null };
      const further = differences({ ...coder }, plain);
      if (Object.keys(further).length > 0) sheet.set(`stancegraph coder ${name}`, JSON.stringify(further));
    }
  }
  const ids = [...numbers.values()];
  for (const coder of ids) {
    for (const other of ids.filter((id) => id !== coder)) {
      sheet.add("CODERRELATIONS", {
        Coder: coder,
        OtherCoder: other,
        viewStatements: 1,
        editStatements: 1,
        viewDocuments: 1,
        editDocuments: 1,
      });
    }
  }
  return new Map(coders.map((coder) => [coder.id, numbers.get(coder) as number]));
}
