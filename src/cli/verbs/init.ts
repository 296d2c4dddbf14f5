import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { StanceGraphError } from "../../domain/error.ts";
import { openStore } from "../../store/open.ts";
import { countsInWords } from "../counts.ts";
import type { Effects } from "../effects.ts";
import { exitCodes } from "../exit.ts";
import { option, optional, text } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { seedOnce } from "../seed.ts";
import { verb } from "../verb.ts";

export const init = verb({
  arguments: { folder: optional("The folder to make it in; this one when left out.") },
  flags: {
    db,
    seed: option(
      "[folder]",
      "Fill it with a folder's coding; without a folder, with the example that comes with stancegraph.",
      text,
    ),
  },
  examples: [
    ["stancegraph init", "Makes an empty stancegraph.db here."],
    ["stancegraph init --seed", "Makes one with the U.S.-Iraq talks in it, to try things out."],
    [
      "stancegraph init talks --seed seed/us-iraq-talks",
      "Makes talks/stancegraph.db from a coding of yours.",
    ],
  ],
  run: async (input, effects) => {
    const folder = pathOf(effects, input.folder ?? ".");
    const path = pathOf({ ...effects, cwd: folder }, input.db);
    if (input.seed === null && existsSync(path) && !isBlank(path)) throw taken(path);
    mkdirSync(folder, { recursive: true });
    await effects.stderr.write(`Made ${path}: ${await made(path, input.seed, effects)}.\n`);
    return exitCodes.ok;
  },
});

/** Makes and fills it, or leaves nothing new behind; returns what is in it. An interrupted one is gone on with. */
async function made(path: string, seed: string | null, effects: Effects): Promise<string> {
  const isNew = !existsSync(path);
  const store = openStore({ path, clock: effects.clock, create: true });
  try {
    if (seed !== null && !(await seedOnce(store, seed, effects))) throw taken(path);
    return countsInWords(store);
  } catch (error) {
    store.close();
    if (isNew) for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
    throw error;
  } finally {
    store.close();
  }
}

/** A file without bytes, as `mktemp` makes it. */
function isBlank(path: string): boolean {
  const found = statSync(path);
  return found.isFile() && found.size === 0;
}

function taken(path: string): StanceGraphError {
  return new StanceGraphError("conflict", `${path} exists already; name another with --db, or move it away.`);
}
