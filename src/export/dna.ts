import type { Attributes } from "../domain/attribute.ts";
import { codingItems } from "./coding-items.ts";
import { type DataType, type StatementType, typesOf } from "./dna/coded.ts";
import { addCoders } from "./dna/coders.ts";
import { addDocuments, numberedDocuments } from "./dna/documents.ts";
import { addEntities, addEntity, labelsOf } from "./dna/entities.ts";
import { colorColumns, emptySheet, type Sheet } from "./dna/sheet.ts";
import { codedGraph, coderIdOf } from "./dna/statements.ts";
import { addStatements } from "./dna/values.ts";
import type { DatabaseFormat } from "./format.ts";
import type { Source } from "./source.ts";

export const dna: DatabaseFormat = {
  name: "dna",
  summary: "The graph as a database of the Discourse Network Analyzer 3, which opens it.",
  mediaType: "application/vnd.sqlite3",
  extension: "dna",
  writes: ["graph"],
  rows: (source) => dnaSheet(source).rows,
};

function dnaSheet(source: Source): Sheet {
  const sheet = emptySheet();
  sheet.set("version", "3.0.7");
  sheet.set("date", "2022-06-10");
  const dataset = source.look.attributes("dataset");
  const coders = addCoders(sheet, source, dataset);
  const coderNames = new Map(sheet.rows.CODERS?.map(({ ID, Name }) => [ID as number, Name as string]));
  const coderOf = (name: unknown) =>
    typeof name === "string" ? (coders.get(coderIdOf(name)) ?? null) : null;
  const documents = numberedDocuments(source);
  const labels = labelsOf(source);
  const { statements, written, holders, speakers } = codedGraph(source, {
    documents,
    labels,
    coders,
    coderOf,
  });
  addDocuments(sheet, source, { numbers: documents, written, coderOf, coderNames });
  const types = typesOf(statements, knownTypes(dataset));
  const variables = addTypes(sheet, types);
  const entities = addEntities(sheet, source, { labels, holders, speakers, variables: byName(variables) });
  for (const [name, attributes] of Object.entries(dataset)) {
    const [, variable = "", value = ""] = /^DNA entity ([^:]+): (.+)$/s.exec(name) ?? [];
    for (const of of byName(variables).get(variable) ?? [])
      addEntity(sheet, entities, { of, value, attributes: attributes as Attributes });
    const [, regex] = /^DNA regex (.+)$/s.exec(name) ?? [];
    if (regex !== undefined) sheet.addPlain("REGEXES", { Label: regex, ...colorColumns(attributes) });
  }
  addStatements(sheet, statements, { types, variables, entities });
  addSettings(sheet, source, dataset);
  return sheet;
}

/** Types by name, with the numbers of their variables. */
function addTypes(
  sheet: Sheet,
  types: ReadonlyMap<string, StatementType>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    [...types].map(([label, { color, variables }]) => {
      const type = sheet.add("STATEMENTTYPES", { Label: label.slice(0, 190), ...colorColumns(color) });
      const numbers = [...variables].map(([name, dataType]) => {
        const Variable = name.slice(0, 190);
        return [
          name,
          sheet.add("VARIABLES", { Variable, DataType: dataType, StatementTypeId: type }),
        ] as const;
      });
      return [label, new Map(numbers)];
    }),
  );
}

function byName(
  types: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const variables of types.values())
    for (const [name, number] of variables) found.set(name, [...(found.get(name) ?? []), number]);
  return found;
}

/** The statement types of the DNA database that the graph came from. */
function knownTypes(dataset: Attributes): ReadonlyMap<string, StatementType> {
  return new Map(
    Object.entries(dataset)
      .filter(([name]) => name.startsWith("DNA statement type "))
      .map(([name, type]) => {
        const { color = null, variables = [] } = type as {
          readonly color?: string | null;
          readonly variables?: readonly (readonly [string, DataType])[];
        };
        return [name.slice("DNA statement type ".length), { color, variables: new Map(variables) }];
      }),
  );
}

/** What DNA has no tables for: the dataset's title, relations and events, as the coding has them. */
function addSettings(sheet: Sheet, source: Source, dataset: Attributes): void {
  const [item = {}] = [...codingItems.dataset(source)];
  sheet.set("stancegraph dataset", JSON.stringify({ ...item, attributes: dataset }));
  for (const kind of ["relation", "event"] as const) {
    for (const [index, each] of [...codingItems[kind](source)].entries())
      sheet.set(`stancegraph ${kind} ${index + 1}`, JSON.stringify(each));
  }
}
