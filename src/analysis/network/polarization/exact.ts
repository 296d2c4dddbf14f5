import type { Constraint } from "./constraint.ts";
import { mayHave } from "./constraint.ts";
import { type Camps, expectedOf, normsOf, type Opposition, pairQuality, sizesOf } from "./quality.ts";

/** How many divisions of some rows into camps there are: the Stirling number of the second kind. */
export function divisionsOf(size: number, camps: number): number {
  let row = Float64Array.of(1, ...new Float64Array(camps));
  for (let at = 1; at <= size; at += 1)
    row = row.map((_, camp) => (camp === 0 ? 0 : camp * (row[camp] as number) + (row[camp - 1] as number)));
  return row[camps] as number;
}

/**
 * The division of the highest quality, by trying each; of equals that which comes first. Camps have no names, so that
 * one which only names them anew is not tried again: a row opens at most the next camp.
 */
export function exactCamps(opposition: Opposition, camps: number, constraint: Constraint): Camps {
  const { size } = opposition;
  const norms = normsOf(opposition);
  const of = new Int32Array(size);
  const sizes = new Int32Array(camps);
  let best = { sum: Number.NEGATIVE_INFINITY, of: of.slice() };
  const isAllowed = mayHave(size, camps, constraint);
  const place = (row: number, opened: number): void => {
    if (size - row < camps - opened) return;
    if (row === size) {
      if (!isAllowed(sizes)) return;
      const sum = sumOf(opposition, { camps, of }, norms);
      if (sum > best.sum + 1e-12 * Math.abs(sum)) best = { sum, of: of.slice() };
      return;
    }
    for (let camp = 0; camp < Math.min(opened + 1, camps); camp += 1) {
      of[row] = camp;
      (sizes[camp] as number) += 1;
      if (constraint === "ANY_SIZE" || (sizes[camp] as number) <= Math.ceil(size / camps))
        place(row + 1, Math.max(opened, camp + 1));
      (sizes[camp] as number) -= 1;
    }
  };
  place(0, 0);
  return { camps, of: best.of };
}

function sumOf(opposition: Opposition, camps: Camps, norms: ReturnType<typeof normsOf>): number {
  const expected = expectedOf(sizesOf(camps), norms);
  const { size } = opposition;
  let sum = 0;
  for (let one = 0; one < size; one += 1)
    for (let other = one + 1; other < size; other += 1)
      sum += pairQuality(opposition, expected, {
        at: one * size + other,
        camp: camps.of[one] as number,
        other: camps.of[other] as number,
      });
  return sum;
}
