import { StanceGraphError } from "../../domain/error.ts";
import { withForeign } from "../../store/foreign.ts";
import { baseOf, coderName, type DnaBase } from "../dna/base.ts";
import { documentEntries } from "../dna/documents.ts";
import { type Roles, rolesIn } from "../dna/roles.ts";
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
    const { base, roles, things, sorted, mapping } = readingOf(source);
    if (wanted.includes("dataset")) {
      for (const fault of [...base.faults, ...lostPlaces(base, sorted)])
        problem({ file: source.name, line: null, ...fault });
      const attributes = datasetAttributes(base, things.others);
      yield { kind: "dataset", value: { attributes }, field: "SETTINGS", lineOf: noLine };
      yield* base.coders.map(
        (coder): Entry => ({
          kind: "coder",
          value: { name: coderName(coder) },
          field: `CODERS ${coder.ID}`,
          lineOf: noLine,
        }),
      );
      yield* documentEntries(base, { remarks: sorted.remarks, language: mapping.language });
    }
    if (wanted.includes("actor")) yield* things.entries.actor;
    if (wanted.includes("issue")) yield* things.entries.issue;
    if (wanted.includes("stance")) yield* stanceEntries(sorted, roles, things);
  },
  told: (source) => {
    const { roles, sorted } = readingOf(source);
    return toldOf(sorted, roles);
  },
};

interface Reading {
  readonly base: DnaBase;
  readonly roles: Roles;
  readonly things: Things;
  readonly sorted: Sorted;
  readonly mapping: DnaMapping;
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
  const things = thingsIn(base, roles);
  const reading = { base, roles, things, sorted: sortedBy(base.statements, roles), mapping };
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
