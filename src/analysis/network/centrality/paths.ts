import { neighboursOf, type Ties } from "./centrality.ts";

/** The shortest paths from one node; a tie is 1 / weight long. */
export interface Paths {
  /** Infinite where there is none. */
  readonly length: Float64Array;
  /** How many shortest paths lead to each. */
  readonly count: Float64Array;
  /** By node those before it on its shortest paths. */
  readonly before: readonly (readonly number[])[];
  /** Those reached, nearest first, itself the first. */
  readonly order: readonly number[];
}

/** Lengths that differ by less than this share are the same: sums of 1 / weight are not exact. */
const sameLength = 1e-12;

/** Dijkstra 1959 from each node in turn, over all ties. */
export function* pathsIn(ties: Ties): Generator<Paths> {
  const neighbours = neighboursOf(ties);
  for (let from = 0; from < ties.size; from += 1) yield pathsFrom(from, neighbours);
}

function pathsFrom(from: number, neighbours: ReturnType<typeof neighboursOf>): Paths {
  const size = neighbours.length;
  const length = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const count = new Float64Array(size);
  const before: number[][] = Array.from({ length: size }, () => []);
  const isDone = new Uint8Array(size);
  const order: number[] = [];
  length[from] = 0;
  count[from] = 1;
  for (;;) {
    const node = nearest(length, isDone);
    if (node === -1) return { length, count, before, order };
    isDone[node] = 1;
    order.push(node);
    for (const [other, weight] of neighbours[node] ?? []) {
      const reached = (length[node] as number) + 1 / weight;
      const known = length[other] as number;
      if (isDone[other] === 1 || reached > known * (1 + sameLength)) continue;
      const isShorter = !(reached > known * (1 - sameLength));
      if (isShorter) {
        length[other] = reached;
        count[other] = 0;
        before[other] = [];
      }
      (count[other] as number) += count[node] as number;
      before[other]?.push(node);
    }
  }
}

function nearest(length: Float64Array, isDone: Uint8Array): number {
  let found = -1;
  for (let node = 0; node < length.length; node += 1)
    if (
      isDone[node] === 0 &&
      (length[node] as number) < (found === -1 ? Number.POSITIVE_INFINITY : (length[found] as number))
    )
      found = node;
  return found;
}
