import { isDeepStrictEqual } from "node:util";
import type { ActorKind, ActorName } from "../domain/actor.ts";
import type { Author } from "../domain/coder.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { Facet } from "../domain/facet.ts";
import type { ActorId, IssueId, StanceId } from "../domain/id.ts";
import type { Example } from "../domain/issue.ts";
import type { ReasonCode } from "../domain/proposal.ts";
import { checkMove, type Status } from "../domain/stance.ts";
import type { Store } from "../store/open.ts";
import { codingActor, codingIssue } from "./coding.ts";
import { Desk, type Recorded } from "./desk.ts";
import { refuseCircle } from "./items/issue.ts";
import { newerReading, recordStance, supersede } from "./items/stance.ts";
import { shaped } from "./problems.ts";
import { parsedItem } from "./record.ts";

export interface EditOptions {
  readonly author: Author;
  readonly dryRun?: boolean;
}

export interface ActorPatch {
  readonly name?: string | null | undefined;
  readonly kind?: ActorKind | null | undefined;
  readonly description?: string | null | undefined;
  readonly addNames?: readonly ActorName[] | null | undefined;
  readonly removeNames?: readonly string[] | null | undefined;
  readonly addExternalIds?: readonly { readonly scheme: string; readonly value: string }[] | null | undefined;
}

/** Changes what is said of an actor; what the patch leaves out stays. */
export function updateActor(store: Store, id: ActorId, patch: ActorPatch, options: EditOptions): ActorId {
  const { addNames, addExternalIds, removeNames, ...rest } = patch;
  checkPatch(codingActor, { ...rest, names: addNames, externalIds: recordOf(addExternalIds) });
  return store.change({ ...options, action: "actor.update", subject: id }, () => {
    const actor = store.actors.require(id);
    const name = patch.name ?? actor.name;
    const kind = patch.kind ?? actor.kind;
    const description = patch.description === undefined ? actor.description : patch.description;
    if (name !== actor.name || kind !== actor.kind || description !== actor.description) {
      store.actors.change({ id: actor.id, name, kind, description });
    }
    store.actors.addName(actor.id, { name, type: "OFFICIAL", language: "en" });
    for (const each of addNames ?? []) store.actors.addName(actor.id, each);
    for (const each of removeNames ?? []) {
      if (each === name) {
        throw new StanceGraphError("conflict", `${each} is the name it is shown by; change that first.`, [
          "removeNames",
        ]);
      }
      store.actors.removeName(actor.id, each);
    }
    for (const each of addExternalIds ?? []) store.actors.addExternalId(actor.id, each);
    return actor.id;
  });
}

/** Lets one actor answer in the place of another; the ids of both go on working. */
export function mergeActors(store: Store, from: ActorId, into: ActorId, options: EditOptions): ActorId {
  return store.change({ ...options, action: "actor.merge", subject: from }, () => {
    const [source, target] = [store.actors.require(from), store.actors.require(into)];
    refuseMerged(from, source.id);
    refuseSelfMerge(source.id, target.id);
    store.actors.merge(source.id, target.id);
    return target.id;
  });
}

/** Undoes a merge: the actor answers for itself again, and has its own stances back. */
export function unmergeActor(store: Store, id: ActorId, options: EditOptions): ActorId {
  return store.change({ ...options, action: "actor.unmerge", subject: id }, () => {
    if (store.actors.require(id).id === id)
      throw new StanceGraphError("conflict", `${id} is not merged into another actor.`, ["id"]);
    store.actors.unmerge(id);
    return id;
  });
}

export interface IssuePatch {
  readonly label?: string | null | undefined;
  readonly proposition?: string | null | undefined;
  readonly pro?: string | null | undefined;
  readonly contra?: string | null | undefined;
  readonly parent?: IssueId | null | undefined;
  readonly examples?: readonly Example[] | null | undefined;
  readonly anchors?: readonly string[] | null | undefined;
  readonly addFacets?: readonly Facet[] | null | undefined;
}

/** Changes the wording of an issue; what the patch leaves out stays. */
export function updateIssue(store: Store, id: IssueId, patch: IssuePatch, options: EditOptions): IssueId {
  const { addFacets, parent: _, ...rest } = patch;
  checkPatch(codingIssue, {
    ...rest,
    facets: addFacets && Object.fromEntries(addFacets.map(({ name, values }) => [name, values])),
  });
  return store.change({ ...options, action: "issue.update", subject: id }, () => {
    const issue = store.issues.named(id);
    const parent =
      patch.parent === undefined ? issue.parent : patch.parent && store.issues.named(patch.parent).id;
    if (parent !== null) refuseCircle(store, issue.id, parent);
    const changed = {
      id: issue.id,
      label: patch.label ?? issue.label,
      proposition: patch.proposition ?? issue.proposition,
      pro: patch.pro ?? issue.pro,
      contra: patch.contra ?? issue.contra,
      examples: patch.examples ?? issue.examples,
      anchors: patch.anchors ?? issue.anchors,
      parent,
    };
    if (!isDeepStrictEqual({ ...issue, ...changed }, issue)) store.issues.change(changed);
    for (const facet of addFacets ?? []) store.issues.addFacet(issue.id, facet);
    return issue.id;
  });
}

