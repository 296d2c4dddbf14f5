import { undoRecode } from "../../ingest/undo-recode.ts";
import { authorOf } from "../author.ts";
import { counted } from "../counts.ts";
import { withStore } from "../database.ts";
import { exitCodes } from "../exit.ts";
import { integer, option, text, toggle } from "../flag.ts";
import { db } from "../flags.ts";
import { verb } from "../verb.ts";

const revisionOf = integer(1, Number.MAX_SAFE_INTEGER);

export const undo = verb({
  arguments: {
    revision: {
      summary: 'The revision that "codebook recode" told.',
      isRequired: true,
      isMany: false,
      read: ([given = ""]) => revisionOf(given),
    },
  },
  flags: {
    db,
    dryRun: toggle("Tell what would happen, and write nothing."),
    why: option("<reason>", "Why, for the review and the audit.", text),
  },
  notes: `The old stances stand again as they did. All or nothing: where somebody has decided on one of them since, that is told, and
nothing is written. What was undone is done again by undoing the revision of the undoing.`,
  examples: [["stancegraph codebook undo 2", "Takes the recoding of revision 2 back."]],
  run: (input, effects) =>
    withStore(input.db, effects, async (store) => {
      const { dryRun, revision: asked } = input;
      const { standing, revision } = undoRecode(store, asked, {
        author: authorOf(effects, input.why),
        dryRun,
      });
      const stances = counted(standing.length, "stance");
      await effects.stderr.write(
        dryRun
          ? `${stances} would stand again as before revision ${asked}. A dry run: nothing was written.\n`
          : `${stances} ${standing.length === 1 ? "stands" : "stand"} again as before revision ${asked}; this is revision ${revision}.\n`,
      );
      return exitCodes.ok;
    }),
});
