import type { IssueId } from "../../domain/id.ts";
import type { Issue } from "../../domain/issue.ts";

/** ERROR: coders cannot follow it. WARNING: they will likely follow it differently. ADVICE: it could help them more. */
export const severities = ["ERROR", "WARNING", "ADVICE"] as const;
export type Severity = (typeof severities)[number];

/** Something about an issue that coders will stumble over, and what to do. */
export interface Finding {
  readonly severity: Severity;
  readonly issue: IssueId;
  readonly finding: string;
  readonly remedy: string;
}

/** A codebook, with what is known of its use. */
export interface CheckedCodebook {
  readonly issues: readonly Issue[];
  /** How many stances there are on each issue; null where that is not known, as in a file of issues alone. */
  readonly stances: ReadonlyMap<IssueId, number> | null;
  /** How far coders agree on the direction, where at least two coded an issue. */
  readonly agreement: ReadonlyMap<IssueId, Agreement>;
}

export interface Agreement {
  /** Krippendorff's alpha; null where nothing can be compared, or nothing varies. */
  readonly alpha: number | null;
  readonly units: number;
}

/** One thing to look for in a codebook. */
export type Check = (codebook: CheckedCodebook) => readonly Finding[];

/** A check of each issue by itself. */
export function each(find: (issue: Issue) => readonly Omit<Finding, "issue">[]): Check {
  return ({ issues }) =>
    issues.flatMap((issue) => find(issue).map((found) => ({ ...found, issue: issue.id })));
}
