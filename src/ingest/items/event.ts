import { isDeepStrictEqual } from "node:util";
import { parseEdtf } from "../../domain/edtf.ts";
import { idFromName, parseId } from "../../domain/id.ts";
import type { CodingEvent } from "../coding.ts";
import type { Desk, Recorded } from "../desk.ts";
import { at } from "../problems.ts";
import { chainOf } from "./attribution.ts";

/** Records an event, or a new account of one. Without an id, its label and date name it: there are many ceasefires. */
export function recordEvent(desk: Desk, item: CodingEvent): Recorded {
  const id =
    item.id === undefined
      ? idFromName("event", [item.label, item.happenedOn].filter(Boolean).join(" "))
      : at("id", () => parseId("event", item.id as string));
  desk.describe(id, item);
  const known = desk.store.events.get(id);
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
    recordedAt: known?.recordedAt ?? desk.options.at,
  };
  if (known !== null && isDeepStrictEqual(known, event)) return { id, outcome: "PRESENT" };
  if (known !== null) desk.store.events.remove(id);
  desk.store.events.add(event);
  return { id, outcome: known === null ? "ADDED" : "REVISED" };
}
