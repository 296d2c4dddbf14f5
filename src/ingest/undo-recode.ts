import { StanceGraphError } from "../domain/error.ts";
import type { IssueId, StanceId } from "../domain/id.ts";
import type { Stance, Status } from "../domain/stance.ts";
import type { Detailed } from "../store/dataset.ts";
import type { Store } from "../store/open.ts";
import type { EditOptions } from "./edit.ts";
import { type Pair, type RecodeDetail, recodeAction } from "./recode.ts";

export interface Undone {
  readonly from: IssueId;
  readonly to: IssueId;
  /** The stances that stand again. */
  readonly standing: readonly StanceId[];
  /** The revision by which this can be undone; null after a dry run. */
  readonly revision: number | null;
}

const undoAction = "codebook.undo";

/** What the audit keeps of an undoing; the pairs stand with the recoding. */
interface UndoDetail {
  readonly undoes: number;
}

/** Which of each pair stands. */
type Side = "OLD" | "NEW";

/**
 * Takes a recoding back, as one change: the old stances stand again as they did, the new ones give way to them. What
 * was undone can be done again by undoing that. Refused as a whole where somebody has decided on one of them since.
 */
export function undoRecode(store: Store, revision: number, options: EditOptions): Undone {
  const { detail, side } = recodingAt(store, revision);
  const goal: Side = side === "OLD" ? "NEW" : "OLD";
  const { from, to, pairs } = detail;
  let made: number | null = null;
  store.change({ ...options, action: undoAction, subject: from }, (at, next): UndoDetail => {
    refuseUndone(store, revision);
    refuseDecided(store, pairs, side, goal);
    const { who: reviewer, why } = options.author;
    const reason = why ?? `Revision ${revision} was undone.`;
    const seen = new Set<StanceId>();
    for (const pair of pairs) {
      for (const { id, status, by } of movesOf(pair, side, goal)) {
        if (seen.has(id)) continue;
        seen.add(id);
        const supersededBy = status === "SUPERSEDED" ? { supersededBy: by } : {};
        store.stances.setStatus(id, status, at, { reviewer, reason, ...supersededBy });
      }
    }
    made = options.dryRun ? null : next;
    return { undoes: revision };
  });
  const standing = new Set(pairs.map((pair) => (goal === "OLD" ? pair.old : pair.new)));
  return { from, to, standing: [...standing], revision: made };
}

/** The recoding behind a revision, and which side stood after it. */
function recodingAt(store: Store, revision: number): { readonly detail: RecodeDetail; readonly side: Side } {
  const entry = store.dataset.changeAt(revision);
  if (entry === null) {
    throw new StanceGraphError(
      "not_found",
      `There is no change of revision ${revision}; the graph is at revision ${store.dataset.revision()}.`,
      ["revision"],
    );
  }
  if (entry.action === recodeAction) return { detail: entry.detail as RecodeDetail, side: "NEW" };
  if (entry.action === undoAction) {
    const { detail, side } = recodingAt(store, (entry.detail as UndoDetail).undoes);
    return { detail, side: side === "NEW" ? "OLD" : "NEW" };
  }
  throw refusalOf(entry);
}

function refusalOf({ revision, action }: Detailed): StanceGraphError {
  return new StanceGraphError(
    "invalid",
    `Revision ${revision} is no recoding (it was ${action}); "codebook recode" told its revision when it was done.`,
    ["revision"],
  );
}

function refuseUndone(store: Store, revision: number): void {
  const by = undoneBy(store, revision);
  if (by === null) return;
  throw new StanceGraphError(
    "conflict",
    `Revision ${revision} was undone already, by revision ${by}; undo that to have it back.`,
    ["revision"],
  );
}

/** The revision that undid one and was not undone itself. */
function undoneBy(store: Store, revision: number): number | null {
  const undoings = store.dataset.undoing(undoAction, revision);
  return undoings.find((each) => undoneBy(store, each) === null) ?? null;
}

function refuseDecided(store: Store, pairs: readonly Pair[], side: Side, goal: Side): void {
  const { stances } = store;
  const ids = new Set(pairs.flatMap((pair) => [pair.old, pair.new]));
  const now = new Map(stances.byIds([...ids]).map((stance) => [stance.id, stance]));
  const decided = new Set<StanceId>();
  for (const pair of pairs) {
    for (const id of [pair.old, pair.new]) if (!isAsLeft(now.get(id), pair, side)) decided.add(id);
    for (const { id, status } of movesOf(pair, side, goal))
      if (status === "ACCEPTED") for (const other of stances.acceptedBeside(id)) decided.add(other);
  }
  if (decided.size === 0) return;
  const named = [...decided].slice(0, 5).join(", ");
  const more = decided.size > 5 ? ` and ${decided.size - 5} more` : "";
  throw new StanceGraphError(
    "conflict",
    `Since then something else was decided on ${named}${more}; take that back first, or revise them one by one.`,
    ["revision"],
  );
}

/** Whether a stance of a pair is what the change made it. */
function isAsLeft(stance: Stance | undefined, pair: Pair, side: Side): boolean {
  if (stance === undefined) return false;
  const isOld = stance.id === pair.old;
  const expected = statusesOf(pair, side)[isOld ? "old" : "new"];
  if (stance.status !== expected) return false;
  return !(isOld && side === "NEW") || stance.supersededBy === pair.new;
}

/** What each of a pair is while one side stands. */
function statusesOf(pair: Pair, side: Side): { readonly old: Status; readonly new: Status } {
  return side === "NEW"
    ? { old: "SUPERSEDED", new: pair.newStatus }
    : { old: pair.oldStatus, new: pair.newWas ?? "SUPERSEDED" };
}

/** What becomes of each of a pair when the other side stands; what stays as it is is left out. */
function movesOf(pair: Pair, side: Side, goal: Side) {
  const [before, after] = [statusesOf(pair, side), statusesOf(pair, goal)];
  const moves = [
    { id: pair.old, was: before.old, status: after.old, by: pair.new },
    { id: pair.new, was: before.new, status: after.new, by: pair.old },
  ];
  return moves.filter(({ was, status }) => was !== status);
}
