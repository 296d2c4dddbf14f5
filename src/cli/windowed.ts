import { kernels } from "../analysis/network/kernels.ts";
import { windowUnits } from "../analysis/network/windows.ts";
import { UsageError } from "./exit.ts";
import { integer, oneOf, option, toggle } from "./flag.ts";
import type { Column, Row } from "./row.ts";

const units = [...windowUnits];
const kernelNames = kernels.map(({ name }) => name);

/** The flags of moving windows. */
export const windowFlags = {
  window: option("<unit>", "In windows that move by this unit.", oneOf(units), { choices: units }),
  size: option("<number>", "How many units a window has; with --window.", integer(2, 10_000), {
    onlyWith: "window",
  }),
  kernel: option(
    "<kernel>",
    "How much stances count by their distance from a window's middle.",
    oneOf(kernelNames),
    {
      choices: kernelNames,
      onlyWith: "window",
    },
  ),
  beyond: { ...toggle("Also windows that reach beyond the first or the last day."), onlyWith: "window" },
} as const;

/** The windows asked for; null without. */
export function windowIn({
  window,
  size,
  kernel,
  beyond,
}: {
  readonly window: string | null;
  readonly size: number | null;
  readonly kernel: string | null;
  readonly beyond: boolean;
}): Readonly<Record<string, unknown>> | null {
  if (window === null) return null;
  if (size === null) throw new UsageError("--window needs --size: how many units a window has.");
  return { unit: window, size, kernel, beyond };
}

/** Columns for the eye: with windows also their days. */
export function datedColumns(columns: readonly Column[], rows: readonly Row[]): readonly Column[] {
  if (rows.every(({ from }) => from === null)) return columns;
  return columns.map(({ name, summary, ...rest }) =>
    ["from", "to"].includes(name) ? { name, summary } : { name, summary, ...rest },
  );
}
