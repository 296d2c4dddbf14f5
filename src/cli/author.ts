import type { Author } from "../domain/coder.ts";
import type { Effects } from "./effects.ts";

/** Who changes something from the command line: the user of this machine. */
export function authorOf({ user }: Effects, why: string | null = null): Author {
  return { who: user, why };
}
