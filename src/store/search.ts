import { StanceGraphError } from "../domain/error.ts";
import type { Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";
import { prepared } from "./statements.ts";

export const searchTypes = ["ACTOR", "ISSUE", "DOCUMENT", "EVIDENCE"] as const;
export type SearchType = (typeof searchTypes)[number];

/** Where a match lies in the snippet: UTF-16 code units, end exclusive. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
}

export interface SearchHit {
  readonly type: SearchType;
  readonly id: string;
  /** The text around the match, and the places in it that match. */
  readonly snippet: string;
  readonly highlights: readonly Highlight[];
  /** BM25 of FTS5 turned around: greater is better; only comparable within one type. */
  readonly score: number;
}

const maxTokens = 16;
const open = "\u0001";
const close = "\u0002";
const marks = new RegExp(`([${open}${close}])`);

const indexes: Readonly<Record<SearchType, string>> = {
  ACTOR: `
    select n.actor_id as id, highlight(actor_text, 0, '${open}', '${close}') as snippet, t.rank
    from actor_text t join actor_name n on n.key = t.rowid join actor a on a.id = n.actor_id
    where actor_text match :query and a.merged_into is null
    order by t.rank, id limit :limit * 4`,
  ISSUE: `
    select i.id, snippet(issue_text, -1, '${open}', '${close}', '…', 24) as snippet, t.rank
    from issue_text t join issue i on i.key = t.rowid
    where issue_text match :query and i.merged_into is null
    order by t.rank, i.id limit :limit`,
  DOCUMENT: `
    select d.id, snippet(document_text, -1, '${open}', '${close}', '…', 32) as snippet, t.rank
    from document_text t join document d on d.key = t.rowid
    where document_text match :query
    order by t.rank, d.id limit :limit`,
  EVIDENCE: `
    select e.id, highlight(evidence_text, 0, '${open}', '${close}') as snippet, t.rank
    from evidence_text t join evidence e on e.key = t.rowid
    where evidence_text match :query
    order by t.rank, e.id limit :limit`,
};

/** Full text search; every word must occur, the last one may be a beginning. */
export function searchStore(db: Sqlite) {
  return (query: string, types: readonly SearchType[], limit: number): readonly SearchHit[] => {
    const match = matchOf(query);
    return types.flatMap((type) => {
      const rows = prepared(db, indexes[type]).all({ query: match, limit }) as Row[];
      return onePerId(rows.map((row) => hitOf(type, row))).slice(0, limit);
    });
  };
}

/** An actor is found once, by the name that matches best. */
function onePerId(hits: readonly SearchHit[]): readonly SearchHit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Tokenised and quoted, so that no word of the user's is read as FTS5 syntax. */
function matchOf(query: string): string {
  const tokens = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (tokens.length === 0) {
    throw new StanceGraphError("invalid", "The search holds no word; write at least one.", ["query"]);
  }
  if (tokens.length > maxTokens) {
    throw new StanceGraphError(
      "invalid",
      `A search takes at most ${maxTokens} words; it has ${tokens.length}.`,
      ["query"],
    );
  }
  return tokens.map((token) => `"${token}"`).join(" ") + (/[\p{L}\p{N}]$/u.test(query) ? "*" : "");
}

function hitOf(type: SearchType, row: Row): SearchHit {
  const marked = row.snippet as string;
  const highlights: { start: number; end: number }[] = [];
  let snippet = "";
  for (const piece of marked.split(marks)) {
    if (piece === open) highlights.push({ start: snippet.length, end: snippet.length });
    else if (piece === close) Object.assign(highlights.at(-1) as object, { end: snippet.length });
    else snippet += piece;
  }
  return { type, id: row.id as string, snippet, highlights, score: -(row.rank as number) };
}
