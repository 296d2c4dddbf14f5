import { adjustedRand, mutualInformation } from "./agreement.ts";

/** Groups at one time, by the names of their members. */
export type Membership = ReadonlyMap<string, number>;

/** How far the groups of one window are those of the one before. */
export interface Stability {
  /** How many are in both windows; of fewer than three no index is given. */
  readonly shared: number;
  readonly adjustedRand: number | null;
  readonly mutualInformation: number | null;
}

/** Of how many members an index says something. */
const fewest = 3;

/** Coalition stability: between each two windows that follow each other, over those who are in both. */
export function stabilityOf(windows: readonly Membership[]): readonly Stability[] {
  return windows.slice(1).map((later, at) => {
    const earlier = windows[at] as Membership;
    const names = [...earlier.keys()].filter((name) => later.has(name));
    const [one, other] = [earlier, later].map((of) => names.map((name) => of.get(name) as number));
    const isEnough = names.length >= fewest;
    return {
      shared: names.length,
      adjustedRand: isEnough ? adjustedRand(one as number[], other as number[]) : null,
      mutualInformation: isEnough ? mutualInformation(one as number[], other as number[]) : null,
    };
  });
}
