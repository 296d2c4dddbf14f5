import { type Camps, expectedOf, type Norms, type Opposition, sizesOf } from "./quality.ts";

/** A division into camps that knows what each swap would change. */
export interface Division {
  readonly camps: Camps;
  /** What all pairs add up to. */
  readonly sum: () => number;
  /** The two rows of two camps whose swap gains most; null: none gains. */
  readonly bestSwap: () => readonly [number, number] | null;
  readonly swap: (rows: readonly [number, number]) => void;
  /** The row of a camp that would fit best into another. */
  readonly bestMove: (from: number, to: number) => number;
}

/** Sizes stay, so that what is expected stays; worths[row, camp] is what a row adds, were it of that camp. */
export function divisionOf(opposition: Opposition, norms: Norms, given: Camps): Division {
  const { size } = opposition;
  const { camps } = given;
  const of = given.of.slice();
  const expected = expectedOf(sizesOf(given), norms);
  const { congruence, conflict } = opposition;
  const { within, between } = expected;
  // `pairQuality`, without an object for each of the many pairs.
  const pair = (one: number, camp: number, other: number, otherCamp: number) => {
    const agree = congruence[one * size + other] as number;
    const dispute = conflict[one * size + other] as number;
    return camp === otherCamp
      ? Math.abs(agree - (within[camp] as number)) + Math.abs(dispute)
      : Math.abs(agree) + Math.abs(dispute - (between[camp * camps + otherCamp] as number));
  };
  const worths = new Float64Array(size * camps);
  for (let row = 0; row < size; row += 1)
    for (let camp = 0; camp < camps; camp += 1)
      for (let other = 0; other < size; other += 1)
        if (other !== row)
          (worths[row * camps + camp] as number) += pair(row, camp, other, of[other] as number);
  const worth = (row: number, camp: number) => worths[row * camps + camp] as number;
  const gain = (one: number, other: number) => {
    const [a, b] = [of[one] as number, of[other] as number];
    const before = worth(one, a) + worth(other, b) - pair(one, a, other, b);
    const after =
      worth(one, b) -
      pair(one, b, other, b) +
      worth(other, a) -
      pair(other, a, one, a) +
      pair(one, b, other, a);
    return after - before;
  };
  const move = (row: number, to: number) => {
    const from = of[row] as number;
    of[row] = to;
    for (let other = 0; other < size; other += 1)
      for (let camp = 0; camp < camps && other !== row; camp += 1)
        (worths[other * camps + camp] as number) += pair(other, camp, row, to) - pair(other, camp, row, from);
  };
  return {
    camps: { camps, of },
    sum: () => of.reduce((sum, camp, row) => sum + worth(row, camp), 0) / 2,
    bestSwap: () => {
      let [best, found]: [number, readonly [number, number] | null] = [1e-9, null];
      for (let one = 0; one < size; one += 1)
        for (let other = one + 1; other < size; other += 1) {
          if (of[one] === of[other]) continue;
          const gained = gain(one, other);
          if (gained > best) [best, found] = [gained, [one, other]];
        }
      return found;
    },
    swap: ([one, other]) => {
      const [a, b] = [of[one] as number, of[other] as number];
      move(one, b);
      move(other, a);
    },
    bestMove: (from, to) => {
      const own = [...of.keys()].filter((row) => of[row] === from);
      return own.reduce((best, row) =>
        worth(row, to) - worth(row, from) > worth(best, to) - worth(best, from) ? row : best,
      );
    },
  };
}
