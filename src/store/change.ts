import type { Author } from "../domain/coder.ts";
import type { Instant } from "../domain/edtf.ts";
import { quoteIndex } from "./quote-index.ts";
import type { Sqlite } from "./sqlite.ts";

export interface Change {
  readonly author: Author;
  /** What is done, as in `stance.record`. */
  readonly action: string;
  /** The id of the thing changed, where it is one thing. */
  readonly subject?: string | null;
  /** Do it, tell what came of it, and undo it. */
  readonly dryRun?: boolean;
}

/** SQL that notes on a stance in which revision it was changed: the one that the change under way will make. */
export const changedNow = "changed_in = (select revision + 1 from dataset)";

/** Runs work as one change: all or nothing, one revision, one audit row. */
export type Changes = <T>(change: Change, work: (at: Instant, revision: number) => T) => T;

class DryRun<T> {
  readonly result: T;
  constructor(result: T) {
    this.result = result;
  }
}

/** Work that leaves no trace in any row makes no revision, so that importing again changes nothing. */
export function changes(db: Sqlite, clock: () => Date): Changes {
  const touched = db.prepare("select total_changes()").pluck();
  const current = db.prepare("select revision from dataset").pluck();
  const last = db.prepare("select coalesce(max(at), '') from audit").pluck();
  const bump = db.prepare("update dataset set revision = :revision, changed_at = :at");
  const log = db.prepare(`
    insert into audit (revision, at, who, why, action, subject, detail)
    values (:revision, :at, :who, :why, :action, :subject, :detail)
  `);

  const quotes = quoteIndex(db);

  return ({ author, action, subject = null, dryRun = false }, work) => {
    const run = db.transaction(() => {
      const at = laterOf(clock().toISOString(), last.get() as string);
      const revision = (current.get() as number) + 1;
      const before = touched.get();
      const mark = quotes.mark();
      const result = work(at, revision);
      quotes.addSince(mark);
      if (touched.get() !== before) {
        bump.run({ revision, at });
        const detail = result === undefined ? null : JSON.stringify(result);
        log.run({ revision, at, ...author, action, subject: subject ?? subjectOf(result), detail });
      }
      if (dryRun) throw new DryRun(result);
      return result;
    });
    try {
      return run.immediate();
    } catch (error) {
      if (error instanceof DryRun) return error.result;
      throw error;
    }
  };
}

/** Time does not run backwards in the audit, whatever the clock does. */
function laterOf(now: Instant, last: Instant): Instant {
  return now < last ? last : now;
}

function subjectOf(result: unknown): string | null {
  const id = (result as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" ? id : null;
}
