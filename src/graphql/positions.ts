import type { Day } from "../domain/edtf.ts";
import type { ActorId, IssueId } from "../domain/id.ts";
import { type Contribution, type Observation, positionsOf } from "../domain/position.ts";
import { defaultPageSize, type Page, type PageRequest, pageOfItems } from "../store/page.ts";
import type { AsOf } from "../store/stances.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";
import { kept } from "./kept.ts";
import { type Loader, loaderOf } from "./loader.ts";
import { rememberedBriefly } from "./memory.ts";
import { projectedAnswers, projecting } from "./projecting.ts";
import type { Answer, Asked, Question } from "./questions.ts";

/** The stances that bear on a question. Those read last are kept, others not: there may be a hundred thousand. */
export function observationsOf(
  context: Context,
  asked: Asked & { readonly asOf: AsOf },
): readonly Observation[] {
  const { actors = null, issues = null, asOf } = asked;
  const key = `observations ${JSON.stringify([actors, issues, asOf])}`;
  const last = kept(context, "observations", () => ({ key: "", observations: [] as readonly Observation[] }));
  if (last.key !== key)
    Object.assign(last, {
      key,
      observations: context.store.positions.observations({ actors, issues, asOf }),
    });
  return last.observations;
}

/** Every position of some actors on some issues. */
export function answersTo(context: Context, question: Question, asked: Asked): readonly Answer[] {
  const asking = projecting(context, question);
  if (asking !== null) return projectedAnswers(asking, asked);
  return rememberedBriefly(
    context.store,
    JSON.stringify([question, asked.actors ?? null, asked.issues ?? null]),
    () => answered(observationsOf(context, { ...asked, asOf: question.asOf }), question),
    // Eight contributions take about as much memory as the rest of a position.
    ({ contributions }) => 1 + contributions.length / 8,
  );
}

/** The positions of an actor, or on an issue. Those of all that a list has shown are computed together. */
export function positionsOn<Axis extends "actor" | "issue">(
  context: Context,
  axis: Axis,
  id: Answer[Axis],
  question: Question,
  others: Where | null = null,
): readonly Answer[] {
  const loader = positionLoader(context, axis, question, others);
  loader.hint(context.load.listed[axis] as Iterable<Answer[Axis]>);
  return loader.get(id) ?? [];
}

/** Loads positions by actor, or by issue. */
export function positionLoader<Axis extends "actor" | "issue">(
  context: Context,
  axis: Axis,
  question: Question,
  others: Where | null = null,
): Loader<Answer[Axis], readonly Answer[]> {
  return kept(context, `positions by ${axis} ${JSON.stringify([question, others])}`, () =>
    loaderOf<Answer[Axis], readonly Answer[]>((ids) => {
      const answers = chunked(ids).flatMap((some) => {
        const these = { id: { in: some } };
        const asked =
          axis === "actor" ? { actors: these, issues: others } : { actors: others, issues: these };
        const asking = projecting(context, question);
        if (asking !== null) return projectedAnswers(asking, asked);
        return answered(context.store.positions.observations({ ...asked, asOf: question.asOf }), question);
      });
      const groups = Map.groupBy(answers, (answer) => answer[axis]);
      return ids.map((id) => [id, groups.get(id) ?? []] as const);
    }),
  );
}

/** The position of one actor on one issue; undefined without any stance. */
export function positionOf(
  context: Context,
  question: Question,
  actor: ActorId,
  issue: IssueId,
): Answer | undefined {
  return answersTo(context, question, { actors: { id: { eq: actor } }, issues: { id: { eq: issue } } })[0];
}

/** Hints at what will be asked of positions that are about to be shown. */
export function hinted(context: Context, answers: readonly Answer[]): readonly Answer[] {
  const { actors, issues, stances, relations, listed } = context.load;
  const holders = eachOf(answers, ({ actor }) => actor);
  listed.actor.add(holders);
  actors.hint(holders);
  relations.hint(holders);
  actors.hint(eachOf(answers, ({ representative }) => representative));
  issues.hint(eachOf(answers, ({ issue }) => issue));
  stances.hint(eachOf(answers, ({ deciding }) => deciding));
  shownIn(context).push(...answers);
  return answers;
}

/** Something of each, made when it is gone through. */
function eachOf<T>(answers: readonly Answer[], of: (answer: Answer) => T): Iterable<T> {
  return { [Symbol.iterator]: () => answers.values().map(of) };
}

/** What a position was made from, a page of it; that of all positions shown is loaded together. */
export function contributionPage(
  context: Context,
  { contributions }: Answer,
  request: PageRequest,
): Page<Contribution> {
  const page = pageOfItems(contributions, ({ stance }) => stance, request);
  const { first, last, after, before } = request;
  const { stances } = context.load;
  stances.hint(page.items.map(({ stance }) => stance));
  if (after != null || before != null) return page;
  const size = first ?? last ?? defaultPageSize;
  const done = kept(context, `contributions ${last == null ? "first" : "last"} ${size}`, () => ({
    count: 0,
  }));
  const answers = shownIn(context);
  for (const answer of answers.slice(done.count)) {
    const start = last == null ? 0 : Math.max(0, answer.contributions.length - size);
    stances.hint(answer.contributions.slice(start, start + size).map(({ stance }) => stance));
  }
  done.count = answers.length;
  return page;
}

/** The positions that this request has shown. */
function shownIn(context: Context): Answer[] {
  return kept(context, "shown", () => []);
}

function answered(observations: readonly Observation[], { asOf, rule }: Question): readonly Answer[] {
  const positions = positionsOf(observations, rule, asOf.validAt as Day | null);
  return positions.map((position) => ({ ...position, knownAt: asOf.knownAt }));
}

/** The store takes a thousand ids at a time. */
export function chunked<T>(items: readonly T[], size = 1000): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
