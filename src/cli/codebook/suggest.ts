import { suggestionsFor } from "../../analysis/codebook/suggest.ts";
import type { Quoted } from "../../analysis/codebook/suggestion.ts";
import type { Stance } from "../../domain/stance.ts";
import { codebookIssues } from "../../ingest/codebook.ts";
import type { Store } from "../../store/open.ts";
import { withReading } from "../database.ts";
import { exitCodes } from "../exit.ts";
import { options, text } from "../flag.ts";
import { db } from "../flags.ts";
import { formatFlags, formatOf, printRows } from "../output.ts";
import type { Column } from "../row.ts";
import { verb } from "../verb.ts";

const columns: readonly Column[] = [
  { name: "issue", summary: "For which issue: its id." },
  { name: "kind", summary: "ANCHOR, EXAMPLE, SPLIT or MERGE." },
  { name: "suggestion", summary: "What to add, or what to do." },
  { name: "because", summary: "What speaks for it." },
];

export const suggest = verb({
  arguments: {},
  flags: { db, issue: options("<name>", "Only for this issue: an id or a label.", text), ...formatFlags },
  notes: `By accepted stances alone. ANCHOR: words and phrases that are far more frequent in an issue's quotes than in others
(log-odds with an informative Dirichlet prior, Monroe et al. 2008; z from 1.96 on, in two quotes or more). EXAMPLE: the surest
stances whose level is TEXTUAL, in the fewest words, two a direction. SPLIT: by a facet of whose values one is supported and
another opposed. MERGE: issues of like words on which five holders or more take the same side.`,
  examples: [
    ["stancegraph codebook suggest", "What would make the codebook better, by what was coded with it."],
    ["stancegraph codebook suggest --issue us-withdrawal --jsonl", "The same for one issue, for a script."],
  ],
  run: (input, effects) =>
    withReading(input.db, effects, async (store) => {
      const asked = new Set(input.issue.map((name) => store.issues.named(name).id));
      const found = suggestionsFor(codebookIssues(store), [...quotedIn(store)]);
      const rows = found
        .filter(({ issue }) => asked.size === 0 || asked.has(issue))
        .map((suggestion) => ({ ...suggestion }));
      await printRows({ columns, rows, format: formatOf(input) }, effects);
      return exitCodes.ok;
    }),
});

const batchSize = 500;

/** The accepted stances with their quotes, read a batch at a time. */
function* quotedIn(store: Store): Generator<Quoted> {
  let batch: Stance[] = [];
  for (const stance of store.stances.all({ where: { status: { eq: "ACCEPTED" } } })) {
    batch.push(stance);
    if (batch.length < batchSize) continue;
    yield* withQuotes(store, batch);
    batch = [];
  }
  yield* withQuotes(store, batch);
}

function withQuotes(store: Store, stances: readonly Stance[]): readonly Quoted[] {
  const evidence = store.documents.evidenceByIds(stances.flatMap((stance) => stance.evidence));
  const quoteOf = new Map(evidence.map(({ id, quote }) => [id, quote]));
  return stances.map((stance) => ({
    ...stance,
    quotes: stance.evidence.map((id) => quoteOf.get(id) ?? ""),
  }));
}
