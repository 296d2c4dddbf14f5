import { relationId } from "../../domain/actor.ts";
import { type Edtf, parseEdtf } from "../../domain/edtf.ts";
import { StanceGraphError } from "../../domain/error.ts";
import type { CodingRelation } from "../coding.ts";
import type { Desk, Recorded } from "../desk.ts";
import { at } from "../problems.ts";

/** Records a tie between two actors once. */
export function recordRelation(desk: Desk, item: CodingRelation): Recorded {
  const subject = at("subject", () => desk.actor(item.subject));
  const object = at("object", () => desk.actor(item.object));
  if (subject === object)
    throw new StanceGraphError("invalid", "An actor is not tied to itself.", ["object"]);
  const { kind, note = null } = item;
  const { validFrom, validUntil } = periodOf(item);
  const id = relationId({ subject, kind, object, validFrom, validUntil, note });
  const evidence = desk.quoted(item);
  const relation = {
    id,
    subject,
    kind,
    object,
    validFrom,
    validUntil,
    note,
    evidence,
    recordedAt: desk.options.at,
  };
  return { id, outcome: desk.store.relations.add(relation) ? "ADDED" : "PRESENT" };
}

/** A half-open period, refused when it ends before it can have begun. */
export function periodOf(item: {
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
}): {
  readonly validFrom: Edtf | null;
  readonly validUntil: Edtf | null;
} {
  const { validFrom: from, validUntil: until } = item;
  const validFrom = from === undefined ? null : at("validFrom", () => parseEdtf(from));
  const validUntil = until === undefined ? null : at("validUntil", () => parseEdtf(until));
  if (validFrom !== null && validUntil !== null && validFrom.earliest >= validUntil.latest) {
    throw new StanceGraphError("invalid", `It ends (${until}) before it begins (${from}); swap them.`, [
      "validUntil",
    ]);
  }
  return { validFrom, validUntil };
}
