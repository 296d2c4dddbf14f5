import type { Instant } from "../domain/edtf.ts";
import type { Once } from "./reading.ts";
import type { Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";

/** What the graph as a whole is, and how often it has changed. */
export interface Dataset {
  /** A UUID, made once. */
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly licence: string | null;
  /** How to cite it. */
  readonly citation: string | null;
  /** Counts its changes: the same revision is the same data. */
  readonly revision: number;
  readonly changedAt: Instant;
}

export interface DatasetCounts {
  readonly actors: number;
  readonly issues: number;
  readonly documents: number;
  readonly evidence: number;
  /** Accepted or awaiting review; what was rejected, retracted or superseded is kept, but not counted. */
  readonly stances: number;
  readonly relations: number;
  readonly events: number;
  readonly coders: number;
}

/** One change: who did what when, and why. */
export interface AuditEntry {
  readonly revision: number;
  readonly at: Instant;
  readonly who: string;
  readonly why: string | null;
  readonly action: string;
  readonly subject: string | null;
}

/** A change with what its work told of it, as plain values. */
export interface Detailed extends AuditEntry {
  readonly detail: unknown;
}

export function datasetStore(db: Sqlite, once: Once) {
  const row = db.prepare("select * from dataset");
  const revision = db.prepare("select revision from dataset").pluck();
  const describe = db.prepare(`
    update dataset set title = :title, description = :description, licence = :licence, citation = :citation
    where (title, description, licence, citation) is not (:title, :description, :licence, :citation)
  `);
  const counts = db.prepare(`
    select
      (select count(*) from actor where merged_into is null) as actors,
      (select count(*) from issue where merged_into is null) as issues,
      (select count(*) from document) as documents,
      (select count(*) from evidence) as evidence,
      (select count(*) from stance) - (select count(*) from stance where status in ('REJECTED', 'RETRACTED', 'SUPERSEDED')) as stances,
      (select count(*) from relation) as relations,
      (select count(*) from event) as events,
      (select count(*) from coder) as coders
  `);
  const audit = db.prepare(`
    select revision, at, who, why, action, subject from audit
    where revision < :before order by revision desc limit :limit
  `);
  const auditOf = db.prepare(`
    select revision, at, who, why, action, subject from audit where subject = :subject order by revision
  `);
  const changeAt = db.prepare("select * from audit where revision = :revision");
  const undoing = db
    .prepare(`
      select revision from audit
      where revision > :revision and action = :action and detail ->> 'undoes' = :revision order by revision
    `)
    .pluck();
  return {
    get(): Dataset {
      const found = row.get() as Row;
      return {
        id: found.id as string,
        title: found.title as string,
        description: found.description as string | null,
        licence: found.licence as string | null,
        citation: found.citation as string | null,
        revision: found.revision as number,
        changedAt: found.changed_at as string,
      };
    },
    revision: once(() => revision.get() as number),
    /** Says what the graph is; false when it said so already. */
    describe(words: Pick<Dataset, "title" | "description" | "licence" | "citation">): boolean {
      return describe.run(words).changes > 0;
    },
    counts: () => counts.get() as DatasetCounts,
    /** The latest changes, newest first. */
    audit: (limit: number, before: number = Number.MAX_SAFE_INTEGER) =>
      audit.all({ limit, before }) as AuditEntry[],
    /** The change that made a revision; null when there is none. */
    changeAt(at: number): Detailed | null {
      const found = changeAt.get({ revision: at }) as (AuditEntry & { detail: string | null }) | undefined;
      return found === undefined ? null : { ...found, detail: JSON.parse(found.detail ?? "null") };
    },
    /** The revisions made by an action that tells in its detail which revision it undoes. */
    undoing: (action: string, at: number) => undoing.all({ revision: at, action }) as number[],
    auditOf: (subject: string) => auditOf.all({ subject }) as AuditEntry[],
  };
}
