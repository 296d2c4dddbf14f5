import { numberOfDay } from "../domain/projection/day-number.ts";
import { keyAt, keyedPage, type Page, type PageRequest, windowOf } from "../store/page.ts";
import { namesOf } from "./names.ts";
import { intricateAnswers, newestAnswers, pairsAsked, projectedAnswers } from "./projecting.ts";
import type { Answer, Asked, Projecting } from "./questions.ts";
import { byText } from "./text-order.ts";

/** What says where a position stands in a list of them. */
export const keyOfAnswer = ({ actor, issue }: Answer): string => `${actor} ${issue}`;

/**
 * A page of positions in the order of lists, the newest first, then by the actor's name: as many as it shows are looked
 * for, day by day. Null where a list must be made as a whole: from its end.
 */
export function newestPage(asking: Projecting, asked: Asked, request: PageRequest): Page<Answer> | null {
  const { size, cursor, backwards } = windowOf(request);
  if (backwards) return null;
  const after = cursor === null ? null : keyAt(cursor);
  const start = after === null ? null : startOf(asking, after);
  if (start === undefined) return null;
  const items: Answer[] = [];
  let isPast = after === null;
  for (const day of daysOf(asking, asked, start)) {
    for (const answer of byName(asking, day)) {
      if (isPast) items.push(answer);
      else isPast = keyOfAnswer(answer) === after;
    }
    if (items.length > size) break;
  }
  // What the cursor named is not there any more: the whole list will say so.
  if (!isPast) return null;
  return keyedPage(items.slice(0, size), keyOfAnswer, {
    hasNextPage: items.length > size,
    hasPreviousPage: after !== null,
  });
}

/** The day on which the position that a cursor names was taken; undefined where there is none. */
function startOf(asking: Projecting, key: string): number | undefined {
  const [actor = "", issue = ""] = key.split(" ");
  const asked = { actors: { id: { eq: actor } }, issues: { id: { eq: issue } } };
  const [answer] = projectedAnswers(asking, asked);
  return answer === undefined ? undefined : dayOf(answer);
}

/** Positions day by day, the newest first: those read from the projection with those that it cannot tell. */
function* daysOf(asking: Projecting, asked: Asked, from: number | null): Generator<readonly Answer[]> {
  const intricate = Map.groupBy(intricateAnswers(asking, asked), dayOf);
  const days = [...intricate.keys()].filter((day) => from === null || day <= from).sort((a, b) => b - a);
  let [day, some]: [number | null, Answer[]] = [null, []];
  for (const answer of newestAnswers(asking, pairsAsked(asking, asked), from)) {
    if (day !== null && answer.lastDay !== day) {
      yield some;
      some = [];
    }
    day = answer.lastDay;
    while (days[0] !== undefined && days[0] >= day) {
      const next = days.shift() as number;
      const others = intricate.get(next) ?? [];
      if (next === day) some.push(...others);
      else yield others;
    }
    some.push(answer);
  }
  if (some.length > 0) yield some;
  for (const rest of days) yield intricate.get(rest) ?? [];
}

function dayOf({ lastOn }: Answer): number {
  return numberOfDay(lastOn?.latest ?? null);
}

function byName({ context }: Projecting, answers: readonly Answer[]): readonly Answer[] {
  if (answers.length === 1) return answers;
  const names = namesOf(
    context,
    "actor",
    answers.map(({ actor }) => actor),
  );
  const nameOf = ({ actor }: Answer) => names.get(actor) ?? "";
  return answers.toSorted((a, b) => byText(nameOf(a), nameOf(b)) || byText(keyOfAnswer(a), keyOfAnswer(b)));
}
