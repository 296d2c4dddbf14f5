import { type Agreement, agreementIn, type Likeness, likenessesTo, placeOf } from "../analysis/agreement.ts";
import { projectedLikenesses } from "../analysis/projected-agreement.ts";
import { StanceGraphError } from "../domain/error.ts";
import type { ActorId } from "../domain/id.ts";
import type { Where } from "../store/where.ts";
import type { Context } from "./context.ts";
import { remembered, rememberedBriefly } from "./memory.ts";
import { namesOf } from "./names.ts";
import { answersTo, chunked } from "./positions.ts";
import { intricateAnswers, projecting } from "./projecting.ts";
import type { Answer, Projecting, Question } from "./questions.ts";
import { byText } from "./text-order.ts";

export interface AgreementRequest {
  readonly actor: ActorId;
  readonly issues: Where | null;
  readonly question: Question;
  /** The fewest shared issues from which agreement is told. */
  readonly minShared: number;
}

/** The other actors that share enough issues with one, those that agree with it most first. */
export function agreementsWith(context: Context, request: AgreementRequest): readonly Agreement[] {
  if (request.minShared < 1) {
    throw new StanceGraphError("invalid", `minShared is at least 1; ${request.minShared} was given.`, [
      "minShared",
    ]);
  }
  const remember = projecting(context, request.question) === null ? remembered : rememberedBriefly;
  return remember(context.store, `agreements ${JSON.stringify(request)}`, () => {
    const { actor, minShared } = request;
    const agreements: Agreement[] = [];
    for (const [other, likeness] of likenessesOf(context, request)) {
      const agreement = agreementIn(likeness);
      const { sharedIssues } = likeness;
      if (other === actor || agreement === null || sharedIssues < minShared) continue;
      agreements.push({ actor: other, agreement, sharedIssues });
    }
    return ordered(context, agreements);
  });
}

function likenessesOf(
  context: Context,
  { actor, issues, question }: AgreementRequest,
): Iterable<readonly [ActorId, Likeness]> {
  const own = answersTo(context, question, { actors: { id: { eq: actor } }, issues });
  const places = new Map(
    own.flatMap((answer) => {
      const place = placeOf(answer);
      return place === null ? [] : [[answer.issue, place] as const];
    }),
  );
  const asking = projecting(context, question);
  const onIssues = chunked([...places.keys()].sort()).map((ids) => ({ issues: { id: { in: ids } } }));
  if (asking === null)
    return likenessesTo(
      places,
      onIssues.flatMap((asked) => answersTo(context, question, asked)).toSorted(byIssue),
    );
  const intricate = onIssues.flatMap((asked) => intricateAnswers(asking, asked));
  return added(fromProjection(asking, places), likenessesTo(places, intricate));
}

function fromProjection({ projection, day }: Projecting, places: ReadonlyMap<string, number>) {
  const { numberOf } = projection.issues;
  const numbered = [...places].flatMap(([issue, place]) => {
    const number = numberOf.get(issue);
    return number === undefined ? [] : [[number, place] as const];
  });
  return projectedLikenesses(projection, new Map(numbered), day);
}

function added(
  some: ReadonlyMap<ActorId, Likeness>,
  others: ReadonlyMap<ActorId, Likeness>,
): ReadonlyMap<ActorId, Likeness> {
  if (others.size === 0) return some;
  const sums = new Map(some);
  for (const [actor, { total, sharedIssues }] of others) {
    const known = sums.get(actor);
    sums.set(actor, {
      total: total + (known?.total ?? 0),
      sharedIssues: sharedIssues + (known?.sharedIssues ?? 0),
    });
  }
  return sums;
}

/** Those that agree most first; then those that share most; then by name. */
function ordered(context: Context, agreements: readonly Agreement[]): readonly Agreement[] {
  const names = namesOf(
    context,
    "actor",
    agreements.map(({ actor }) => actor),
  );
  const named = agreements.map((agreement) => ({ agreement, name: names.get(agreement.actor) ?? "" }));
  named.sort(
    ({ agreement: a, name }, { agreement: b, name: other }) =>
      b.agreement - a.agreement ||
      b.sharedIssues - a.sharedIssues ||
      byText(name, other) ||
      byText(a.actor, b.actor),
  );
  return named.map(({ agreement }) => agreement);
}

/** Sums of fractions are the same whatever order the store finds them in. */
function byIssue(a: Answer, b: Answer): number {
  return byText(a.issue, b.issue);
}
