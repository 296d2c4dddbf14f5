import { findingsIn } from "../../analysis/codebook/check.ts";
import type { Agreement, CheckedCodebook } from "../../analysis/codebook/finding.ts";
import { readingOf, reliabilityOf } from "../../analysis/reliability.ts";
import type { IssueId } from "../../domain/id.ts";
import { codebookIssues } from "../../ingest/codebook.ts";
import type { Store } from "../../store/open.ts";
import { counted } from "../counts.ts";
import { withReading } from "../database.ts";
import { exitCodes } from "../exit.ts";
import { anyNumber } from "../flag.ts";
import { db } from "../flags.ts";
import { formatFlags, formatOf, printRows } from "../output.ts";
import type { Column } from "../row.ts";
import { verb } from "../verb.ts";
import { codebookOfFiles } from "./reading.ts";

const columns: readonly Column[] = [
  { name: "severity", summary: "ERROR, WARNING or ADVICE." },
  { name: "issue", summary: "Of which issue: its id." },
  { name: "finding", summary: "What there is." },
  { name: "remedy", summary: "What to do." },
];

export const check = verb({
  arguments: {
    files: anyNumber("Coding files (YAML, JSON, JSON lines); the graph's codebook when left out."),
  },
  flags: { db, ...formatFlags },
  notes: `ERROR: coders cannot follow it, and it ends with 3. WARNING: they will likely follow it differently. ADVICE: it could help
them more. Of a graph with two coders or more it also tells issues on whose direction they do not agree: alpha below 0.667.`,
  examples: [
    ["stancegraph codebook check", "Tells what coders will stumble over in the graph's codebook."],
    [
      "stancegraph codebook check seed/us-iraq-talks/coding.yaml --jsonl",
      "The same of a coding file, before it is imported.",
    ],
  ],
  run: async (input, effects) => {
    const codebook =
      input.files.length > 0
        ? { ...codebookOfFiles(input.files, effects), agreement: new Map() }
        : await withReading(input.db, effects, codebookInUse);
    const findings = findingsIn(codebook);
    const rows = findings.map((finding) => ({ ...finding }));
    const format = formatOf(input);
    if (rows.length > 0 || format !== "table") await printRows({ columns, rows, format }, effects);
    const errors = findings.filter(({ severity }) => severity === "ERROR").length;
    const words = `${counted(codebook.issues.length, "issue")}: ${counted(findings.length, "finding")}, ${counted(errors, "error")} among them.`;
    await effects.stderr.write(errors > 0 || format === "table" ? `${words}\n` : "");
    return errors > 0 ? exitCodes.rejected : exitCodes.ok;
  },
});

/** The graph's codebook, with how it is used. */
function codebookInUse(store: Store): CheckedCodebook {
  const issues = codebookIssues(store);
  const standing = { status: { in: ["PROPOSED", "ACCEPTED"] } };
  const stances = new Map<IssueId, number>(
    issues.map(({ id }) => [id, store.stances.count({ AND: [standing, { issue: { eq: id } }] })]),
  );
  return {
    issues,
    stances,
    agreement: agreementIn(
      store,
      issues.map(({ id }) => id),
    ),
  };
}

/** As `reliability` counts: all that stand or were turned down, proposals among them. */
function agreementIn(store: Store, issues: readonly IssueId[]): ReadonlyMap<IssueId, Agreement> {
  if ([...store.coders.all()].length < 2) return new Map();
  return new Map(
    issues.map((id) => {
      const where = { issue: { eq: id }, status: { in: ["PROPOSED", "ACCEPTED", "REJECTED"] } };
      const { fields, units } = reliabilityOf([...store.stances.all({ where })].map(readingOf));
      const alpha = fields.find(({ field }) => field === "DIRECTION")?.alpha ?? null;
      return [id, { alpha, units }];
    }),
  );
}
