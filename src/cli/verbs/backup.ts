import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { StanceGraphError } from "../../domain/error.ts";
import { withStore } from "../database.ts";
import { exitCodes } from "../exit.ts";
import { required } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { grouped } from "../progress.ts";
import { verb } from "../verb.ts";

export const backup = verb({
  arguments: { file: required("The file to make; it must not exist yet.") },
  flags: { db },
  notes: 'Others may go on reading and writing meanwhile. Bring it back with "stancegraph restore".',
  examples: [["stancegraph backup stancegraph-2024-03-08.db", "Copies the whole graph into one file."]],
  run: (input, effects) =>
    withStore(input.db, effects, async (store) => {
      const file = pathOf(effects, input.file);
      if (existsSync(file))
        throw new StanceGraphError("conflict", `${file} exists already; name another file.`);
      await copyWhole(file, (part) => store.backup(part));
      await effects.stderr.write(`Wrote ${file}, ${grouped(statSync(file).size)} bytes.\n`);
      return exitCodes.ok;
    }),
});

/** Writes beside the goal and renames, so that there is never half a backup under its name. */
async function copyWhole(file: string, write: (part: string) => Promise<unknown>): Promise<void> {
  const part = `${file}.part`;
  try {
    await write(part);
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}
