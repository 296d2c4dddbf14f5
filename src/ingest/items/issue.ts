import { isDeepStrictEqual } from "node:util";
import { StanceGraphError } from "../../domain/error.ts";
import type { Facet } from "../../domain/facet.ts";
import type { IssueId } from "../../domain/id.ts";
import { idFromName, parseId } from "../../domain/id.ts";
import { isAbove } from "../../domain/issue.ts";
import type { Store } from "../../store/open.ts";
import type { CodingIssue } from "../coding.ts";
import type { Desk, Outcome, Recorded } from "../desk.ts";
import { at } from "../problems.ts";

/** Records an issue, or a new wording of one; facet values are added, never taken away, and a parent left out stays. */
export function recordIssue(desk: Desk, item: CodingIssue): Recorded {
  const { issues } = desk.store;
  const id =
    item.id === undefined
      ? idFromName("issue", item.label)
      : at("id", () => parseId("issue", item.id as string));
  desk.describe(id, item);
  const { label, proposition, pro, contra } = item;
  const known = issues.get(id);
  const examples = item.examples.length > 0 ? item.examples : (known?.examples ?? []);
  const anchors = item.anchors.length > 0 ? item.anchors : (known?.anchors ?? []);
  const facets = Object.entries(item.facets).map(([name, values]): Facet => ({ name, values }));
  const parent =
    item.parent === undefined
      ? (known?.parent ?? null)
      : at("parent", () => desk.issue(item.parent as string).id);
  if (parent !== null) at("parent", () => refuseCircle(desk.store, id, parent));
  const wording = { id, label, proposition, pro, contra, parent, examples, anchors };
  if (known === null) {
    issues.add({ ...wording, facets, recordedAt: desk.options.at });
    desk.store.attributes.set(id, item.attributes);
    desk.forgetNames();
    return { id, outcome: "ADDED" };
  }
  if (known.id !== id) return { id, outcome: "PRESENT" };
  let outcome: Outcome = "PRESENT";
  if (!isDeepStrictEqual({ ...known, ...wording }, known)) {
    issues.change(wording);
    outcome = "REVISED";
  }
  const had = new Set(known.facets.flatMap(({ name, values }) => values.map((value) => `${name} ${value}`)));
  for (const { name, values } of facets) {
    const added = values.filter((value) => !had.has(`${name} ${value}`));
    if (added.length === 0) continue;
    issues.addFacet(id, { name, values: added });
    outcome = "REVISED";
  }
  if (desk.store.attributes.set(id, item.attributes)) outcome = "REVISED";
  if (outcome === "REVISED") desk.forgetNames();
  return { id, outcome };
}

/** Refuses a parent that is, however far up, part of the issue itself. */
export function refuseCircle(store: Store, id: IssueId, parent: IssueId): void {
  if (!isAbove(id, parent, (each) => store.issues.get(each)?.parent)) return;
  throw new StanceGraphError("conflict", `${parent} is part of ${id}, or is it; that would be a circle.`, [
    "parent",
  ]);
}
