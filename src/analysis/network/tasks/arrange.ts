import { activity } from "../activity.ts";
import { cutInto, hierarchyOf, linkages, type Merge } from "../clusters/hierarchy.ts";
import { countedIn, heardOf, networkOf } from "../network.ts";
import { scaleOf } from "../scaling.ts";
import { subtract } from "../subtract.ts";
import { type Posed, questionIn } from "./posed.ts";

export interface ArrangeInput extends Posed {
  readonly linkage: string;
  readonly groups: number;
}

export interface ArrangeOutput {
  readonly labels: readonly string[];
  readonly counts: Int32Array;
  readonly statements: number;
  /** The dendrogram by Euclidean distances of what actors said on each issue, as shares of all that they said. */
  readonly merges: readonly Merge[];
  /** The group of each actor when it is cut. */
  readonly of: Int32Array;
  /** The place of each actor on one line; null where there is none. */
  readonly places: readonly (number | null)[];
  readonly share: number | null;
}

/** Actors as a dendrogram and on a line, both by what they said. */
export function arrange({ statements, question, linkage, groups }: ArrangeInput): ArrangeOutput {
  const asked = questionIn(question);
  const profile = { ...asked, mode: "TWO_MODE" as const, aggregate: subtract, normalization: activity };
  const { rows, columns, values, picked } = networkOf(statements, { ...profile, top: null });
  const size = rows.labels.length;
  const merged = linkages.find(({ name }) => name === linkage) as (typeof linkages)[number];
  const merges = hierarchyOf(euclidean(values, size, columns.labels.length), size, merged);
  const heard = heardOf(statements, { ...profile, top: null });
  const scale = scaleOf(countedIn(statements, { ...profile, top: null }, heard).counts);
  return {
    labels: rows.labels,
    counts: rows.statements,
    statements: picked.length,
    merges,
    of: cutInto(merges, size, groups),
    places: scale?.places ?? rows.labels.map(() => null),
    share: scale?.share ?? null,
  };
}

function euclidean(values: Float64Array, size: number, width: number): Float64Array {
  const distances = new Float64Array(size * size);
  for (let one = 0; one < size; one += 1)
    for (let other = one + 1; other < size; other += 1) {
      let square = 0;
      for (let column = 0; column < width; column += 1)
        square +=
          ((values[one * width + column] as number) - (values[other * width + column] as number)) ** 2;
      distances[one * size + other] = Math.sqrt(square);
      distances[other * size + one] = Math.sqrt(square);
    }
  return distances;
}
