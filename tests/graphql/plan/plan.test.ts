import { type DocumentNode, execute, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { plannedText } from "../../../src/graphql/answer.ts";
import { contextOf } from "../../../src/graphql/context.ts";
import { schema } from "../../../src/graphql/schema.ts";
import type { Store } from "../../../src/store/open.ts";
import { seededStore } from "../../seed/seeded.ts";
import { unprojected, worldStore } from "../world.ts";
import { randomQuery, type Values } from "./random-query.ts";

const limits = { maxComplexity: Number.MAX_SAFE_INTEGER, maxDepth: 100 };

/** What the ordinary executor says, as JSON; null where it tells of an error. */
function executed(store: Store, query: string, variables = {}): string | null {
  const contextValue = contextOf({ store, who: "tests", scope: "read", limits });
  const result = execute({ schema, document: parse(query), contextValue, variableValues: variables });
  if ("then" in result) throw new Error("The execution waits for something.");
  return result.errors === undefined ? JSON.stringify({ data: result.data }) : null;
}

function planned(store: Store, query: string | DocumentNode, variables = {}): string | null {
  const context = contextOf({ store, who: "tests", scope: "read", limits });
  const document = typeof query === "string" ? parse(query) : query;
  return plannedText({ document, operationName: null, variables }, context);
}

function valuesIn(store: Store): Values {
  const ids = (things: Iterable<{ readonly id: string }>) => [...things].map(({ id }) => id);
  const actors = ids(store.actors.all());
  const issues = ids(store.issues.all());
  const by = (all: readonly string[]) => all.map((id) => `{id: "${id}"}`);
  const nodes = [
    ...actors,
    ...issues,
    ...ids(store.stances.all()),
    ...ids(store.documents.all()),
    "actor:nobody",
  ];
  const orders = (...fields: readonly string[]) =>
    fields.map((field) => `[{field: ${field}, direction: DESC}]`);
  return {
    "id: ID": nodes.map((id) => `"${id}"`),
    "ids: ID": nodes.map((id) => `["${id}", "${nodes[0]}"]`),
    "by: ActorBy": [...by(actors), '{name: "Nobody"}'],
    "by: IssueBy": by(issues),
    "by: DocumentBy": by(ids(store.documents.all())),
    "actor: ActorBy": by(actors),
    "issue: IssueBy": by(issues),
    "actors: ActorBy": [`[${by(actors).slice(0, 3).join(", ")}]`, `[${by(actors).slice(2, 4).join(", ")}]`],
    "asOf: AsOf": ['{validAt: "2024-04-01"}', '{validAt: "2024-12-01"}', '{knownAt: "2030-01-01"}', "{}"],
    "rule: PositionRule": ["{name: ALL}", "{name: WEIGHTED}", "{}"],
    "first: Int": ["0", "1", "2", "5"],
    "query: String": ['"withdrawal"', '"the"', '"nothingofthatname"'],
    "search: String": ['"troops"', '"withdrawal"'],
    "groupBy: StanceGroup": ["[DIRECTION]", "[HOLDER, YEAR]", "[ISSUE]"],
    "orderBy: StanceOrder": orders("INTENSITY", "RECORDED_AT", "HOLDER"),
    "orderBy: PositionOrder": orders("SCORE", "ISSUE"),
    "where: StanceWhere": [
      "{direction: {eq: SUPPORTS}}",
      '{evidence: {some: {quote: {contains: "troops"}}}}',
    ],
    "where: PositionWhere": ["{contested: {eq: false}}", "{direction: {in: [OPPOSES, SUPPORTS]}}"],
    "interval: Interval": ["MONTH", "YEAR"],
  };
}

describe.each([
  ["the seed", seededStore],
  ["a small world", worldStore],
])("a plan, on %s", (_, make) => {
  const projected = make();
  projected.projection.build();
  const store = unprojected(projected);
  const values = valuesIn(store);

  it("answers a hundred and twenty queries at random as the ordinary executor does, to the letter", () => {
    let answered = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const query = randomQuery(seed, values);
      // Parts for different types may ask for different things by one name.
      if (validate(schema, parse(query)).length > 0) continue;
      const expected = executed(store, query);
      expect(planned(store, query), query).toBe(expected);
      const document = parse(query);
      expect(planned(projected, document), query).toBe(expected);
      expect(planned(projected, document), `once more, with what was kept: ${query}`).toBe(expected);
      if (expected !== null) answered += 1;
    }
    expect(answered).toBeGreaterThan(90);
  }, 90_000);

  it("keeps what it wrote for other days, and only what is the same on them", () => {
    const query = `query ($day: Date!) {
      positions(asOf: {validAt: $day}, first: 50) { nodes {
        ...kept actor { positions(asOf: {validAt: $day}) { nodes { direction } } }
      } }
      again: positions(asOf: {validAt: $day}, first: 50) { nodes { ...kept since contested } }
      only: positions(asOf: {validAt: $day}, first: 50) { nodes { ...kept } }
      positionMatrix(asOf: {validAt: $day}) { actorName issueLabel direction score conditional }
    }
    fragment kept on Position {
      __typename actor { name } issue { label } direction score lastOn { edtf } deciding { id evidence { quote } }
    }`;
    const document = parse(query);
    for (const day of ["2024-01-01", "2024-06-01", "2024-02-01", "2024-06-01", "2026-01-01", "1990-01-01"]) {
      const expected = executed(store, query, { day });
      expect(expected).not.toBeNull();
      expect(planned(projected, document, { day }), day).toBe(expected);
    }
  });
});
