import type { Analysis } from "../../analysis.ts";
import type { Random } from "../random.ts";
import type { Constraint } from "./constraint.ts";
import { divisionsOf, exactCamps } from "./exact.ts";
import { type Opposition, qualityOf, sizesOf } from "./quality.ts";
import { searchedCamps } from "./search.ts";

export const polarization: Analysis = {
  name: "polarization",
  summary: "How far actors fall into camps that agree among themselves and dispute with each other.",
  reference:
    "Leifeld, Discourse Network Analyzer 3, polarisation by expected congruence and conflict of camps",
};

export interface Polarized {
  /** Q, see `qualityOf`. */
  readonly quality: number;
  /** The camp of each row; camps are numbered in the order of their first row. */
  readonly of: Int32Array;
  readonly sizes: Int32Array;
  /** EXACT: no division that the constraint allows is better. SEARCH: a good one was found, perhaps not the best. */
  readonly method: "EXACT" | "SEARCH";
  readonly constraint: Constraint;
}

/** How many pairs may be looked at to try every division. */
const mostTried = 50_000_000;

/** The camps of the highest quality; null where there are fewer rows than camps. */
export function polarizationOf(
  opposition: Opposition,
  {
    camps,
    constraint,
    normalize,
    random,
  }: {
    readonly camps: number;
    readonly constraint: Constraint;
    readonly normalize: boolean;
    readonly random: Random;
  },
): Polarized | null {
  const { size } = opposition;
  if (size < camps) return null;
  const isSmall = (divisionsOf(size, camps) * size * size) / 2 <= mostTried;
  const found = isSmall
    ? exactCamps(opposition, camps, constraint)
    : searchedCamps(opposition, { camps, constraint, random });
  const named = { camps, of: renumbered(found.of, camps) };
  return {
    quality: qualityOf(opposition, named, normalize),
    of: named.of,
    sizes: sizesOf(named),
    method: isSmall ? "EXACT" : "SEARCH",
    constraint,
  };
}

/** Groups numbered in the order of their first member. */
export function renumbered(of: Int32Array, groups: number): Int32Array {
  const names = new Int32Array(groups).fill(-1);
  let next = 0;
  return of.map((group) => {
    if (names[group] === -1) {
      names[group] = next;
      next += 1;
    }
    return names[group] as number;
  });
}
