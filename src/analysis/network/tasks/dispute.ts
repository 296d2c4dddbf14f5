import { type IssueConflict, issueConflictOf } from "../issue-conflict.ts";
import { type Posed, questionIn } from "./posed.ts";

/** How far actors dispute on each issue. */
export function dispute({ statements, question }: Posed): readonly IssueConflict[] {
  return issueConflictOf(statements, questionIn(question));
}
