import type { Day } from "../domain/edtf.ts";
import type { IssueId } from "../domain/id.ts";
import { signOf } from "../domain/stance.ts";
import type { Step } from "./history.ts";

/** Where and when two actors were first known to be on opposite sides. */
export interface Divergence {
  readonly issue: IssueId;
  readonly day: Day;
}

/** What two actors held on an issue over time. */
export interface Facing {
  readonly issue: IssueId;
  readonly one: readonly Step[];
  readonly other: readonly Step[];
}

/** The first divergence on any of the issues, by a day at the latest; null: none. */
export function firstDivergence(facings: readonly Facing[], until: Day | null): Divergence | null {
  const divergences = facings.flatMap(({ issue, one, other }) => {
    const day = firstOpposed(one, other);
    return day === undefined || (until !== null && day > until) ? [] : [{ issue, day }];
  });
  return divergences.sort((a, b) => Number(a.day > b.day) - Number(a.day < b.day))[0] ?? null;
}

function firstOpposed(one: readonly Step[], other: readonly Step[]): Day | undefined {
  const [signOfOne, signOfOther] = [signsOf(one), signsOf(other)];
  const days = [...new Set([...one, ...other].map(({ day }) => day))].sort();
  return days.find((day) => signOfOne(day) * signOfOther(day) === -1);
}

/** The sign held on each of a row of days, asked for oldest first; 0 while nothing is known. */
function signsOf(steps: readonly Step[]): (day: Day) => number {
  let [next, sign] = [0, 0];
  return (day) => {
    for (let step = steps[next]; step !== undefined && step.day <= day; step = steps[next]) {
      sign = step.held === null ? 0 : signOf(step.held.direction);
      next += 1;
    }
    return sign;
  };
}
