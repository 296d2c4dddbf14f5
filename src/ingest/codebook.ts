import { type Problem, RejectedError, StanceGraphError } from "../domain/error.ts";
import { type IssueId, idFromName, parseId } from "../domain/id.ts";
import type { Issue } from "../domain/issue.ts";
import type { Store } from "../store/open.ts";
import { type CodingIssue, codingIssue } from "./coding.ts";
import { type Entry, problemsOf } from "./formats/format.ts";
import { json } from "./formats/json.ts";
import { jsonl } from "./formats/jsonl.ts";
import { yaml } from "./formats/yaml.ts";
import { shaped } from "./problems.ts";
import type { Source } from "./source.ts";

/** The issues of some codings, with how many stances there are on each. */
export interface CodedCodebook {
  readonly issues: readonly Issue[];
  /** Null where the codings have no stances at all. */
  readonly stances: ReadonlyMap<IssueId, number> | null;
}

/** The formats in which people write codebooks. */
const formats = [yaml, json, jsonl];

/** An issue whose poles are still to be written is one to be told about, not one that cannot be read. */
const draft = codingIssue.partial({ pro: true, contra: true });

/** The codebook of coding files, read without a graph. An issue in several files is as the last one has it. */
export function codebookIn(sources: readonly Source[]): CodedCodebook {
  const problems: Problem[] = [];
  const items = new Map<IssueId, CodingIssue>();
  const named: string[] = [];
  for (const source of sources) {
    const entries = entriesOf(source, (problem) => problems.push(problem));
    for (const entry of entries) {
      if (entry.kind === "stance") named.push(issueNamedBy(entry));
      else if (entry.kind === "issue") {
        try {
          const item = issueItem(entry);
          items.set(idOf(item), item);
        } catch (error) {
          problems.push(...problemsOf(error, entry, source.name));
        }
      }
    }
  }
  if (problems.length > 0) throw new RejectedError(problems);
  const issues = [...items].map(([id, item]) => issueOf(id, item, items));
  return { issues, stances: named.length === 0 ? null : countsOf(named, items) };
}

/** The issues of a graph as a codebook: parts of what was merged are parts of what answers for it. */
export function codebookIssues(store: Store): readonly Issue[] {
  const issues = [...store.issues.all()];
  const parents = store.issues.byIds(issues.flatMap(({ parent }) => parent ?? []));
  return issues.map((issue) => ({
    ...issue,
    parent: issue.parent && (parents.get(issue.parent)?.id ?? null),
  }));
}

function entriesOf(source: Source, problem: (problem: Problem) => void): Iterable<Entry> {
  const format = formats.find(({ extensions }) =>
    extensions.some((ending) => source.name.toLowerCase().endsWith(ending)),
  );
  if (format === undefined) {
    const endings = formats.flatMap(({ extensions }) => extensions).join(", ");
    throw new StanceGraphError(
      "invalid",
      `${source.name} is no coding file that has a codebook; its ending is one of ${endings}.`,
    );
  }
  return format.read(source, ["dataset", "issue", "stance"], problem);
}

function issueItem({ value }: Entry): CodingIssue {
  const item = shaped(draft, value);
  return { ...item, pro: item.pro ?? "", contra: item.contra ?? "" };
}

function idOf({ id, label }: CodingIssue): IssueId {
  return id === undefined ? idFromName("issue", label) : parseId("issue", id);
}

function issueNamedBy({ value }: Entry): string {
  const { issue } = (value ?? {}) as { readonly issue?: unknown };
  return typeof issue === "string" ? issue : "";
}

function issueOf(id: IssueId, item: CodingIssue, items: ReadonlyMap<IssueId, CodingIssue>): Issue {
  const { label, proposition, pro, contra, parent, facets, examples, anchors } = item;
  return {
    ...{ id, label, proposition, pro, contra, examples, anchors },
    parent: parent === undefined ? null : meant(parent, items),
    facets: Object.entries(facets).map(([name, values]) => ({ name, values })),
    mergedInto: null,
    recordedAt: "",
  };
}

/** The issue that a name means: its id, with or without its kind, or its label. */
function meant(name: string, items: ReadonlyMap<IssueId, CodingIssue>): IssueId {
  const id: IssueId = name.startsWith("issue:") ? (name as IssueId) : `issue:${name}`;
  if (items.has(id)) return id;
  const labelled = [...items].find(([, { label }]) => label.toLowerCase() === name.toLowerCase());
  return labelled?.[0] ?? (name.startsWith("issue:") ? id : idFromName("issue", name));
}

function countsOf(
  named: readonly string[],
  items: ReadonlyMap<IssueId, CodingIssue>,
): ReadonlyMap<IssueId, number> {
  const counts = new Map<IssueId, number>();
  for (const [name, some] of Map.groupBy(named, (each) => each)) {
    const id = meant(name, items);
    counts.set(id, (counts.get(id) ?? 0) + some.length);
  }
  return counts;
}
