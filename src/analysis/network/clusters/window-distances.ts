import type { Network } from "../network.ts";

/**
 * How far the networks of windows are from each other (windows × windows): the sum of what their weights differ by, each
 * network's weights as shares of their sum, so that more talk alone makes no distance; 0 to 2. A network without weights
 * is 1 from those that have some.
 */
export function windowDistances(networks: readonly Network[]): Float64Array {
  const shares = networks.map(sharesIn);
  const { length } = networks;
  const distances = new Float64Array(length * length);
  for (let one = 0; one < length; one += 1)
    for (let other = one + 1; other < length; other += 1) {
      const distance = apart(shares[one] as Shares, shares[other] as Shares);
      distances[one * length + other] = distance;
      distances[other * length + one] = distance;
    }
  return distances;
}

type Shares = ReadonlyMap<string, number>;

function sharesIn({ rows, columns, values }: Network): Shares {
  const all = values.reduce((sum, value) => sum + Math.abs(value), 0);
  const shares = new Map<string, number>();
  const width = columns.labels.length;
  for (const [at, value] of values.entries())
    if (value !== 0)
      shares.set(`${rows.labels[Math.floor(at / width)]}\n${columns.labels[at % width]}`, value / all);
  return shares;
}

function apart(one: Shares, other: Shares): number {
  let sum = 0;
  for (const [pair, share] of one) sum += Math.abs(share - (other.get(pair) ?? 0));
  for (const [pair, share] of other) if (!one.has(pair)) sum += Math.abs(share);
  return sum;
}
