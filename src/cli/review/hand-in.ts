import { codingItems } from "../../export/coding-items.ts";
import { sourceOf } from "../../http/source.ts";
import { importSources } from "../../ingest/import.ts";
import { textSource } from "../../ingest/source.ts";
import { openStore, type Store } from "../../store/open.ts";
import { authorOf } from "../author.ts";
import { counted } from "../counts.ts";
import { withStore } from "../database.ts";
import { exitCodes } from "../exit.ts";
import { option, required, text, toggle } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { verb } from "../verb.ts";

export const handIn = verb({
  arguments: { file: required("The coder's database, as `review hand-out` made it.") },
  flags: {
    db,
    dryRun: toggle("Tell what would happen, and write nothing."),
    why: option("<reason>", "Why, for the audit.", text),
  },
  notes: `All that was coded there comes as proposals, in the coder's name; actors that the coder had to add come with it. Handed in
again it adds what is new. See "reliability" for how far coders agree, and "review conflicts" for where they do not.`,
  examples: [["stancegraph review hand-in ben.db", "Takes what Ben has coded blind, as proposals."]],
  run: async (input, effects) => {
    const theirs = openStore({ path: pathOf(effects, input.file), clock: effects.clock, readOnly: true });
    try {
      return await withStore(input.db, effects, async (store) => {
        const items = itemsIn(theirs, store);
        const { added, revised, present } = importSources(
          store,
          [textSource("hand-in.jsonl", items.join("\n"))],
          {
            author: authorOf(effects, input.why),
            dryRun: input.dryRun,
            status: "PROPOSED",
          },
        );
        const dry = input.dryRun ? " A dry run: nothing was written." : "";
        await effects.stderr.write(
          `${counted(added.stance ?? 0, "stance")} handed in, ${revised.stance ?? 0} revised, ${present.stance ?? 0} there already; ${counted(added.actor ?? 0, "actor")} new.${dry}\n`,
        );
        return exitCodes.ok;
      });
    } finally {
      theirs.close();
    }
  },
});

/** Their coders, the actors that are not known here, and their stances as proposals. */
function itemsIn(theirs: Store, ours: Store): readonly string[] {
  const source = sourceOf(theirs);
  const actors = [...codingItems.actor(source)].filter(({ id }) => ours.actors.get(id as never) === null);
  return [
    ...[...codingItems.coder(source)].map((coder) => ({ coder })),
    ...actors.map((actor) => ({ actor })),
    ...[...codingItems.stance(source)].map((stance) => ({ stance: { ...stance, status: "PROPOSED" } })),
  ].map((item) => JSON.stringify(item));
}
