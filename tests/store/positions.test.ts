import { describe, expect, it } from "vitest";
import type { RelationKind } from "../../src/domain/actor.ts";
import { parseEdtf } from "../../src/domain/edtf.ts";
import type { ActorId } from "../../src/domain/id.ts";
import { defaultRule, type Position, positionsOf } from "../../src/domain/position.ts";
import { day } from "../domain/observations.ts";
import { iraq, issue, type World, world } from "./graph.ts";

const always = { validAt: null, knownAt: null };

/** Every position, by the rule LATEST. */
function positionsIn(
  { store }: World,
  asOf: { validAt?: string; knownAt?: string } = {},
): readonly Position[] {
  const { validAt = null, knownAt = null } = asOf;
  return positionsOf(store.positions.observations({ asOf: { validAt, knownAt } }), defaultRule, day(validAt));
}

const directionIn = (some: World, asOf?: Parameters<typeof positionsIn>[1]) =>
  positionsIn(some, asOf)[0]?.direction ?? null;

describe("what counts for a position", () => {
  it("is what was accepted, not what is only proposed", () => {
    const some = world();
    const id = some.record({ status: "PROPOSED" });
    expect(directionIn(some)).toBeNull();
    some.decide(id, "ACCEPTED");
    expect(directionIn(some)).toBe("SUPPORTS");
  });

  it("is what was known: nothing before it was accepted", () => {
    const some = world().at("2025-02-01T00:00:00.000Z");
    const id = some.record({ status: "PROPOSED" });
    some.at("2025-03-01T00:00:00.000Z").decide(id, "ACCEPTED");
    const known = ["2025-02-28T23:59:59.999Z", "2025-03-01T00:00:00.000Z"];
    expect(known.map((knownAt) => directionIn(some, { knownAt }))).toEqual([null, "SUPPORTS"]);
  });

  it("is dated by when it was stated, else by when its document was published", () => {
    const some = world();
    some.record({ statedOn: "2024-01/2024-02", document: "speech" });
    some.record({ holder: "actor:us", document: "wire" });
    const datesOf = positionsIn(some).map(({ actor, lastOn }) => [actor, lastOn?.edtf]);
    expect(datesOf).toEqual([
      [iraq, "2024-01/2024-02"],
      ["actor:us", "2024-09-06"],
    ]);
  });

  it("includes undated stances only when no day is asked for", () => {
    const some = world();
    some.record({ document: "letter" });
    expect(positionsIn(some)).toMatchObject([{ direction: "SUPPORTS", since: null }]);
    expect(positionsIn(some, { validAt: "9999-12-31" })).toEqual([]);
  });

  it("holds in a half-open period: from its first day on, and not on its last", () => {
    const some = world();
    some.record({ document: "speech", validFrom: "2024-04-01", validUntil: "2024-05-01" });
    const days = ["2024-03-31", "2024-04-01", "2024-04-30", "2024-05-01"];
    expect(days.map((validAt) => directionIn(some, { validAt }))).toEqual([
      null,
      "SUPPORTS",
      "SUPPORTS",
      null,
    ]);
  });

  it("counts from the last day on which it can have been stated", () => {
    const some = world();
    some.record({ statedOn: "2024-02/2024-11" });
    expect(directionIn(some, { validAt: "2024-11-29" })).toBeNull();
    expect(directionIn(some, { validAt: "2024-11-30" })).toBe("SUPPORTS");
  });
});

it("a stance put back to review counts no more, and did count before", () => {
  const some = world();
  const id = some.record({});
  some.at("2025-02-01T00:00:00.000Z").decide(id, "PROPOSED");
  const known = ["2025-01-15T00:00:00.000Z", "2025-02-15T00:00:00.000Z"];
  expect([directionIn(some), ...known.map((knownAt) => directionIn(some, { knownAt }))]).toEqual([
    null,
    "SUPPORTS",
    null,
  ]);
  expect(some.store.stances.require(id)).toMatchObject({ acceptedAt: null, retractedAt: null });
});

describe("a retraction", () => {
  const retracted = () => {
    const some = world();
    some.record({ direction: "OPPOSES", document: "speech" });
    const id = some.at("2025-02-01T00:00:00.000Z").record({ document: "wire" });
    some.at("2025-03-01T00:00:00.000Z").decide(id, "RETRACTED");
    return { some, id };
  };

  it("restores the earlier answer, and keeps what was answered before it", () => {
    const { some } = retracted();
    expect(directionIn(some)).toBe("OPPOSES");
    expect(directionIn(some, { knownAt: "2025-02-28T00:00:00.000Z" })).toBe("SUPPORTS");
  });

  it("that is undone stays visible in the time between", () => {
    const { some, id } = retracted();
    some.at("2025-04-01T00:00:00.000Z").decide(id, "ACCEPTED");
    const known = ["2025-01-15", "2025-02-15", "2025-03-15", "2025-04-15"].map((on) => `${on}T00:00:00.000Z`);
    expect(known.map((knownAt) => directionIn(some, { knownAt }))).toEqual([
      "OPPOSES",
      "SUPPORTS",
      "OPPOSES",
      "SUPPORTS",
    ]);
    expect(directionIn(some)).toBe("SUPPORTS");
  });
});

