import { StanceGraphError } from "../domain/error.ts";
import { matchOf } from "./match.ts";
import { currentOf } from "./merges.ts";
import type { Row } from "./rows.ts";
import { spelling } from "./spelt.ts";
import type { Sqlite } from "./sqlite.ts";
import { prepared } from "./statements.ts";

export const searchTypes = ["ACTOR", "ISSUE", "DOCUMENT", "EVIDENCE"] as const;
export type SearchType = (typeof searchTypes)[number];
/** Those that have a day, so that they can be had newest first. */
export const datedTypes = ["DOCUMENT", "EVIDENCE"] as const satisfies readonly SearchType[];

export const searchOrders = ["RELEVANCE", "NEWEST"] as const;
export type SearchOrder = (typeof searchOrders)[number];

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

const open = "\u0001";
const close = "\u0002";
const marks = new RegExp(`([${open}${close}])`);

const indexes: Readonly<Record<SearchType, string>> = {
  ACTOR: `
    select ${currentOf("n.actor_id", "actor")} as id, highlight(actor_text, 0, '${open}', '${close}') as snippet, t.rank
    from actor_text t join actor_name n on n.key = t.rowid
    where actor_text match :query
    order by t.rank, id limit :limit * 4`,
  ISSUE: `
    select ${currentOf("i.id", "issue")} as id, snippet(issue_text, -1, '${open}', '${close}', '…', 24) as snippet, t.rank
    from issue_text t join issue i on i.key = t.rowid
    where issue_text match :query
    order by t.rank, i.id limit :limit * 4`,
  DOCUMENT: `
    select d.id, snippet(document_text, -1, '${open}', '${close}', '…', 32) as snippet, t.rank
    from document_text t join document d on d.key = t.rowid
    where document_text match :query
    order by t.rank, d.id limit :limit`,
  EVIDENCE: `
    select e.id, highlight(evidence_text, 0, '${open}', '${close}') as snippet, t.rank
    from evidence_text t join evidence e on e.recency = t.rowid
    where evidence_text match :query
    order by t.rank, e.id limit :limit`,
};

/** The same by the day of publication, where there is one: no sort for quotes, which the index itself has in this order. */
const newest: Readonly<Partial<Record<SearchType, string>>> = {
  DOCUMENT: `
    select d.id, t.rowid, snippet(document_text, -1, '${open}', '${close}', '…', 32) as snippet
    from document_text t join document d on d.key = t.rowid
    where document_text match :query
    order by coalesce(d.published_latest, '') desc, d.key desc limit :limit`,
  EVIDENCE: `
    select e.id, t.rowid, highlight(evidence_text, 0, '${open}', '${close}') as snippet
    from evidence_text t join evidence e on e.recency = t.rowid
    where evidence_text match :query
    order by t.rowid desc limit :limit`,
};

/** How well one row matches. Its words are weighed by all their hits, so this is asked only of who wants to know. */
const ranks: Readonly<Partial<Record<SearchType, string>>> = {
  DOCUMENT: "select rank from document_text where document_text match :query and rowid = :rowid",
  EVIDENCE: "select rank from evidence_text where evidence_text match :query and rowid = :rowid",
};

/** Full text search; every word must occur, the last one may be a beginning. */
export function searchStore(db: Sqlite, revision: () => number) {
  const spelt = spelling(db, revision);
  return (
    query: string,
    types: readonly SearchType[],
    { limit, order = "RELEVANCE" }: { readonly limit: number; readonly order?: SearchOrder },
  ): readonly SearchHit[] => {
    const match = matchOf(query);
    if (order === "NEWEST") checkDated(types);
    return types.flatMap((type) => {
      const sql = order === "NEWEST" ? (newest[type] as string) : indexes[type];
      const isQuotes = order === "NEWEST" && type === "EVIDENCE";
      const rows = prepared(db, sql).all({ query: isQuotes ? spelt(match) : match, limit }) as Row[];
      const rankOf = ({ rank, rowid }: Row) =>
        rank === undefined
          ? (prepared(db, ranks[type] as string)
              .pluck()
              .get({ query: match, rowid }) as number)
          : (rank as number);
      return onePerId(rows.map((row) => hitOf(type, row, rankOf))).slice(0, limit);
    });
  };
}

function checkDated(types: readonly SearchType[]): void {
  const undated = types.filter((type) => newest[type] === undefined);
  if (undated.length === 0) return;
  throw new StanceGraphError(
    "invalid",
    `${undated.join(" and ")} hits have no day; search ${datedTypes.join(" and ")} newest first, or order by RELEVANCE.`,
    ["types"],
  );
}

/** An actor is found once, by the name that matches best; so is an issue by that of those merged into it. */
function onePerId(hits: readonly SearchHit[]): readonly SearchHit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** A text may itself hold the characters that mark: what they do not enclose is no match. */
function hitOf(type: SearchType, row: Row, rankOf: (row: Row) => number): SearchHit {
  const marked = row.snippet as string;
  const highlights: Highlight[] = [];
  let snippet = "";
  let start: number | null = null;
  for (const piece of marked.split(marks)) {
    if (piece === open) start = snippet.length;
    else if (piece !== close) snippet += piece;
    else if (start !== null) {
      highlights.push({ start, end: snippet.length });
      start = null;
    }
  }
  return new Hit({ type, id: row.id as string, snippet, highlights }, () => -rankOf(row));
}

/** What is found; how well it matches is reckoned when it is asked for. */
class Hit implements SearchHit {
  readonly type: SearchType;
  readonly id: string;
  readonly snippet: string;
  readonly highlights: readonly Highlight[];
  readonly #scoreOf: () => number;

  constructor({ type, id, snippet, highlights }: Omit<SearchHit, "score">, scoreOf: () => number) {
    this.type = type;
    this.id = id;
    this.snippet = snippet;
    this.highlights = highlights;
    this.#scoreOf = scoreOf;
  }

  get score(): number {
    return this.#scoreOf();
  }
}
