import { StanceGraphError } from "../../domain/error.ts";
import type { ItemKind } from "../coding.ts";
import { at } from "../problems.ts";
import type { CompiledActor } from "../table/columns.ts";
import { rowLines, rowOf, type TableReading, tableReading } from "../table/reading.ts";
import type { TableRow } from "../table/template.ts";
import type { Entry, ImportFormat } from "./format.ts";

export const table: ImportFormat = {
  name: "table",
  summary:
    "Any table of claims or votes with a heading (CSV, TSV, also gzipped, or the first sheet of an Excel workbook), read by a mapping file.",
  extensions: [".csv", ".tsv", ".csv.gz", ".tsv.gz", ".xlsx"],
  isOfFiles: true,
  *read(source, wanted, problem) {
    const reading = tableReading(source);
    const { counts, told } = reading;
    if (wanted.includes("dataset")) yield* head(reading);
    const seen = new Set<string>();
    let number = 0;
    for (const { line, fields } of rowLines(reading, source)) {
      number += 1;
      try {
        const row = rowOf(fields, number, reading);
        const lineOf = () => line;
        for (const kind of wanted)
          for (const each of of[kind]?.(row, reading, seen) ?? []) yield { kind, lineOf, ...each };
      } catch (error) {
        if (!(error instanceof StanceGraphError)) throw error;
        const { path, message } = error;
        if (!told.has(line)) problem({ file: source.name, line, field: path.join("."), message });
        told.add(line);
      }
    }
    counts.rows = number;
  },
  told: (source) => {
    const { rows, left } = tableReading(source).counts;
    return [`${rows} rows read${left === 0 ? "" : `; ${left} of them left out, as the mapping says`}.`];
  },
};

type Found = readonly Pick<Entry, "value" | "field" | "isChecked">[];

/** What of each kind is in a row that was in none before. */
const of: Readonly<
  Partial<Record<ItemKind, (row: TableRow, reading: TableReading, seen: Set<string>) => Found>>
> = {
  document: (row, { items }, seen) =>
    isNew(items.documentKey(row), seen) ? [{ value: items.documentOf(row), field: "document" }] : [],
  actor: (row, { items, mapping: { holder, speaker } }, seen) => {
    const foundAs = (field: "holder" | "speaker", actor: CompiledActor | null): Found =>
      at(field, () =>
        actor === null ||
        (field === "speaker" && actor.name(row) === "") ||
        !isNew(items.actorId(actor, row), seen)
          ? []
          : [{ value: items.actorOf(actor, row), field }],
      );
    return [...foundAs("holder", holder), ...foundAs("speaker", speaker)];
  },
  issue: (row, { items }, seen) =>
    isNew(items.issueId(row), seen) ? [{ value: items.issueOf(row), field: "issue" }] : [],
  stance: (row, { items, counts }) => {
    const value = items.stanceOf(row);
    if (value !== null) return [{ value, field: "stance", isChecked: true }];
    counts.left += 1;
    return [];
  },
};

function isNew(key: string, seen: Set<string>): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function* head({ shape: { dataset, coder } }: TableReading): Generator<Entry> {
  const lineOf = () => null;
  if (dataset !== undefined) yield { kind: "dataset", value: dataset, field: "dataset", lineOf };
  if (coder !== undefined) yield { kind: "coder", value: coder, field: "coder", lineOf };
}
