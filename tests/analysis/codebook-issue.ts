import type { Issue } from "../../src/domain/issue.ts";

/** An issue without facets, examples and anchors, with what is given laid over it. */
export function issueOf(slug: string, over: Partial<Issue> = {}): Issue {
  return {
    ...{
      id: `issue:${slug}`,
      label: slug,
      proposition: `The ${slug} should grow.`,
      parent: null,
      facets: [],
    },
    ...{ pro: "Wants more of it.", contra: "Wants less of it.", examples: [], anchors: [] },
    ...{ mergedInto: null, recordedAt: "2026-01-01T00:00:00Z", ...over },
  };
}
