import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { StanceGraphError } from "../../domain/error.ts";
import { openStore } from "../../store/open.ts";
import { counted, countsInWords } from "../counts.ts";
import type { Effects } from "../effects.ts";
import { exitCodes } from "../exit.ts";
import { required } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { verb } from "../verb.ts";

export const restore = verb({
  arguments: { file: required('A file that "stancegraph backup" made.') },
  flags: { db },
  notes:
    "The file is verified first, then takes the database's place in one step. The old database is kept as <db>.bak.",
  examples: [["stancegraph restore stancegraph-2024-03-08.db", "Brings a backup back."]],
  run: async (input, effects) => {
    const [file, path] = [pathOf(effects, input.file), pathOf(effects, input.db)];
    if (!existsSync(file))
      throw new StanceGraphError("not_found", `There is no file ${file}; check its name.`);
    if (file === path)
      throw new StanceGraphError("conflict", `${file} is the database itself; name a backup of it.`);
    const copy = `${path}.restoring`;
    try {
      copyFileSync(file, copy);
      const words = checked(copy, file, effects);
      const kept = setAside(path, effects);
      renameSync(copy, path);
      await effects.stderr.write(`Restored ${words} to ${path}.${kept}\n`);
      return exitCodes.ok;
    } finally {
      for (const suffix of ["", "-wal", "-shm"]) rmSync(copy + suffix, { force: true });
    }
  },
});

/** Opens the copy as a database of ours, which brings it up to date, and proves it. */
function checked(copy: string, file: string, effects: Effects): string {
  const store = openAs(copy, file, effects);
  try {
    const { faults } = store.verify();
    const [first] = faults;
    if (first === undefined) return countsInWords(store);
    throw new StanceGraphError(
      "corrupt",
      `${file} does not verify, nothing was changed: ${counted(faults.length, "fault")}, first ${first.id}: ${first.message}.`,
    );
  } finally {
    store.close();
  }
}

/** What is wrong with the copy is told of the file it was made from. */
function openAs(copy: string, file: string, effects: Effects): ReturnType<typeof openStore> {
  try {
    return openStore({ path: copy, clock: effects.clock });
  } catch (error) {
    if (!(error instanceof StanceGraphError)) throw error;
    throw new StanceGraphError(error.code, error.message.replaceAll(copy, file), error.path);
  }
}

/** Moves the old database out of the way, with what of it is not checkpointed; refused while another program uses it. */
function setAside(path: string, effects: Effects): string {
  if (!existsSync(path)) return "";
  settle(path, effects);
  for (const suffix of ["", "-wal", "-shm"]) {
    rmSync(`${path}.bak${suffix}`, { force: true });
    if (existsSync(path + suffix)) renameSync(path + suffix, `${path}.bak${suffix}`);
  }
  return ` The database before it is kept as ${path}.bak.`;
}

/** The last one to close a database folds its log into it; a log that stays shows that someone else has it open. */
function settle(path: string, effects: Effects): void {
  try {
    openStore({ path, clock: effects.clock }).close();
  } catch (error) {
    if (error instanceof StanceGraphError && error.code === "corrupt") return;
    throw error;
  }
  if (!existsSync(`${path}-wal`)) return;
  throw new StanceGraphError(
    "unavailable",
    `${path} is in use; stop the server or program that has it open, then restore again.`,
  );
}
