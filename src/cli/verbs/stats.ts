import { statSync } from "node:fs";
import { withStore } from "../database.ts";
import { exitCodes } from "../exit.ts";
import { db } from "../flags.ts";
import { fieldFormatFlags, formatOf, printFields } from "../output.ts";
import { verb } from "../verb.ts";

export const stats = verb({
  arguments: {},
  flags: { db, ...fieldFormatFlags },
  examples: [
    ["stancegraph stats", "Counts what is in the graph, with its revision and size."],
    ["stancegraph stats --json", "The same for a script."],
  ],
  run: (input, effects) =>
    withStore(input.db, effects, async (store) => {
      const { id, title, revision, changedAt } = store.dataset.get();
      const counts = store.dataset.counts();
      const fields = { title, id, ...counts, revision, changedAt, bytes: bytesOf(store.path) };
      await printFields(fields, formatOf(input), effects);
      return exitCodes.ok;
    }),
});

/** What the database takes on disk, with what is not checkpointed yet. */
function bytesOf(path: string): number {
  return ["", "-wal"].reduce(
    (sum, suffix) => sum + (statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
