import type { Author } from "../domain/coder.ts";
import { StanceGraphError } from "../domain/error.ts";
import { idFromName, parseId } from "../domain/id.ts";
import type { Store } from "../store/open.ts";
import { type CodingCoder, type CodingDataset, type Item, type ItemKind, itemSchemas } from "./coding.ts";
import { Desk, type Recorded } from "./desk.ts";
import { recordActor } from "./items/actor.ts";
import { recordDocument } from "./items/document.ts";
import { recordEvent } from "./items/event.ts";
import { recordIssue } from "./items/issue.ts";
import { recordRelation } from "./items/relation.ts";
import { recordStance } from "./items/stance.ts";
import { plainStance } from "./plain-stance.ts";
import { shaped } from "./problems.ts";

export interface RecordOptions {
  readonly author: Author;
  readonly dryRun?: boolean;
  /** What a stance is unless it says otherwise; PROPOSED when left out. */
  readonly status?: "PROPOSED" | "ACCEPTED";
}

/** Records one thing, as a change of its own. The item has the shape of its kind in the coding format. */
export function record(
  store: Store,
  { kind, item }: { readonly kind: ItemKind; readonly item: unknown },
  { author, dryRun = false, status = "PROPOSED" }: RecordOptions,
): Recorded {
  return store.change({ author, action: `${kind}.record`, dryRun }, (at) => {
    const desk = new Desk(store, { at, reviewer: author.who, status, readText: refuseFile });
    return recordItem(desk, parsedItem(kind, item));
  });
}

/** Checks that a thing has the shape of its kind. */
export function parsedItem(kind: ItemKind, item: unknown): Item {
  const plain = kind === "stance" ? plainStance(item) : null;
  if (plain !== null) return { kind: "stance", item: plain };
  return { kind, item: shaped<unknown>(itemSchemas[kind], item) } as Item;
}

/** Records one thing of a coding within a change that is under way. */
export function recordItem(desk: Desk, { kind, item }: Item): Recorded {
  switch (kind) {
    case "dataset":
      return recordDataset(desk, item);
    case "coder":
      return recordCoder(desk, item);
    case "document":
      return recordDocument(desk, item);
    case "actor":
      return recordActor(desk, item);
    case "issue":
      return recordIssue(desk, item);
    case "relation":
      return recordRelation(desk, item);
    case "event":
      return recordEvent(desk, item);
    case "stance":
      return recordStance(desk, item);
  }
}

function recordDataset({ store }: Desk, item: CodingDataset): Recorded {
  const known = store.dataset.get();
  const {
    title = known.title,
    description = known.description,
    licence = known.licence,
    citation = known.citation,
  } = item;
  const changed = store.dataset.describe({ title, description, licence, citation });
  const further = store.attributes.set("dataset", item.attributes);
  return { id: known.id, outcome: changed || further ? "REVISED" : "PRESENT" };
}

function recordCoder(desk: Desk, item: CodingCoder): Recorded {
  const id = item.id === undefined ? idFromName("coder", item.name) : parseId("coder", item.id);
  const known = desk.store.coders.get(id);
  if (known === null)
    desk.store.coders.add({ id, name: item.name, kind: item.kind, version: item.version ?? null });
  desk.useCoder(id);
  return { id, outcome: known === null ? "ADDED" : "PRESENT" };
}

function refuseFile(): never {
  throw new StanceGraphError("invalid", "A file cannot be named here; give the text itself.", ["file"]);
}
