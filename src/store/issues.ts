import type { Instant } from "../domain/edtf.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { Facet } from "../domain/facet.ts";
import type { IssueId } from "../domain/id.ts";
import type { Issue } from "../domain/issue.ts";
import { changedNow } from "./change.ts";
import { allOf, countOf, idsOf, type List, type ListRequest, pageOf } from "./page.ts";
import { listOf, type Row } from "./rows.ts";
import { selectNamed } from "./select-named.ts";
import type { Sqlite } from "./sqlite.ts";
import { issueTable } from "./tables.ts";
import type { Where } from "./where.ts";

const select = `select issue.id, issue.label, issue.proposition, issue.pro, issue.contra, issue.parent_id,
  issue.merged_into, issue.recorded_at, issue.examples, issue.anchors,
  (select json_group_array(json_array(f.name, f.value) order by f.ordinal) from issue_facet f where f.issue_id = issue.id) as facets
  from issue`;

const list: List<Issue> = {
  table: issueTable,
  select,
  always: "issue.merged_into is null",
  orders: { LABEL: "issue.label", RECORDED_AT: "issue.recorded_at" },
  defaultOrder: [{ field: "LABEL", descending: false }],
  map: issueOf,
};

export function issueStore(db: Sqlite) {
  const byId = db.prepare(`${select} where issue.id = :id`);
  const byIds = db.prepare(`
    with recursive lead (asked, id) as (
      select value, value from json_each(:ids)
      union
      select l.asked, t.merged_into from lead l cross join issue t on t.id = l.id where +t.merged_into is not null
    )
    ${selectNamed(select, { table: "lead", column: "asked" })}
    where +issue.merged_into is null
  `);
  const mergedInto = db.prepare(`${select} where issue.merged_into = :id order by issue.id`);
  const known = db.prepare("select id, label from issue where merged_into is null order by id");
  const labelled = db
    .prepare("select id from issue where lower(label) = lower(:label) and merged_into is null order by id")
    .pluck();
  const insert = db.prepare(`
    insert into issue (id, label, proposition, pro, contra, parent_id, examples, anchors, recorded_at)
    values (:id, :label, :proposition, :pro, :contra, :parent, :examples, :anchors, :recordedAt)
  `);
  const change = db.prepare(`
    update issue set label = :label, proposition = :proposition, pro = :pro, contra = :contra, parent_id = :parent,
      examples = :examples, anchors = :anchors
    where id = :id
  `);
  const insertFacet = db.prepare(`
    insert into issue_facet (issue_id, name, value, ordinal)
    values (:id, :name, :value, (select count(*) from issue_facet where issue_id = :id))
    on conflict do nothing
  `);
  const setRedirect = db.prepare("update issue set merged_into = :into where id = :id");
  const refile = db.prepare(`update stance set issue_id = :into, ${changedNow} where issue_id = :id`);
  const unfile = db.prepare(`
    with recursive merged (id) as (
      select :id union select i.id from issue i join merged m on i.merged_into = m.id
    )
    update stance set issue_id = :id, ${changedNow} where coded_issue_id in (select id from merged)
  `);

  /** The issue an id leads to, merges followed; null when there is none. */
  function get(id: IssueId): Issue | null {
    const row = byId.get({ id }) as Row | undefined;
    if (row === undefined) return null;
    const issue = issueOf(row);
    return issue.mergedInto === null ? issue : get(issue.mergedInto);
  }

  /** The one issue with an id, a slug or a label, merges not followed; unknown and ambiguous ones are errors. */
  function coded(name: string): Issue {
    const row = byId.get({ id: name.startsWith("issue:") ? name : `issue:${name}` }) as Row | undefined;
    if (row !== undefined) return issueOf(row);
    const [only, ...others] = labelled.all({ label: name }) as IssueId[];
    if (others.length > 0) {
      throw new StanceGraphError(
        "invalid",
        `"${name}" is ambiguous: it labels ${[only, ...others].join(" and ")}. Use one of these ids.`,
      );
    }
    if (only === undefined) throw new StanceGraphError("not_found", `There is no issue ${name}. ${remedy()}`);
    return issueOf(byId.get({ id: only }) as Row);
  }

  /** The one issue with an id, a slug or a label, merges followed. */
  function named(name: string): Issue {
    const issue = coded(name);
    return issue.mergedInto === null ? issue : (get(issue.mergedInto) ?? issue);
  }

  function remedy(): string {
    const ids = (known.all() as { id: string }[]).map(({ id }) => id);
    if (ids.length === 0) return "The graph has no issues yet; add one first.";
    return `Known are: ${ids.slice(0, 8).join(", ")}${ids.length > 8 ? ` and ${ids.length - 8} more` : ""}.`;
  }

  return {
    get,
    coded,
    named,
    /** The issues that ids lead to, merges followed, by the id asked for; unknown ids are left out. */
    byIds(ids: readonly IssueId[]): ReadonlyMap<IssueId, Issue> {
      const rows = byIds.all({ ids: JSON.stringify(ids) }) as Row[];
      return new Map(rows.map((row) => [row.asked as IssueId, issueOf(row)]));
    },
    /** The issues that were merged into one, each as it stands by itself. */
    mergedInto: (id: IssueId) => (mergedInto.all({ id }) as Row[]).map(issueOf),
    page: (request: ListRequest) => pageOf(db, list, request),
    all: (request: ListRequest = {}) => allOf(db, list, request),
    count: (where?: Where | null) => countOf(db, list, where),
    ids: (where: Where) => idsOf(db, list, where),
    add(issue: Omit<Issue, "mergedInto" | "recordedAt"> & { readonly recordedAt: Instant }): void {
      insert.run({ ...paramsOf(issue), recordedAt: issue.recordedAt });
      for (const facet of issue.facets) this.addFacet(issue.id, facet);
    },
    change(issue: Wording): void {
      change.run(paramsOf(issue));
    },
    addFacet(id: IssueId, facet: Facet): void {
      for (const value of facet.values) insertFacet.run({ id, name: facet.name, value });
    },
    /** Lets `into` answer in the place of `id`: its stances are filed under `into` until unmerged. */
    merge(id: IssueId, into: IssueId): void {
      setRedirect.run({ id, into });
      refile.run({ id, into });
    },
    unmerge(id: IssueId): void {
      setRedirect.run({ id, into: null });
      unfile.run({ id });
    },
  };
}

type Wording = Omit<Issue, "mergedInto" | "recordedAt" | "facets">;

function paramsOf({ id, label, proposition, pro, contra, parent, examples, anchors }: Wording) {
  const lists = { examples: JSON.stringify(examples), anchors: JSON.stringify(anchors) };
  return { id, label, proposition, pro, contra, parent, ...lists };
}

function issueOf(row: Row): Issue {
  return {
    id: row.id as IssueId,
    label: row.label as string,
    proposition: row.proposition as string,
    pro: row.pro as string,
    contra: row.contra as string,
    parent: row.parent_id as IssueId | null,
    facets: facetsOf(listOf(row.facets)),
    examples: listOf(row.examples),
    anchors: listOf(row.anchors),
    mergedInto: row.merged_into as IssueId | null,
    recordedAt: row.recorded_at as string,
  };
}

function facetsOf(pairs: readonly (readonly [string, string])[]): readonly Facet[] {
  const names = [...new Set(pairs.map(([name]) => name))];
  return names.map((name) => ({
    name,
    values: pairs.filter((pair) => pair[0] === name).map(([, value]) => value),
  }));
}
