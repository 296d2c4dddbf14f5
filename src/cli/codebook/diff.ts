import { type CodebookChange, type CodebookDiff, codebookDiff } from "../../analysis/codebook/diff.ts";
import type { Issue } from "../../domain/issue.ts";
import { codebookIssues } from "../../ingest/codebook.ts";
import { counted } from "../counts.ts";
import { withReading } from "../database.ts";
import type { Effects } from "../effects.ts";
import { exitCodes } from "../exit.ts";
import { optional, required } from "../flag.ts";
import { db } from "../flags.ts";
import { formatFlags, formatOf, printRows } from "../output.ts";
import type { Cell, Column, Row } from "../row.ts";
import { verb } from "../verb.ts";
import { codebookOfFiles } from "./reading.ts";

const columns: readonly Column[] = [
  { name: "change", summary: "ADDED, REMOVED or CHANGED." },
  { name: "issue", summary: "Which issue: its id." },
  {
    name: "field",
    summary: "Which field is different; of an issue that one side has alone, its proposition.",
  },
  { name: "before", summary: "What it was." },
  { name: "after", summary: "What it is." },
  { name: "versionBefore", summary: "The version of the codebook before.", isDetail: true },
  { name: "versionAfter", summary: "The version of the codebook after.", isDetail: true },
];

export const diff = verb({
  arguments: {
    before: required("A coding file (YAML, JSON, JSON lines)."),
    after: optional("Another; the graph's codebook when left out."),
  },
  flags: { db, ...formatFlags },
  notes:
    "Issues are the same by their ids. The versions of both are told on standard error, and stand in each row but for the table.",
  examples: [
    [
      "stancegraph codebook diff seed/us-iraq-talks/coding.yaml",
      "What is different in the graph from what the file says.",
    ],
  ],
  run: async (input, effects) => {
    const before = codebookOfFiles([input.before], effects).issues;
    const found = codebookDiff(before, await issuesAfter(input, effects));
    const rows = found.changes.map((change) => rowOf(change, found));
    const format = formatOf(input);
    if (rows.length > 0 || format !== "table") await printRows({ columns, rows, format }, effects);
    await effects.stderr.write(
      `${input.before} is version ${found.before.version}, ${input.after ?? "the graph"} is version ${found.after.version}: ${counted(rows.length, "difference")}.\n`,
    );
    return exitCodes.ok;
  },
});

function issuesAfter(
  { after, db: database }: { readonly after: string | null; readonly db: string },
  effects: Effects,
): readonly Issue[] | Promise<readonly Issue[]> {
  if (after !== null) return codebookOfFiles([after], effects).issues;
  return withReading(database, effects, codebookIssues);
}

function rowOf(change: CodebookChange, { before, after }: CodebookDiff): Row {
  const whole = { change: change.change, issue: change.issue.id };
  const versions = { versionBefore: before.version, versionAfter: after.version };
  switch (change.change) {
    case "ADDED":
      return { ...whole, field: "proposition", before: null, after: change.issue.proposition, ...versions };
    case "REMOVED":
      return { ...whole, field: "proposition", before: change.issue.proposition, after: null, ...versions };
    case "CHANGED":
      return {
        ...whole,
        ...{ field: change.field, before: change.before as Cell, after: change.after as Cell },
        ...versions,
      };
  }
}
