import { codebookOf } from "../../domain/codebook.ts";
import { codebookCoding } from "../../export/coding.ts";
import { sourceOf } from "../../http/source.ts";
import { codebookIssues } from "../../ingest/codebook.ts";
import { withReading } from "../database.ts";
import { exitCodes } from "../exit.ts";
import { db } from "../flags.ts";
import { verb } from "../verb.ts";

export const show = verb({
  arguments: {},
  flags: { db },
  notes:
    "A coding (YAML) with issues alone, as `import` and `codebook diff` take it. Its version is another as soon as a word is.",
  examples: [
    [
      "stancegraph codebook show > codebook.yaml",
      "Keeps the codebook in a file, to edit it and import it again.",
    ],
  ],
  run: (input, effects) =>
    withReading(input.db, effects, async (store) => {
      const { version } = codebookOf(codebookIssues(store));
      for (const piece of codebookCoding(sourceOf(store), version)) await effects.stdout.write(piece);
      return exitCodes.ok;
    }),
});