export function mergeIssues(store: Store, from: IssueId, into: IssueId, options: EditOptions): IssueId {
  return store.change({ ...options, action: "issue.merge", subject: from }, () => {
    const [source, target] = [store.issues.named(from), store.issues.named(into)];
    refuseMerged(from, source.id);
    refuseSelfMerge(source.id, target.id);
    if (target.parent !== null) refuseCircle(store, source.id, target.parent);
    store.issues.merge(source.id, target.id);
    return target.id;
  });
}

export function unmergeIssue(store: Store, id: IssueId, options: EditOptions): IssueId {
  return store.change({ ...options, action: "issue.unmerge", subject: id }, () => {
    if (store.issues.named(id).id === id)
      throw new StanceGraphError("conflict", `${id} is not merged into another issue.`, ["id"]);
    store.issues.unmerge(id);
    return id;
  });
}

export interface ReviewOptions extends EditOptions {
  /** Why it is turned down, out of a closed list. */
  readonly code?: ReasonCode | null;
}

/**
 * Decides on a stance: accepts, rejects, retracts, or takes such a decision back. Accepting it takes the place of
 * another accepted reading of the same words by the same coder.
 */
export function reviewStance(store: Store, id: StanceId, status: Status, options: ReviewOptions): StanceId {
  const { code = null } = options;
  if (code !== null && status !== "REJECTED")
    throw new StanceGraphError(
      "invalid",
      `The code ${code} says why a stance is turned down; leave it out.`,
      ["code"],
    );
  return store.change({ ...options, action: `stance.${status.toLowerCase()}`, subject: id }, (at) => {
    const { who: reviewer, why: reason } = options.author;
    checkMove(store.stances.require(id), status);
    for (const other of status === "ACCEPTED" ? store.stances.acceptedBeside(id) : []) {
      store.stances.setStatus(other, "SUPERSEDED", at, { reviewer, reason: newerReading, supersededBy: id });
    }
    // A correction that is taken back goes, also where it quotes other words.
    const correction = status === "ACCEPTED" ? store.stances.require(id).supersededBy : null;
    if (correction !== null && store.stances.require(correction).status === "ACCEPTED") {
      store.stances.setStatus(correction, "SUPERSEDED", at, { reviewer, reason, supersededBy: id });
    }
    store.stances.setStatus(id, status, at, { reviewer, reason, code });
    return id;
  });
}

/** Records a corrected version of a stance, which takes the old one's place from now on. */
export function reviseStance(store: Store, id: StanceId, item: unknown, options: EditOptions): Recorded {
  return store.change({ ...options, action: "stance.revise" }, (at) => {
    const old = store.stances.require(id);
    checkMove(old, "SUPERSEDED");
    const { who, why } = options.author;
    const status = old.status === "PROPOSED" ? "PROPOSED" : "ACCEPTED";
    const reason = why ?? "Revised.";
    const desk = new Desk(store, { at, reviewer: who, status, reason, readText: () => "" });
    const parsed = parsedItem("stance", item);
    if (parsed.kind !== "stance") throw new Error("parsedItem returned another kind");
    const recorded = recordStance(desk, parsed.item);
    if (recorded.id === id)
      throw new StanceGraphError("invalid", "The revision says the same as the stance it corrects.");
    if (store.stances.require(id).status !== "SUPERSEDED")
      supersede(desk, id, recorded.id as StanceId, reason);
    return recorded;
  });
}

function refuseSelfMerge(from: string, into: string): void {
  if (from === into) throw new StanceGraphError("invalid", `${from} cannot be merged into itself.`, ["into"]);
}

function refuseMerged(asked: string, current: string): void {
  if (asked === current) return;
  throw new StanceGraphError(
    "conflict",
    `${asked} is merged into ${current}; merge that, or unmerge ${asked} first.`,
    ["id"],
  );
}

/** Checks what a patch says by the coding format; what it leaves out, or sets to null, is not looked at. */
function checkPatch(
  schema: typeof codingActor | typeof codingIssue,
  patch: Readonly<Record<string, unknown>>,
): void {
  const said = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined && value !== null),
  );
  shaped<unknown>(schema.partial(), said);
}

function recordOf(ids: ActorPatch["addExternalIds"]): Record<string, string> | undefined {
  return ids ? Object.fromEntries(ids.map(({ scheme, value }) => [scheme, value])) : undefined;
}
