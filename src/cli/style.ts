import { createColors } from "picocolors";
import type { Effects, Output } from "./effects.ts";

/** Whether colour is wanted: on a terminal, unless NO_COLOR says no; anywhere, if FORCE_COLOR says so. */
export function isColoured(output: Output, env: Effects["env"]): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== "0") return true;
  return output.isTTY && env.TERM !== "dumb";
}

/** The colours of one stream; plain text where none are wanted. */
export function coloursOf(output: Output, env: Effects["env"]): ReturnType<typeof createColors> {
  return createColors(isColoured(output, env));
}
