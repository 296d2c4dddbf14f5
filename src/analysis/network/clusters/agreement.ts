/** How two divisions of the same things into groups overlap. */
interface Overlap {
  readonly size: number;
  readonly both: readonly number[];
  readonly ones: readonly number[];
  readonly others: readonly number[];
}

/**
 * The adjusted Rand index: the share of pairs that both divisions treat alike, less what chance would give; 1 the same,
 * 0 as by chance, below 0 less than that. Null of fewer than two things.
 * Hubert & Arabie 1985, Comparing Partitions, Journal of Classification 2.
 */
export function adjustedRand(one: ArrayLike<number>, other: ArrayLike<number>): number | null {
  const { size, both, ones, others } = overlapOf(one, other);
  if (size < 2) return null;
  const [shared, ofOne, ofOther] = [both, ones, others].map((counts) =>
    counts.reduce((sum, n) => sum + pairs(n), 0),
  );
  const expected = ((ofOne as number) * (ofOther as number)) / pairs(size);
  const most = ((ofOne as number) + (ofOther as number)) / 2;
  return most === expected ? 1 : ((shared as number) - expected) / (most - expected);
}

/**
 * Normalised mutual information: what one division tells of the other, as a share of the mean of their entropies; 0 to
 * 1. Null of nothing. Strehl & Ghosh 2002, Cluster Ensembles; with the arithmetic mean after Kvålseth 1987.
 */
export function mutualInformation(one: ArrayLike<number>, other: ArrayLike<number>): number | null {
  const { size, both, ones, others } = overlapOf(one, other);
  if (size === 0) return null;
  const [joint, ofOne, ofOther] = [both, ones, others].map((counts) => entropyOf(counts, size));
  const mean = ((ofOne as number) + (ofOther as number)) / 2;
  return mean === 0 ? 1 : Math.max(0, ((ofOne as number) + (ofOther as number) - (joint as number)) / mean);
}

function overlapOf(one: ArrayLike<number>, other: ArrayLike<number>): Overlap {
  const [left, right] = [Array.from(one), Array.from(other)];
  const counted = (keys: readonly (string | number)[]) =>
    [...Map.groupBy(keys, (key) => key).values()].map((own) => own.length);
  return {
    size: left.length,
    both: counted(left.map((group, at) => `${group} ${right[at]}`)),
    ones: counted(left),
    others: counted(right),
  };
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function entropyOf(counts: readonly number[], size: number): number {
  return counts.reduce((sum, count) => sum - (count / size) * Math.log(count / size), 0);
}
