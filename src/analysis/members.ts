import type { Position } from "../domain/position.ts";
import { signOf } from "../domain/stance.ts";
import type { Analysis } from "./analysis.ts";

export const members: Analysis = {
  name: "members",
  summary: "What the members of an organisation hold on an issue, apart from what it says itself.",
  reference:
    "Cohesion is the agreement index of Hix, Noury & Roland 2005, Power to the Parties: Cohesion and Competition " +
    "in the European Parliament, 1979–2001, British Journal of Political Science 35(2)",
};

/** The positions of an organisation's members on one issue, taken together. */
export interface MembersView {
  /** The mean of the members' scores, each member counting once: −1 all strongly against … +1 all strongly for. */
  readonly score: number;
  /** The share of the members that have a position, 0 to 1. */
  readonly coverage: number;
  /** The agreement index, 0 to 1: 1 when all are on one side, 0 when they are split evenly three ways. */
  readonly cohesion: number;
  readonly members: number;
  readonly withPosition: number;
  readonly supporting: number;
  readonly opposing: number;
  /** Those who take no side: ambivalent, neutral, undecided, or declining to comment. */
  readonly other: number;
}

/** What the members of an organisation hold, given the position of each that has one; null when none has. */
export function membersView(positions: readonly Position[], memberCount: number): MembersView | null {
  if (positions.length === 0) return null;
  const ofSign = (sign: number) => positions.filter(({ direction }) => signOf(direction) === sign).length;
  const [supporting, opposing, other] = [ofSign(1), ofSign(-1), ofSign(0)];
  return {
    score: positions.reduce((total, { score }) => total + score, 0) / positions.length,
    coverage: positions.length / memberCount,
    cohesion: agreementIndex([supporting, opposing, other]),
    members: memberCount,
    withPosition: positions.length,
    supporting,
    opposing,
    other,
  };
}

/** (max − ½ (all − max)) / all, of those for, against and neither. */
function agreementIndex(counts: readonly number[]): number {
  const all = counts.reduce((total, count) => total + count, 0);
  const most = Math.max(...counts);
  return (most - (all - most) / 2) / all;
}
