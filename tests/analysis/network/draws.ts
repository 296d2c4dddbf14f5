import type { Statements } from "../../../src/analysis/network/statements.ts";

/**
 * The windows around a statement that the Discourse Network Analyzer may draw: of the first and the last day it takes
 * as many statements as are missing, whichever. Those that differ by equal statements only are told once.
 */
export function* drawnWindows(
  statements: Statements,
  { middle, half }: { readonly middle: number; readonly half: number },
): Generator<Int32Array> {
  const { day, size } = statements;
  const all = [...Array(size).keys()];
  const [first, last] = [day[middle - half] as number, day[middle + half] as number];
  const before = all.filter((at) => (day[at] as number) > first && at < middle);
  const after = all.filter((at) => (day[at] as number) < last && at > middle);
  const startOf = all.filter((at) => day[at] === first);
  const stopOf = all.filter((at) => day[at] === last);
  for (const start of draws(kindsOf(statements, startOf), half - before.length))
    for (const stop of draws(kindsOf(statements, stopOf), half - after.length))
      yield Int32Array.from([...start, ...before, middle, ...after, ...stop]);
}

function kindsOf(
  { actor, issue, level }: Statements,
  places: readonly number[],
): readonly (readonly number[])[] {
  return [...Map.groupBy(places, (at) => `${actor[at]} ${issue[at]} ${level[at]}`).values()];
}

/** Each way to take so many of some kinds. */
function* draws(kinds: readonly (readonly number[])[], count: number): Generator<readonly number[]> {
  const [kind, ...others] = kinds;
  if (kind === undefined) {
    if (count === 0) yield [];
    return;
  }
  for (let taken = Math.min(count, kind.length); taken >= 0; taken -= 1)
    for (const rest of draws(others, count - taken)) yield [...kind.slice(0, taken), ...rest];
}
