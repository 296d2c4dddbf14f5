import type { ActorName } from "../../domain/actor.ts";
import { idFromName, parseId } from "../../domain/id.ts";
import type { CodingActor } from "../coding.ts";
import type { Desk, Outcome, Recorded } from "../desk.ts";
import { at } from "../problems.ts";

/**
 * Records an actor, or what a coding says anew of one: names and external ids are added, never taken away,
 * and what it leaves out stays.
 */
export function recordActor(desk: Desk, item: CodingActor): Recorded {
  const { actors } = desk.store;
  const id =
    item.id === undefined
      ? idFromName("actor", item.name)
      : at("id", () => parseId("actor", item.id as string));
  desk.describe(id, item);
  const known = actors.get(id);
  if (known !== null && known.id !== id) return { id, outcome: "PRESENT" };
  const { name, kind, description = known?.description ?? null } = item;
  let outcome: Outcome = known === null ? "ADDED" : "PRESENT";
  if (known === null) actors.add({ id, name, kind, description, recordedAt: desk.options.at });
  else if (known.name !== name || known.kind !== kind || known.description !== description) {
    actors.change({ id, name, kind, description });
    outcome = "REVISED";
  }
  const had = new Set(known?.names.map(nameKey));
  for (const each of namesOf(item).filter((candidate) => !had.has(nameKey(candidate)))) {
    actors.addName(id, each);
    if (known !== null) outcome = "REVISED";
  }
  const externals = new Set(known?.externalIds.map((external) => `${external.scheme} ${external.value}`));
  for (const [scheme, value] of Object.entries(item.externalIds)) {
    if (externals.has(`${scheme} ${value}`)) continue;
    at(`externalIds.${scheme}`, () => actors.addExternalId(id, { scheme, value }));
    if (known !== null) outcome = "REVISED";
  }
  if (desk.store.attributes.set(id, item.attributes) && known !== null) outcome = "REVISED";
  if (outcome !== "PRESENT") desk.forgetNames();
  return { id, outcome };
}

/** All names, the one it is shown by first. */
function namesOf(item: CodingActor): readonly ActorName[] {
  const others = item.names.map((name) =>
    typeof name === "string" ? { name, type: "ALIAS" as const, language: "en" } : name,
  );
  return [{ name: item.name, type: "OFFICIAL", language: "en" }, ...others];
}

function nameKey({ name, type, language }: ActorName): string {
  return JSON.stringify([name, type, language]);
}
