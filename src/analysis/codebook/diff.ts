import { type Codebook, codebookOf } from "../../domain/codebook.ts";
import type { IssueId } from "../../domain/id.ts";
import type { Issue } from "../../domain/issue.ts";

export const codebookFields = [
  "label",
  "proposition",
  "pro",
  "contra",
  "parent",
  "facets",
  "examples",
  "anchors",
] as const;
export type CodebookField = (typeof codebookFields)[number];

type Value =
  | string
  | null
  | readonly (string | Readonly<Record<string, unknown>>)[]
  | Readonly<Record<string, unknown>>;

/** An issue that only one side has, or a field of one that both have. */
export type CodebookChange =
  | { readonly change: "ADDED" | "REMOVED"; readonly issue: Issue }
  | {
      readonly change: "CHANGED";
      readonly issue: Issue;
      readonly field: CodebookField;
      readonly before: Value;
      readonly after: Value;
    };

export interface CodebookDiff {
  readonly before: Codebook;
  readonly after: Codebook;
  readonly changes: readonly CodebookChange[];
}

/** What is different between two codebooks, by the ids of issues, in their order. */
export function codebookDiff(before: readonly Issue[], after: readonly Issue[]): CodebookDiff {
  const [old, fresh] = [byId(before), byId(after)];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return {
    before: codebookOf(before),
    after: codebookOf(after),
    changes: ids.flatMap((id): readonly CodebookChange[] => {
      const [was, is] = [old.get(id), fresh.get(id)];
      if (was === undefined) return is === undefined ? [] : [{ change: "ADDED", issue: is }];
      if (is === undefined) return [{ change: "REMOVED", issue: was }];
      return changesOf(was, is);
    }),
  };
}

function byId(issues: readonly Issue[]): ReadonlyMap<IssueId, Issue> {
  return new Map(issues.map((issue) => [issue.id, issue]));
}

function changesOf(was: Issue, is: Issue): readonly CodebookChange[] {
  return codebookFields.flatMap((field): readonly CodebookChange[] => {
    const [before, after] = [saidIn(was, field), saidIn(is, field)];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [{ change: "CHANGED", issue: is, field, before, after }];
  });
}

function saidIn(issue: Issue, field: CodebookField): Value {
  if (field === "facets")
    return Object.fromEntries(issue.facets.map(({ name, values }) => [name, [...values]]));
  if (field === "examples") return issue.examples.map(({ direction, text }) => ({ direction, text }));
  return issue[field];
}
