import { StanceGraphError } from "../domain/error.ts";
import { type Asked, askedIn, isOneRow, matchOf } from "./match.ts";
import { currentOf } from "./merges.ts";
import type { Row } from "./rows.ts";
import { close, Hit, open, type SearchHit, type SearchType, unmarked } from "./search-hit.ts";
import { quoteSearch } from "./search-quotes.ts";
import type { Sqlite } from "./sqlite.ts";
import { prepared } from "./statements.ts";

/** Those that have a day, so that they can be had newest first. */
export const datedTypes = ["DOCUMENT", "EVIDENCE"] as const satisfies readonly SearchType[];

export const searchOrders = ["RELEVANCE", "NEWEST"] as const;
export type SearchOrder = (typeof searchOrders)[number];

type MarkedType = Exclude<SearchType, "EVIDENCE">;

/** Texts are marked by FTS5, which knows which part of a long one to show. */
const indexes: Readonly<Record<MarkedType, string>> = {
  ACTOR: `
    select ${currentOf("n.actor_id", "actor")} as id, highlight(actor_text, 0, '${open}', '${close}') as snippet, t.rank
    from actor_text t join actor_name n on n.key = t.rowid
    where actor_text match :match
    order by t.rank, id limit :limit * 4`,
  ISSUE: `
    select ${currentOf("i.id", "issue")} as id, snippet(issue_text, -1, '${open}', '${close}', '…', 24) as snippet, t.rank
    from issue_text t join issue i on i.key = t.rowid
    where issue_text match :match
    order by t.rank, i.id limit :limit * 4`,
  DOCUMENT: `
    select d.id, snippet(document_text, -1, '${open}', '${close}', '…', 32) as snippet, t.rank
    from document_text t join document d on d.key = t.rowid
    where document_text match :match
    order by t.rank, d.id limit :limit`,
};

const newestDocuments = `
  select d.id, t.rowid, snippet(document_text, -1, '${open}', '${close}', '…', 32) as snippet
  from document_text t join document d on d.key = t.rowid
  where document_text match :match
  order by coalesce(d.published_latest, '') desc, d.key desc limit :limit`;

/** How well one row matches. Its words are weighed by all their hits, so this is asked only of who wants to know. */
const documentRank = `select rank from document_text where document_text match :match and ${isOneRow}`;

/** Full text search; every word must occur, the last one may be a beginning. */
export function searchStore(db: Sqlite, revision: () => number) {
  const quotes = quoteSearch(db, revision);

  function found(type: MarkedType, asked: Asked, limit: number): readonly SearchHit[] {
    const rows = prepared(db, indexes[type]).all({ match: matchOf(asked), limit }) as Row[];
    const hits = rows.map(
      ({ id, snippet, rank }) =>
        new Hit(type, id as string, unmarked(snippet as string), () => rank as number),
    );
    return onePerId(hits).slice(0, limit);
  }

  function newest(asked: Asked, limit: number): readonly SearchHit[] {
    const match = matchOf(asked);
    const rankOf = prepared(db, documentRank).pluck();
    return (prepared(db, newestDocuments).all({ match, limit }) as Row[]).map(
      ({ id, rowid, snippet }) =>
        new Hit("DOCUMENT", id as string, unmarked(snippet as string), () =>
          Number(rankOf.get({ match, rowid })),
        ),
    );
  }

  return (
    query: string,
    types: readonly SearchType[],
    { limit, order = "RELEVANCE" }: { readonly limit: number; readonly order?: SearchOrder },
  ): readonly SearchHit[] => {
    const asked = askedIn(query);
    if (order === "NEWEST") checkDated(types);
    return types.flatMap((type) => {
      if (type === "EVIDENCE")
        return order === "NEWEST" ? quotes.newest(asked, limit) : quotes.best(asked, limit);
      return order === "NEWEST" ? newest(asked, limit) : found(type, asked, limit);
    });
  };
}

function checkDated(types: readonly SearchType[]): void {
  const undated = types.filter((type) => !(datedTypes as readonly SearchType[]).includes(type));
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
