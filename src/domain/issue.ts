import type { Instant } from "./edtf.ts";
import { StanceGraphError } from "./error.ts";
import type { Facet, FacetValues } from "./facet.ts";
import type { IssueId } from "./id.ts";
import type { Direction } from "./stance.ts";

/** A passage that shows coders what is coded how. */
export interface Example {
  readonly direction: Direction;
  readonly text: string;
}

/** A directed proposition one can be for or against, with both poles described. */
export interface Issue {
  readonly id: IssueId;
  readonly label: string;
  readonly proposition: string;
  /** What counts as support. */
  readonly pro: string;
  /** What counts as opposition. */
  readonly contra: string;
  readonly parent: IssueId | null;
  readonly facets: readonly Facet[];
  /** Passages coded rightly, for coders to follow. */
  readonly examples: readonly Example[];
  /** Words by which passages on it are found. */
  readonly anchors: readonly string[];
  readonly mergedInto: IssueId | null;
  readonly recordedAt: Instant;
}

/** Whether an issue is, however far up, a parent of another, or that one itself. */
export function isAbove(
  id: IssueId,
  start: IssueId,
  parentOf: (id: IssueId) => IssueId | null | undefined,
): boolean {
  const seen = new Set<IssueId>();
  for (let above: IssueId | null = start; above !== null && !seen.has(above); ) {
    if (above === id) return true;
    seen.add(above);
    above = parentOf(above) ?? null;
  }
  return false;
}

/** Refuses a facet the issue does not define, and a value outside its closed list. */
export function checkFacets(issue: Pick<Issue, "id" | "facets">, values: FacetValues): void {
  for (const [name, value] of Object.entries(values)) {
    const facet = issue.facets.find((candidate) => candidate.name === name);
    if (!facet) {
      const known = issue.facets.map((candidate) => candidate.name).join(", ") || "none";
      throw new StanceGraphError("invalid", `${issue.id} has no facet "${name}"; it has: ${known}.`, [
        "facets",
        name,
      ]);
    }
    if (!facet.values.includes(value)) {
      throw new StanceGraphError(
        "invalid",
        `"${value}" is no ${name} of ${issue.id}; choose one of: ${facet.values.join(", ")}.`,
        ["facets", name],
      );
    }
  }
}
