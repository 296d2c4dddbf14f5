import fc from "fast-check";
import { type DocumentNode, execute, parse } from "graphql";
import { describe, expect, it } from "vitest";
import type { ActorId, IssueId, StanceId } from "../../src/domain/id.ts";
import { checkMove, directions, statuses } from "../../src/domain/stance.ts";
import { contextOf } from "../../src/graphql/context.ts";
import { schema } from "../../src/graphql/schema.ts";
import type { Store } from "../../src/store/open.ts";
import { anyDate, anyDay } from "../domain/arbitraries.ts";
import { actors, documentNames, issue, type World, world } from "../store/graph.ts";
import { unprojected } from "./world.ts";

const advisers: IssueId = "issue:advisers";
const anyActor = fc.constantFrom(...actors);
const anyStep = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("record" as const),
      holder: anyActor,
      issue: fc.constantFrom(issue, advisers),
      direction: fc.constantFrom(...directions),
      document: fc.constantFrom(...documentNames),
      statedOn: anyDate,
      validFrom: fc.option(anyDay, { freq: 8 }),
      externalId: fc.constantFrom(null, "1", "2"),
      status: fc.constantFrom("ACCEPTED" as const, "ACCEPTED" as const, "PROPOSED" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("decide" as const),
      which: fc.nat(9),
      status: fc.constantFrom(...statuses),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("represent" as const),
      subject: anyActor,
      object: anyActor,
      from: fc.option(anyDay),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("merge" as const), one: anyActor, other: anyActor }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("look" as const) }) },
);
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

const all = `fragment all on Position {
  actor { id name } issue { label } direction intensity score conditions { kind } facets { name } since sinceEarliest lastOn { edtf earliest latest }
  contested deciding { id direction } stances(first: 5) { totalCount edges { weight node { id } } } stanceCount sourceCount
  representative { id } rule { name windowDays } asOf knownAt explanation
}`;
const query = parse(`query ($asOf: AsOf, $first: Int, $actor: ID!, $issue: ID!) {
  positions(asOf: $asOf, first: $first) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { ...all } }
  filtered: positions(asOf: $asOf, where: { score: { gte: 0 } }, orderBy: [{ field: SINCE, direction: ASC }]) { nodes { since } }
  issue(by: { id: $issue }) { positions(asOf: $asOf, first: $first) { totalCount edges { cursor node { ...all } } } stances(first: 3) { totalCount } }
  actor(by: { id: $actor }) { positions(asOf: $asOf) { totalCount nodes { ...all } } }
  positionMatrix(asOf: $asOf, issues: { id: { in: [$issue] } }) { actorName issueLabel direction score conditional contested stanceCount }
  stanceCounts(groupBy: [DIRECTION, STATUS], where: { holder: { eq: $actor } }) { keys { group value label } stances actors documents }
  bySide: stanceCounts(groupBy: [DIRECTION], where: { holder: { eq: $actor } }) { keys { value } stances }
  counting: stanceCounts(groupBy: [DIRECTION], where: { holder: { in: [$actor] } }, asOf: {}) { keys { value } stances }
  onBoth: stanceCounts(groupBy: [DIRECTION], where: { holder: { eq: $actor }, issue: { eq: $issue } }) { keys { value } stances }
  counted: stanceCounts(groupBy: [ISSUE, INTENSITY], asOf: $asOf) { keys { value } stances }
  agreements(actor: { id: $actor }, asOf: $asOf, minShared: 1) { totalCount edges { cursor node { actor { id name } agreement sharedIssues } } }
  onOne: agreements(actor: { id: $actor }, asOf: $asOf, issues: { id: { eq: $issue } }, minShared: 1, first: $first) { nodes { actor { id } agreement } }
  accepted: stances(where: { issue: { eq: $issue }, status: { eq: ACCEPTED } }, first: 2) { totalCount }
}
${all}`);

const page = "pageInfo { hasNextPage hasPreviousPage endCursor }";
const listed = `fragment listed on StanceConnection { totalCount ${page} edges { cursor node { id } } }`;

/** Lists that are paged through to their ends, with what is shown of each. */
const lists = [
  `query ($asOf: AsOf, $first: Int, $after: String) { list: positions(asOf: $asOf, first: $first, after: $after) { totalCount ${page} edges { cursor node { ...all } } } }`,
  "query ($first: Int, $after: String) { list: stances(first: $first, after: $after) { ...listed } }",
  "query ($asOf: AsOf, $first: Int, $after: String) { list: stances(asOf: $asOf, first: $first, after: $after) { ...listed } }",
  "query ($first: Int, $after: String, $issue: ID) { list: stances(where: { issue: { eq: $issue } }, first: $first, after: $after) { ...listed } }",
  `query ($asOf: AsOf, $first: Int, $after: String, $issue: ID!) {
    list: stances(asOf: $asOf, first: $first, after: $after,
      where: { issue: { in: [$issue] }, direction: { in: [SUPPORTS, AMBIVALENT] } }) { ...listed }
  }`,
  "query ($asOf: AsOf, $first: Int, $after: String, $actor: ID) { list: stances(asOf: $asOf, where: { holder: { eq: $actor } }, first: $first, after: $after) { ...listed } }",
  "query ($first: Int, $after: String) { list: stances(where: { status: { in: [PROPOSED, RETRACTED] } }, first: $first, after: $after) { ...listed } }",
  `query ($first: Int, $after: String, $actor: ID, $issue: ID!) {
    list: stances(where: { holder: { eq: $actor }, issue: { in: [$issue, "issue:advisers"] } }, first: $first, after: $after) { ...listed }
  }`,
  `query ($first: Int, $after: String, $issue: ID!) {
    list: stances(where: { issue: { in: [$issue, "issue:advisers"] } }, first: $first, after: $after) { ...listed }
  }`,
].map((text) => parse(`${text} ${text.includes("...all") ? all : listed}`));

