import { StanceGraphError } from "../../domain/error.ts";
import { withForeign } from "../../store/foreign.ts";
import { baseOf, coderName, type DnaBase } from "../dna/base.ts";
import { documentEntries } from "../dna/documents.ts";
import { type Roles, rolesIn } from "../dna/roles.ts";
import { type Beside, besideOf } from "../dna/settings.ts";
import { type Sorted, sortedBy, stanceEntries } from "../dna/statements.ts";
import { dnaTables } from "../dna/tables.ts";
import { datasetAttributes, noLine, type Things, thingsIn } from "../dna/things.ts";
import { type DnaMapping, mappingOf } from "../mapping.ts";
import type { Source } from "../source.ts";
import type { Entry, ImportFormat } from "./format.ts";

export const dna: ImportFormat = {
  name: "dna",
  summary: "A database of the Discourse Network Analyzer 3: documents, statements, entities and coders.",
  extensions: [".dna"],
  isOfFiles: true,
  *read(source, wanted, problem) {
    const reading = readingOf(source);
    const { base, things, sorted, mapping, beside } = reading;
    if (wanted.includes("dataset")) {
      for (const fault of [...base.faults, ...lostPlaces(base, sorted)])
        problem({ file: source.name, line: null, ...fault });
      yield* heads(reading);
      yield* documentEntries(base, { remarks: sorted.remarks, language: mapping.language, beside });
    }
    if (wanted.includes("actor")) yield* things.entries.actor;
    if (wanted.includes("issue")) yield* things.entries.issue;
    if (wanted.includes("stance")) yield* findings(reading, source);
  },
  told: (source) => {
    const { roles, sorted } = readingOf(source);
    return toldOf(sorted, roles);
  },
};

/** The dataset and the coders. */
function* heads({ base, things, beside }: Reading): Generator<Entry> {
  const dataset = beside.applied("dataset", { attributes: datasetAttributes(base, things.others) });
  yield { kind: "dataset", value: dataset, field: "SETTINGS", lineOf: noLine };
  for (const coder of base.coders) {
    const name = coderName(coder);
    const value = beside.applied(`coder ${name}`, { name });
    if (value !== null) yield { kind: "coder", value, field: `CODERS ${coder.ID}`, lineOf: noLine };
  }
}

function* findings({ sorted, roles, things, beside }: Reading, { name: file }: Source): Generator<Entry> {
  for (const kind of ["relation", "event"] as const)
    for (const { name, item } of beside.items(kind)) yield { kind, value: item, field: name, lineOf: noLine };
  yield* stanceEntries(sorted, { roles, things, beside, file });
}

interface Reading {
  readonly base: DnaBase;
  readonly roles: Roles;
  readonly things: Things;
  readonly sorted: Sorted;
  readonly mapping: DnaMapping;
  readonly beside: Beside;
}

const readings = new WeakMap<Source, Reading>();

/** A database is read once, though it is asked for in several passes. */
function readingOf(source: Source): Reading {
  const known = readings.get(source);
  if (known !== undefined) return known;
  const { path, name } = source;
  if (path === undefined) {
    throw new StanceGraphError(
      "invalid",
      `${name} is no file; a DNA database is imported by its file's name.`,
    );
  }
  const mapping = mappingOf(source)?.dna ?? {};
  const base = baseOf(withForeign(path, (database) => dnaTables(database, path)));
  const roles = rolesIn(base, mapping);
  const beside = besideOf(base, name);
  const things = thingsIn(base, roles, beside);
  const reading = { base, roles, things, sorted: sortedBy(base.statements, roles), mapping, beside };
  readings.set(source, reading);
  return reading;
}

/** Remarks whose place is not in the text; of stances that is told when they are recorded. */
function lostPlaces({ documents }: DnaBase, { remarks }: Sorted) {
  const lengths = new Map(documents.map(({ ID, Text }) => [ID, Text.length]));
  return remarks
    .filter(({ document, start, stop }) => start >= stop || stop > (lengths.get(document) as number))
    .map(({ id, document, start, stop }) => ({
      field: `STATEMENTS ${id}`,
      message: `The place ${start} to ${stop} is not in the text of document ${document}, which has ${lengths.get(document)} characters; correct it in DNA.`,
    }));
}

function toldOf({ stances, remarks }: Sorted, roles: Roles): readonly string[] {
  const unheld = stances.filter(({ said }) => said.holder === said.speaker).length;
  const voiced = stances.filter(({ said }) => said.speaker !== null).length - unheld;
  const types = Map.groupBy(remarks, ({ type }) => type);
  return [
    `${stances.length} statements became stances of their ${roles.holder} on their ${roles.issue}; ${voiced} of them through a ${roles.speaker}.`,
    ...(unheld > 0 ? [`${unheld} have no ${roles.holder}; their ${roles.speaker} holds them.`] : []),
    ...[...types].map(
      ([type, own]) =>
        `${own.length} of type "${type}" have no ${roles.holder}, ${roles.issue} or side; they are kept as annotations of their documents.`,
    ),
  ];
}
