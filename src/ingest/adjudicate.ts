import { StanceGraphError } from "../domain/error.ts";
import type { StanceId } from "../domain/id.ts";
import { checkMove } from "../domain/stance.ts";
import type { Store } from "../store/open.ts";
import type { EditOptions } from "./edit.ts";

const overruled = "Another coder's reading of the same words was chosen.";

/** Decides between readings of the same words, as one change: one counts, the others are turned down. */
export function adjudicate(
  store: Store,
  chosen: StanceId,
  others: readonly StanceId[],
  { author, dryRun = false }: EditOptions,
): { readonly id: StanceId; readonly over: readonly StanceId[] } {
  if (others.length === 0)
    throw new StanceGraphError(
      "invalid",
      `No other coder reads the words of ${chosen} differently, so there is nothing to decide.`,
      ["id"],
    );
  return store.change({ author, action: "stance.adjudicate", subject: chosen, dryRun }, (at) => {
    const { who: reviewer, why } = author;
    const { status } = store.stances.require(chosen);
    if (status !== "ACCEPTED") {
      checkMove({ id: chosen, status }, "ACCEPTED");
      store.stances.setStatus(chosen, "ACCEPTED", at, { reviewer, reason: why });
    }
    for (const other of others) {
      const review = { reviewer, reason: why ?? overruled, code: "OVERRULED" as const };
      const counts = store.stances.require(other).status === "ACCEPTED";
      if (counts) store.stances.setStatus(other, "SUPERSEDED", at, { ...review, supersededBy: chosen });
      else store.stances.setStatus(other, "REJECTED", at, review);
    }
    return { id: chosen, over: others };
  });
}
