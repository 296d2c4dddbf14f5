import { differingIn, type Reading, readingOf, unitsOf } from "../analysis/reliability.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { StanceId } from "../domain/id.ts";
import type { Store } from "../store/open.ts";
import type { Where } from "../store/where.ts";
import { both } from "./narrowed.ts";

/** So many stances are compared at once. */
const maxStances = 50_000;
/** What was replaced or taken back is nobody's reading any more. */
const standing: Where = { status: { in: ["PROPOSED", "ACCEPTED", "REJECTED"] } };
/** What was turned down is decided on. */
const open: Where = { status: { in: ["PROPOSED", "ACCEPTED"] } };

/** The readings of coders that stand, proposals among them. */
export function readingsOf(store: Store, where: Where | null | undefined): readonly Reading[] {
  return among(store, both(where, standing));
}

/** What coders read differently in the same place, where that is not decided yet. */
export function disagreementsOf(
  store: Store,
  where: Where | null | undefined,
): readonly (readonly Reading[])[] {
  return unitsOf(among(store, both(where, open))).filter((unit) => differingIn(unit).length > 0);
}

/** The other coders' readings of what one stance is a reading of, that stand. */
export function othersBeside(store: Store, id: StanceId): readonly StanceId[] {
  const { document, holder, issue } = store.stances.require(id);
  const same: Where = { document: { eq: document }, holder: { eq: holder }, issue: { eq: issue } };
  const readings = among(store, both(same, { OR: [open, { id: { eq: id } }] }));
  const unit = unitsOf(readings).find((each) => each.some((reading) => reading.id === id));
  return (unit ?? []).map((reading) => reading.id).filter((each) => each !== id);
}

function among(store: Store, where: Where | null | undefined): readonly Reading[] {
  if (store.stances.count(where) > maxStances)
    throw new StanceGraphError(
      "invalid",
      `More than ${maxStances} stances are not compared at once; choose coders, documents or issues by \`where\`.`,
      ["where"],
    );
  return [...store.stances.all({ where: where ?? null })].map(readingOf);
}
