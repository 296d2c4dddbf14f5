import { parseId } from "../../domain/id.ts";
import { othersBeside } from "../../graphql/coded.ts";
import { adjudicate as decide } from "../../ingest/adjudicate.ts";
import { authorOf } from "../author.ts";
import { counted } from "../counts.ts";
import { withStore } from "../database.ts";
import { exitCodes } from "../exit.ts";
import { option, required, text, toggle } from "../flag.ts";
import { db } from "../flags.ts";
import { verb } from "../verb.ts";

export const adjudicate = verb({
  arguments: { id: required("The reading that is right, as `review conflicts` shows it.") },
  flags: {
    db,
    dryRun: toggle("Tell what would happen, and write nothing."),
    why: option("<reason>", "Why, for the review and the audit.", text),
  },
  notes:
    "It counts from then on; other coders' readings of the same words are turned down with the code OVERRULED.",
  examples: [
    [
      "stancegraph review adjudicate stance:ea8065b64462a0ef --why 'As the codebook has it.'",
      "Decides for one reading.",
    ],
  ],
  run: (input, effects) =>
    withStore(input.db, effects, async (store) => {
      const id = parseId("stance", input.id);
      const author = authorOf(effects, input.why);
      const { over } = decide(store, id, othersBeside(store, id), { author, dryRun: input.dryRun });
      const dry = input.dryRun ? " A dry run: nothing was written." : "";
      await effects.stderr.write(
        `${id} counts; ${counted(over.length, "other reading")} turned down.${dry}\n`,
      );
      return exitCodes.ok;
    }),
});
