import { itemKinds } from "../../ingest/coding.ts";
import { importFormats } from "../../ingest/formats/index.ts";
import type { ImportReport } from "../../ingest/import.ts";
import { authorOf } from "../author.ts";
import { inBackground } from "../background.ts";
import { counted } from "../counts.ts";
import type { Effects } from "../effects.ts";
import { exitCodes } from "../exit.ts";
import { saveFile } from "../file.ts";
import { oneOf, oneOrMore, option, optionOr, text, toggle } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { formatFlags, formatOf, printRows } from "../output.ts";
import { grouped, withProgress } from "../progress.ts";
import type { Column, Row } from "../row.ts";
import type { ImportInput, ImportTask } from "../tasks/import.ts";
import { verb } from "../verb.ts";

const formatNames = importFormats.map(({ name }) => name);
const statuses = ["PROPOSED", "ACCEPTED"] as const;

const columns: readonly Column[] = [
  { name: "kind", summary: "What kind of thing." },
  { name: "added", summary: "How many were new." },
  { name: "revised", summary: "How many were new versions of what was there." },
  { name: "present", summary: "How many were there already." },
];

export const importing = verb({
  arguments: { files: oneOrMore('Coding files; all of them are one change. "-" is standard input.') },
  flags: {
    db,
    dryRun: toggle("Tell what would happen, and write nothing."),
    align: toggle(
      "Take quotes that differ from the text in marks, spaces, case, what they leave out, or few words; its own words are stored.",
    ),
    rejects: option(
      "<file>",
      "Import what can be, and write what cannot, or what nothing was made of, into this file with the reasons (JSON lines).",
      text,
    ),
    why: option("<reason>", "Why, for the audit.", text),
    format: option(
      "<format>",
      "Their format; told by the file name's ending when left out.",
      oneOf(formatNames),
      { choices: formatNames },
    ),
    mapping: option("<file>", "How columns, marked passages or variables are read: a mapping file.", text),
    status: optionOr(
      "ACCEPTED",
      "<status>",
      "What stances are that do not say: ACCEPTED when left out; PROPOSED awaits review.",
      oneOf(statuses),
      {
        choices: statuses,
      },
    ),
    ...formatFlags,
  },
  notes:
    "All or nothing: with a problem anywhere every problem is listed, as file:line field: what to do, and nothing is written.\nImporting the same again adds nothing.\nA quote must stand in its document to the letter. With --align one word in five may differ, but no negation, modal, number or name.\nDatabases of the Discourse Network Analyzer (.dna), tables (.csv, .tsv, also .gz, .xlsx) and texts marked in\nother programs tell how they were read; name the format where the ending does not tell it.",
  examples: [
    ["stancegraph import seed/us-iraq-talks/coding.yaml", "Imports a coding with the texts it names."],
    [
      "stancegraph import seed/us-iraq-talks/coding.yaml --dry-run",
      "Checks it, and says what would be added.",
    ],
    [
      "stancegraph import seed/irps-nuclear/claims.csv --mapping seed/irps-nuclear/mapping.yaml",
      "Imports a table of claims, as its mapping tells.",
    ],
  ],
  run: async (input, effects) => {
    const { dryRun, status, format, align, rejects } = input;
    const task: ImportTask = {
      path: pathOf(effects, input.db),
      at: effects.clock().toISOString(),
      inputs: await Promise.all(input.files.map((file) => inputOf(file, input.mapping, effects))),
      options: {
        author: authorOf(effects, input.why),
        dryRun,
        status,
        align,
        setAside: rejects !== null,
        ...(format !== null && { format }),
      },
    };
    const report = await withProgress(dryRun ? "Checking" : "Importing", "things", effects, (onProgress) =>
      inBackground<ImportReport>("import", task, { signal: effects.signal(), onProgress }),
    );
    await printRows({ columns, rows: rowsOf(report), format: formatOf(input) }, effects);
    if (rejects !== null && !dryRun) {
      saveFile(
        pathOf(effects, rejects),
        report.rejects.map((each) => `${JSON.stringify(each)}\n`),
      );
      await effects.stderr.write(`${counted(report.rejects.length, "reject")} written to ${rejects}.\n`);
    }
    for (const sentence of report.told) await effects.stderr.write(`${sentence}\n`);
    await effects.stderr.write(`${sentenceOf(report, dryRun)}\n`);
    return exitCodes.ok;
  },
});

/** A file is told by the name that the user gave it. */
async function inputOf(name: string, mapped: string | null, effects: Effects): Promise<ImportInput> {
  const mapping = mapped === null ? undefined : { name: mapped, path: pathOf(effects, mapped) };
  if (name === "-") return { name: "standard input", from: { text: await effects.stdin() }, mapping };
  return { name, from: { path: pathOf(effects, name) }, mapping };
}

function rowsOf({ added, revised, present }: ImportReport): readonly Row[] {
  const kinds = itemKinds.filter((kind) => added[kind] || revised[kind] || present[kind]);
  return kinds.map((kind) => ({
    kind,
    added: added[kind] ?? 0,
    revised: revised[kind] ?? 0,
    present: present[kind] ?? 0,
  }));
}

function sentenceOf({ items, added, revised }: ImportReport, dryRun: boolean): string {
  const [fresh, changed] = [added, revised].map((counts) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0),
  );
  const words = `${counted(items, "thing")} read, ${grouped(fresh ?? 0)} new, ${grouped(changed ?? 0)} revised`;
  return dryRun ? `${words}. A dry run: nothing was written.` : `${words}.`;
}
