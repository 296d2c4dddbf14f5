import type { ChangeShown } from "./components/change.ts";
import { pathOf } from "./place.ts";
import { dateWords, directionWords, plainWords } from "./words.ts";

/** A change of position as a piece of news. */
export interface News {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly on: string;
  readonly text: string;
}

/** What a feed tells of a change: who, from what to what, and in which words. */
export function newsOf({
  actorId,
  actorName,
  issueId,
  issueLabel,
  kinds,
  day,
  on,
  before,
  after,
}: ChangeShown): News {
  const words = ({ direction, intensity }: ChangeShown["before"]) =>
    directionWords(direction, intensity).words;
  const quote = after.deciding.evidence[0]?.quote;
  return {
    id: `urn:stancegraph:change:${actorId}:${issueId}:${day}`,
    title: `${actorName} on ${issueLabel}: ${kinds.map(plainWords).join(", ")}`,
    path: `${pathOf(actorId)}#changes`,
    on: day,
    text: `${dateWords(on.edtf)}: from ${words(before)} to ${words(after)}${quote === undefined ? "" : `: “${quote}”`}`,
  };
}
