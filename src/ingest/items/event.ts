import { parseEdtf } from "../../domain/edtf.ts";
import { idFromName, parseId } from "../../domain/id.ts";
import type { CodingEvent } from "../coding.ts";
import type { Desk, Recorded } from "../desk.ts";
import { at } from "../problems.ts";
import { chainOf } from "./attribution.ts";

/** Records an event once. */
export function recordEvent(desk: Desk, item: CodingEvent): Recorded {
  const id =
    item.id === undefined
      ? idFromName("event", item.label)
      : at("id", () => parseId("event", item.id as string));
  const event = {
    id,
    label: item.label,
    kind: item.kind,
    description: item.description ?? null,
    happenedOn:
      item.happenedOn === undefined ? null : at("happenedOn", () => parseEdtf(item.happenedOn as string)),
    dateNote: item.dateNote ?? null,
    certainty: item.certainty,
    participants: item.participants.map(({ actor, role }, index) => ({
      actor: at(`participants.${index}.actor`, () => desk.actor(actor)),
      role,
    })),
    evidence: desk.quoted(item),
    attribution: chainOf(desk, item.attribution, null),
    recordedAt: desk.options.at,
  };
  return { id, outcome: desk.store.events.add(event) ? "ADDED" : "PRESENT" };
}
