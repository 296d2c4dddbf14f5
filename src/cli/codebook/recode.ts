import { type Recoded, type Recoding, recode } from "../../ingest/recode.ts";
import type { Store } from "../../store/open.ts";
import { whereFlag } from "../asking.ts";
import { authorOf } from "../author.ts";
import { counted } from "../counts.ts";
import { withStore } from "../database.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { option, text, toggle } from "../flag.ts";
import { db } from "../flags.ts";
import { formatFlags, formatOf, printRows } from "../output.ts";
import type { Column, Row } from "../row.ts";
import { verb } from "../verb.ts";

const columns: readonly Column[] = [
  { name: "old", summary: "The stance on the old issue: its id." },
  { name: "new", summary: "The revision of it on the new one." },
  { name: "holder", summary: "Who holds it: an actor's id." },
  { name: "direction", summary: "Its direction on the old issue." },
  { name: "newDirection", summary: "Its direction on the new one." },
  { name: "quote", summary: "The exact words." },
  { name: "lostFacets", summary: "Its facets that the new issue does not define." },
];

export const recoding = verb({
  arguments: {},
  flags: {
    db,
    from: option("<issue>", "The issue that stances leave: an id or a label.", text),
    to: option("<issue>", "The issue that they go to.", text),
    where: whereFlag("{facets: {some: {value: {eq: immediate}}}}"),
    reverse: toggle("Turn support into opposition and the other way round: the new issue says the opposite."),
    dryRun: toggle("Tell what would happen, and write nothing."),
    why: option("<reason>", "Why, for the review and the audit.", text),
    ...formatFlags,
  },
  notes: `Each stance that is accepted or proposed gets a revision on the other issue, which takes its place with its status, evidence,
attribution, dates and coder; the old one is kept as superseded. All or nothing. "codebook undo" takes it back.`,
  examples: [
    [
      "stancegraph codebook recode --from us-withdrawal --to us-presence --reverse --where '{facets: {some: {value: {eq: immediate}}}}' --dry-run",
      "Tells what would become of the calls to leave at once: they oppose the presence.",
    ],
    [
      "stancegraph codebook recode --from us-withdrawal --to end-coalition --where '{holder: {eq: moderate-factions}}' --why 'A split.'",
      "Files the stances of one holder under another issue.",
    ],
  ],
  run: async (input, effects) => {
    const { from, to, where, reverse, dryRun } = input;
    if (!from || !to) throw new UsageError("Name the old issue with --from, and the new one with --to.");
    const format = formatOf(input);
    return withStore(input.db, effects, async (store) => {
      const author = authorOf(effects, input.why);
      const done = recode(store, { from, to, where, reverse }, { author, dryRun });
      const quoteOf = quotesOf(store, done.recodings);
      const rows = done.recodings.map((each) => rowOf(each, quoteOf));
      if (rows.length > 0 || format !== "table") await printRows({ columns, rows, format }, effects);
      await effects.stderr.write(`${sentenceOf(done, dryRun)}\n`);
      return exitCodes.ok;
    });
  },
});

function quotesOf(store: Store, recodings: readonly Recoding[]): ReadonlyMap<string, string> {
  const evidence = store.documents.evidenceByIds(recodings.flatMap((each) => each.evidence));
  return new Map(evidence.map(({ id, quote }) => [id, quote]));
}

function rowOf({ evidence, lostFacets, ...recoding }: Recoding, quoteOf: ReadonlyMap<string, string>): Row {
  const quote = evidence.map((id) => quoteOf.get(id) ?? "").join(" […] ");
  return { ...recoding, quote, lostFacets: { ...lostFacets } };
}

function sentenceOf({ from, to, recodings, revision }: Recoded, dryRun: boolean): string {
  if (recodings.length === 0) return `No stance on ${from} matches; nothing was written.`;
  const lost = recodings.filter(({ lostFacets }) => Object.keys(lostFacets).length > 0).length;
  const facets = lost === 0 ? "" : ` ${counted(lost, "stance")} lost facets that ${to} does not define.`;
  const moved = counted(recodings.length, "stance");
  if (dryRun) return `${moved} of ${from} would go to ${to}.${facets} A dry run: nothing was written.`;
  return `${moved} of ${from} recoded as ${to}, revision ${revision}.${facets} Undo it with "codebook undo ${revision}".`;
}
