import type { Analysis } from "../../analysis.ts";

export const hierarchy: Analysis = {
  name: "hierarchy",
  summary: "Actors merged step by step into groups of those who say the same.",
  reference: "Müllner 2011, Modern Hierarchical, Agglomerative Clustering Algorithms",
};

/** How far a group that was just merged is from another, after Lance & Williams 1967. */
export interface Linkage extends Analysis {
  readonly merged: (
    distances: { readonly one: number; readonly other: number; readonly between: number },
    sizes: {
      readonly one: number;
      readonly other: number;
      readonly third: number;
    },
  ) => number;
}

const reference =
  "Lance & Williams 1967, A General Theory of Classificatory Sorting Strategies, The Computer Journal 9";

const single: Linkage = {
  name: "SINGLE",
  summary: "By the two members that are nearest.",
  reference,
  merged: ({ one, other }) => Math.min(one, other),
};

const complete: Linkage = {
  name: "COMPLETE",
  summary: "By the two members that are farthest apart.",
  reference,
  merged: ({ one, other }) => Math.max(one, other),
};

const average: Linkage = {
  name: "AVERAGE",
  summary: "By the mean of all pairs of members (UPGMA).",
  reference,
  merged: ({ one, other }, sizes) => (sizes.one * one + sizes.other * other) / (sizes.one + sizes.other),
};

/** Of distances that are Euclidean and not squared, as `ward.D2` in R. */
const ward: Linkage = {
  name: "WARD",
  summary: "By how much the spread within groups would grow.",
  reference: "Ward 1963, Hierarchical Grouping to Optimize an Objective Function; Murtagh & Legendre 2014",
  merged: ({ one, other, between }, sizes) => {
    const all = sizes.one + sizes.other + sizes.third;
    const square =
      (sizes.one + sizes.third) * one * one +
      (sizes.other + sizes.third) * other * other -
      sizes.third * between * between;
    return Math.sqrt(Math.max(0, square / all));
  },
};

/** Every linkage there is. */
export const linkages: readonly Linkage[] = [average, complete, single, ward];

/** Two groups become one. Things are the groups 0 up to n; the group of merge m is n + m. */
export interface Merge {
  readonly one: number;
  readonly other: number;
  readonly height: number;
  readonly size: number;
}

/**
 * The dendrogram of things by their distances (n × n, symmetric): n − 1 merges, lowest first. By chains of nearest
 * neighbours, in n² steps. Müllner 2011, Modern Hierarchical, Agglomerative Clustering Algorithms.
 */
export function hierarchyOf(distances: Float64Array, size: number, { merged }: Linkage): readonly Merge[] {
  const far = distances.slice();
  const sizes = new Float64Array(size).fill(1);
  const found: { one: number; other: number; height: number }[] = [];
  const open = new Set(Array.from({ length: size }, (_, at) => at));
  const chain: number[] = [];
  const apart = (one: number, other: number) => far[one * size + other] as number;
  while (open.size > 1) {
    if (chain.length === 0) chain.push(open.values().next().value as number);
    const tip = chain.at(-1) as number;
    let next = chain.at(-2) ?? -1;
    for (const other of open)
      if (other !== tip && (next === -1 || apart(tip, other) < apart(tip, next))) next = other;
    if (next !== chain.at(-2)) {
      chain.push(next);
      continue;
    }
    chain.length -= 2;
    const [one, other] = [Math.min(tip, next), Math.max(tip, next)];
    found.push({ one, other, height: apart(one, other) });
    open.delete(other);
    for (const third of open) {
      if (third === one) continue;
      const distance = merged(
        { one: apart(one, third), other: apart(other, third), between: apart(one, other) },
        { one: sizes[one] as number, other: sizes[other] as number, third: sizes[third] as number },
      );
      far[one * size + third] = distance;
      far[third * size + one] = distance;
    }
    (sizes[one] as number) += sizes[other] as number;
  }
  return numbered(found, size);
}

/** Merges by height, each naming the groups as they are by then. */
function numbered(
  found: readonly { one: number; other: number; height: number }[],
  size: number,
): readonly Merge[] {
  const group = Int32Array.from({ length: size }, (_, at) => at);
  const sizes = new Float64Array(2 * size).fill(1);
  const leader = Int32Array.from({ length: size }, (_, at) => at);
  const leaderOf = (at: number): number => (leader[at] === at ? at : leaderOf(leader[at] as number));
  return found
    .toSorted((a, b) => a.height - b.height)
    .map(({ one, other, height }, at) => {
      const [left, right] = [leaderOf(one), leaderOf(other)];
      const pair = [group[left] as number, group[right] as number].sort((a, b) => a - b);
      const all = (sizes[pair[0] as number] as number) + (sizes[pair[1] as number] as number);
      leader[right] = left;
      group[left] = size + at;
      sizes[size + at] = all;
      return { one: pair[0] as number, other: pair[1] as number, height, size: all };
    });
}

/** Groups when a dendrogram is cut so that so many are left; numbered in the order of their first member. */
export function cutInto(merges: readonly Merge[], size: number, groups: number): Int32Array {
  const of = Int32Array.from({ length: size }, (_, at) => at);
  for (const [at, { one, other }] of merges.slice(0, Math.max(0, size - groups)).entries())
    for (let thing = 0; thing < size; thing += 1)
      if (of[thing] === one || of[thing] === other) of[thing] = size + at;
  const names = new Map<number, number>();
  return of.map((group) => {
    if (!names.has(group)) names.set(group, names.size);
    return names.get(group) as number;
  });
}