describe("a reprint", () => {
  it("counts once, and tells no second source", () => {
    const some = world();
    some.record({ document: "wire" });
    some.record({ document: "reprint" });
    some.record({ document: "speech" });
    expect(positionsIn(some)).toMatchObject([{ sourceCount: 2, contributions: { length: 2 } }]);
  });
});

describe("an organisation", () => {
  const tied = (some: World, kind: RelationKind, period: { from?: string; until?: string } = {}) =>
    some.store.change({ author: { who: "tester", why: null }, action: "relation.add" }, (recordedAt) =>
      some.store.relations.add({
        id: "relation:abadi",
        subject: "actor:abadi",
        kind,
        object: "actor:moderates",
        validFrom: period.from === undefined ? null : parseEdtf(period.from),
        validUntil: period.until === undefined ? null : parseEdtf(period.until),
        note: null,
        evidence: [],
        recordedAt,
      }),
    );
  const moderates = (some: World, knownAt?: string) =>
    positionsIn(some, knownAt === undefined ? {} : { knownAt }).find(
      ({ actor }) => actor === "actor:moderates",
    ) ?? null;

  it("is represented by whoever represented it when it was said", () => {
    const some = world();
    some.record({ holder: "actor:abadi", document: "speech" });
    tied(some, "REPRESENTS", { from: "2024-03-01", until: "2024-09-01" });
    expect(moderates(some)).toMatchObject({ direction: "SUPPORTS", representative: "actor:abadi" });
  });

  it.each([
    ["not before the representative was one", { from: "2024-03-02" }],
    ["not from the day on which it no longer was", { until: "2024-03-01" }],
  ])("is %s", (_, period) => {
    const some = world();
    some.record({ holder: "actor:abadi", document: "speech" });
    tied(some, "REPRESENTS", period);
    expect(moderates(some)).toBeNull();
  });

  it("is not represented by its members", () => {
    const some = world();
    some.record({ holder: "actor:abadi" });
    tied(some, "MEMBER_OF");
    expect(moderates(some)).toBeNull();
  });

  it("was not represented before we knew that it was", () => {
    const some = world();
    some.record({ holder: "actor:abadi" });
    tied(some.at("2025-02-01T00:00:00.000Z"), "REPRESENTS");
    const known = ["2025-01-31T00:00:00.000Z", "2025-02-01T00:00:00.000Z"];
    expect(known.map((knownAt) => moderates(some, knownAt)?.representative ?? null)).toEqual([
      null,
      "actor:abadi",
    ]);
  });

  it("speaks for itself where it did", () => {
    const some = world();
    some.record({ holder: "actor:abadi", document: "wire" });
    some.record({ holder: "actor:moderates", direction: "OPPOSES", document: "speech" });
    tied(some, "REPRESENTS");
    expect(moderates(some)).toMatchObject({
      direction: "OPPOSES",
      representative: null,
      contributions: { length: 1 },
    });
  });

  it("keeps its representative when either is merged into another actor, and on", () => {
    const some = world();
    some.record({ holder: "actor:abadi" });
    tied(some, "REPRESENTS");
    const merge = (id: ActorId, into: ActorId) =>
      some.store.change({ author: { who: "tester", why: null }, action: "actor.merge" }, () =>
        some.store.actors.merge(id, into),
      );
    merge("actor:abadi", "actor:us");
    expect(moderates(some)).toMatchObject({ direction: "SUPPORTS", representative: "actor:us" });
    merge("actor:us", "actor:zaidi");
    merge("actor:moderates", iraq);
    expect(positionsIn(some).map(({ actor, representative }) => [actor, representative])).toEqual([
      ["actor:zaidi", null],
      [iraq, "actor:zaidi"],
    ]);
  });
});

describe("asking of some actors or issues", () => {
  const some = world();
  some.record({});
  some.record({ holder: "actor:us" });
  const actorsWhere = (request: Parameters<World["store"]["positions"]["observations"]>[0]) =>
    some.store.positions.observations(request).map(({ actor }) => actor);

  it("leaves out the others", () => {
    expect(
      actorsWhere({ actors: { id: { eq: "actor:us" } }, issues: { id: { eq: issue } }, asOf: always }),
    ).toEqual(["actor:us"]);
    expect(actorsWhere({ issues: { id: { eq: "issue:other" } }, asOf: always })).toEqual([]);
    expect(actorsWhere({ asOf: always }).toSorted()).toEqual([iraq, "actor:us"]);
  });
});
