import { sha256 } from "./id.ts";
import type { Issue } from "./issue.ts";

/** The issues that coders follow, and the version of their wording. */
export interface Codebook {
  /** The first 12 hex digits of the SHA-256 of all that is said of the issues. */
  readonly version: string;
  readonly issues: readonly Issue[];
}

/** The codebook that some issues make; it has another version as soon as a word of it is another. */
export function codebookOf(issues: readonly Issue[]): Codebook {
  const sorted = issues.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { version: sha256(JSON.stringify(sorted.map(wordingOf))).slice(0, 12), issues };
}

function wordingOf({ id, label, proposition, pro, contra, parent, facets, examples, anchors }: Issue) {
  const lists = [
    facets.map(({ name, values }) => [name, values]),
    examples.map(({ direction, text }) => [direction, text]),
    anchors,
  ];
  return [id, label, proposition, pro, contra, parent, lists];
}