const networks = parse(`query ($asOf: AsOf, $first: Int, $day: Date) {
  actors: network(input: { asOf: $asOf, aggregate: SUBTRACT, qualifier: INTENSITY, to: $day }) { ...whole }
  sides: network(input: { asOf: $asOf, mode: TWO_MODE, isolates: true, top: $first }) { ...whole }
  once: network(input: { asOf: $asOf, mode: ISSUES, duplicates: DOCUMENT, from: $day }) { ...whole }
}
fragment whole on Network { density nodes { id label statements degree } edges { source target weight reasons { nodes { id } } } }`);

describe("a projection", () => {
  it("answers as the tables do, whatever is recorded, decided, merged and represented", () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 25 }),
        fc.record({ day: fc.option(anyDay), first: fc.constantFrom(1, 2, 3, 20), actor: anyActor }),
        (steps, { day, first, actor }) => {
          const some = withTwoIssues();
          some.store.projection.build();
          for (const step of steps) take(some, step);
          for (const on of [issue, advisers]) {
            const variables = { asOf: { validAt: day }, first, actor, issue: on };
            expect(answers(some.store, variables)).toEqual(answers(unprojected(some.store), variables));
          }
          const asked = { asOf: { validAt: day }, first, day };
          expect(answers(some.store, asked, networks)).toEqual(
            answers(unprojected(some.store), asked, networks),
          );
          for (const list of lists)
            expect(pages(some.store, list, { day, first })).toEqual(
              pages(unprojected(some.store), list, { day, first }),
            );
          some.store.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Every page of a list, one after the other. */
function pages(
  store: Store,
  list: DocumentNode,
  asked: { readonly day: string | null; readonly first: number },
) {
  const found: unknown[] = [];
  let after: string | null = null;
  do {
    const variables: Record<string, unknown> = {
      asOf: { validAt: asked.day },
      first: asked.first,
      after,
      actor: actors[0],
      issue,
    };
    const page: Page = (answers(store, variables, list) as { list: Page }).list;
    found.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

function answers(store: Store, variables: Record<string, unknown>, document = query): unknown {
  const contextValue = contextOf({ store, who: "tests", scope: "read", limits: { maxComplexity: 1e9 } });
  const result = execute({ schema, document, contextValue, variableValues: variables });
  if ("then" in result || result.errors !== undefined) throw new Error(JSON.stringify(result));
  return JSON.parse(JSON.stringify(result.data));
}

function withTwoIssues(): World {
  const some = world();
  const { store } = some;
  const first = store.issues.named(issue);
  change(store, () => store.issues.add({ ...first, id: advisers, label: "Advisers" }));
  return some;
}

function take(some: World, step: Step): void {
  const { store } = some;
  switch (step.kind) {
    case "record": {
      const { kind: _, ...telling } = step;
      some.record(telling);
      return;
    }
    case "decide": {
      const stances = [...store.stances.all()];
      const stance = stances[step.which % Math.max(1, stances.length)];
      if (stance !== undefined && canMove(stance, step.status))
        some.decide(stance.id as StanceId, step.status);
      return;
    }
    case "represent":
      if (step.subject !== step.object) change(store, () => represent(store, step));
      return;
    case "merge":
      change(store, () => merge(store, step));
      return;
    case "look":
      store.projection.current();
  }
}

function canMove(...move: Parameters<typeof checkMove>): boolean {
  try {
    checkMove(...move);
    return true;
  } catch {
    return false;
  }
}

function represent(
  store: Store,
  {
    subject,
    object,
    from,
  }: { readonly subject: ActorId; readonly object: ActorId; readonly from: string | null },
): void {
  store.relations.add({
    id: `relation:${subject.slice(6)}-${object.slice(6)}-${from}`,
    subject,
    kind: "REPRESENTS",
    object,
    validFrom: from === null ? null : ({ edtf: from, earliest: from, latest: from } as never),
    validUntil: null,
    note: null,
    evidence: [],
    recordedAt: "2025-01-01T00:00:00.000Z",
  });
}

/** Merges two actors, or takes apart what was merged. */
function merge(store: Store, { one, other }: { readonly one: ActorId; readonly other: ActorId }): void {
  if (store.actors.get(one)?.id !== one) store.actors.unmerge(one);
  else if (store.actors.get(other)?.id === other && one !== other) store.actors.merge(one, other);
}

function change(store: Store, work: () => unknown): void {
  store.change({ author: { who: "tester", why: null }, action: "test" }, () => void work());
}
