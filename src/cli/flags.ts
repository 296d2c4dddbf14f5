import { resolve } from "node:path";
import type { Effects } from "./effects.ts";
import { optionOr, text } from "./flag.ts";

/** The flag of every verb that works on a database here. */
export const db = optionOr("stancegraph.db", "<file>", "The database; stancegraph.db when left out.", text, {
  env: "STANCEGRAPH_DB",
});

/** A path as the user means it: from the folder they are in. */
export function pathOf(effects: Effects, path: string): string {
  return path === ":memory:" ? path : resolve(effects.cwd, path);
}
