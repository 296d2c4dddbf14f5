import type { IssueId } from "../../domain/id.ts";
import type { Issue } from "../../domain/issue.ts";
import type { Stance } from "../../domain/stance.ts";

export const suggestionKinds = ["ANCHOR", "EXAMPLE", "SPLIT", "MERGE"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** What would make a codebook better, by what was coded with it. */
export interface Suggestion {
  readonly issue: IssueId;
  readonly kind: SuggestionKind;
  readonly suggestion: string;
  readonly because: string;
}

/** An accepted stance with the words it rests on. */
export interface Quoted
  extends Pick<
    Stance,
    "id" | "issue" | "holder" | "direction" | "facets" | "codingLevel" | "confidence" | "evidence"
  > {
  readonly quotes: readonly string[];
}

/** One thing to look for in what was coded. */
export type Suggesting = (issues: readonly Issue[], stances: readonly Quoted[]) => readonly Suggestion[];
