import { type MembersView, membersView } from "../analysis/members.ts";
import type { Actor, Relation } from "../domain/actor.ts";
import type { Day } from "../domain/edtf.ts";
import type { ActorId, IssueId } from "../domain/id.ts";
import type { Context } from "./context.ts";
import { kept } from "./kept.ts";
import { found } from "./loads.ts";
import { perRevision } from "./per-revision.ts";
import { positionLoader } from "./positions.ts";
import type { Question } from "./questions.ts";

/** The actors that are members or parts of one on a day; without a day, those whose tie has no known end. */
export function membersOf(context: Context, actor: ActorId, on: Day | null): readonly Actor[] {
  return belonging(context, actor, on, "object", "subject");
}

/** Parents by their members, found since the graph changed last. */
const parentsFound = perRevision(() => new Map<ActorId, readonly Actor[]>());
const maxFound = 10_000;

/** The actors of which one is a member or a part on a day; without a day, those whose tie has no known end. */
export function parentsOf(context: Context, actor: ActorId, on: Day | null): readonly Actor[] {
  if (on !== null) return belonging(context, actor, on, "subject", "object");
  const parents = kept(context, "parents", () => parentsFound(context.store));
  const known = parents.get(actor);
  if (known !== undefined) return known;
  const own = belonging(context, actor, null, "subject", "object");
  if (parents.size >= maxFound) parents.clear();
  parents.set(actor, own);
  return own;
}

/** Where an actor's members stand on an issue; null without evidence. */
export function membersViewOf(
  context: Context,
  actor: ActorId,
  issue: IssueId,
  question: Question,
): MembersView | null {
  const on = question.asOf.validAt as Day | null;
  const members = membersOf(context, actor, on);
  const loader = positionLoader(context, "actor", question, { id: { eq: issue } });
  kept(context, `members ${issue} ${JSON.stringify(question)}`, () => {
    for (const listed of context.load.listed.actor)
      loader.hint(membersOf(context, listed, on).map(({ id }) => id));
    return true;
  });
  return membersView(
    members.flatMap(({ id }) => loader.get(id) ?? []),
    members.length,
  );
}

type End = "subject" | "object";

function belonging(
  { load }: Context,
  actor: ActorId,
  on: Day | null,
  own: End,
  other: End,
): readonly Actor[] {
  const current = (id: ActorId) => found(load.actors, id);
  const ties = (load.relations.get(actor) ?? []).filter(
    (tie) =>
      (tie.kind === "MEMBER_OF" || tie.kind === "PART_OF") &&
      holdsOn(tie, on) &&
      current(tie[own]).id === actor,
  );
  const others = new Map(ties.map((tie) => current(tie[other])).map((each) => [each.id, each]));
  others.delete(actor);
  return [...others.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a tie certainly held on a day, as far as its dates are known. */
function holdsOn({ validFrom, validUntil }: Relation, on: Day | null): boolean {
  if (on === null) return validUntil === null;
  return (validFrom === null || validFrom.latest <= on) && (validUntil === null || validUntil.earliest > on);
}
