import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StanceId } from "../../src/domain/id.ts";
import { directions } from "../../src/domain/stance.ts";
import { reviewStance } from "../../src/ingest/edit.ts";
import { recode } from "../../src/ingest/recode.ts";
import { undoRecode } from "../../src/ingest/undo-recode.ts";
import type { Store } from "../../src/store/open.ts";
import { written } from "../export/written.ts";
import { author, codingWith, graph, importCoding, stanceWith } from "./graph.ts";

const options = { author };
const both = [
  {
    ...{
      id: "tax",
      label: "Tax",
      proposition: "Coal should be taxed.",
      pro: "Wants it.",
      contra: "Does not.",
    },
    facets: { pace: ["immediate", "phased"], extent: ["all", "part"] },
  },
  {
    ...{ id: "free", label: "Free", proposition: "Coal should stay free of tax.", pro: "Wants it so." },
    ...{ contra: "Wants a tax.", facets: { pace: ["immediate"] } },
  },
  {
    id: "levy",
    label: "Levy",
    proposition: "Coal should bear a levy.",
    pro: "Wants it.",
    contra: "Does not.",
  },
];
const support = stanceWith({
  ...{
    facets: { pace: "immediate", extent: "part" },
    intensity: 2,
    confidence: 0.8,
    note: "Loud.",
    act: "DEMANDED",
  },
  ...{ conditions: [{ kind: "IF", text: "all pay" }], statedOn: "2024-02", attributes: { page: 3 } },
  attribution: [{ role: "HOLDER", actor: "Miners", mode: "INDIRECT", authority: "OWN" }],
  proposal: {
    extractor: "model",
    version: "1",
    reasons: ["They say so."],
    spans: [{ role: "CUE", start: 0, end: 6 }],
  },
});
const opposition = stanceWith({ holder: "Owners", direction: "OPPOSES", quote: "Owners oppose the tax" });
const proposed = stanceWith({ quote: "Miners would accept it", direction: "AMBIVALENT", status: "PROPOSED" });
const debate = () => graph({ issues: both, stances: [support, opposition, proposed] });

const standing = (store: Store, issue: string) =>
  [...store.stances.all({ where: { issue: { eq: issue }, status: { in: ["ACCEPTED", "PROPOSED"] } } })].sort(
    (a, b) => (a.direction < b.direction ? -1 : 1),
  );
const only = (store: Store, issue: string) => standing(store, issue)[0]?.id as StanceId;
/** What others see of a graph: its coding and who holds which position. */
const seen = (store: Store) => [written(store, "graph", "coding"), written(store, "positions", "csv")];

describe("recoding", () => {
  it("lets each stance stand on the other issue as it was, and tells what that issue does not define", () => {
    const store = debate();
    const [ambivalent, against, before] = standing(store, "tax");
    const { recodings, revision } = recode(store, { from: "Tax", to: "free", reverse: true }, options);
    expect([recodings.length, revision, store.dataset.revision(), standing(store, "tax")]).toEqual([
      3,
      2,
      2,
      [],
    ]);
    expect(recodings.map(({ lostFacets }) => lostFacets)).toContainEqual({ extent: "part" });
    const [left, after, right] = standing(store, "free");
    const { recordedAt, acceptedAt, ...kept } = before as NonNullable<typeof before>;
    expect(after).toMatchObject({
      ...{ ...kept, id: after?.id, issue: "issue:free", facets: { pace: "immediate" } },
      ...{ direction: "OPPOSES", intensity: -2 },
    });
    expect(right).toMatchObject({ direction: "SUPPORTS", intensity: 1, holder: against?.holder });
    expect(left).toMatchObject({ direction: "AMBIVALENT", intensity: 0, status: ambivalent?.status });
    expect(store.proposals.of(after?.id as StanceId)).toMatchObject({ reasons: ["They say so."] });
    expect(store.stances.require(kept.id)).toMatchObject({ status: "SUPERSEDED", supersededBy: after?.id });
    expect(store.verify().faults).toEqual([]);
  });

  it("takes those that a filter holds of, and keeps who and why with all pairs in one entry of the audit", () => {
    const store = debate();
    const where = { direction: { eq: "OPPOSES" } };
    const why = { who: "Ana", why: "A split." };
    const { recodings } = recode(store, { from: "tax", to: "levy", where }, { author: why });
    expect(standing(store, "tax").map(({ direction }) => direction)).toEqual(["AMBIVALENT", "SUPPORTS"]);
    const { at, ...entry } = store.dataset.changeAt(2) ?? { at: "" };
    const [{ old, new: fresh } = { old: "", new: "" }] = recodings;
    expect(entry).toEqual({
      ...{ revision: 2, ...why, action: "codebook.recode", subject: "issue:tax" },
      detail: {
        ...{ from: "issue:tax", to: "issue:levy", reverse: false },
        pairs: [{ old, new: fresh, oldStatus: "ACCEPTED", newWas: null, newStatus: "ACCEPTED" }],
      },
    });
    expect(store.stances.reviewsOf(old as StanceId).at(-1)).toMatchObject({
      reviewer: "Ana",
      reason: "A split.",
    });
  });

  it("writes nothing on a dry run, nor where nothing matches", () => {
    const store = debate();
    const before = seen(store);
    expect(recode(store, { from: "tax", to: "free" }, { ...options, dryRun: true })).toMatchObject({
      ...{ revision: null, recodings: [{ newDirection: "OPPOSES" }, {}, {}] },
    });
    expect(recode(store, { from: "levy", to: "free" }, options)).toMatchObject({
      recodings: [],
      revision: null,
    });
    expect([store.dataset.revision(), seen(store)]).toEqual([1, before]);
  });

  it.each([
    [{ from: "tax", to: "tax" }, "issue:tax is both the old issue and the new"],
    [{ from: "tax", to: "none" }, "There is no issue none."],
    [
      { from: "tax", to: "free", where: { nothing: {} } },
      'Filter at where.nothing: stance has no field "nothing"',
    ],
    [{ from: "tax", to: "free", where: { direction: { eq: "UP" } } }, '"UP" is none of'],
  ])("refuses %o", (request, message) => {
    const store = debate();
    expect(() => recode(store, request, options)).toThrow(message);
    expect(store.dataset.revision()).toBe(1);
  });

  it("writes nothing of it where a revision would contradict what stands on the other issue", () => {
    const store = debate();
    importCoding(
      store,
      codingWith({ issues: both, stances: [{ ...opposition, issue: "levy", direction: "NEUTRAL" }] }),
    );
    const [before, there] = [seen(store), only(store, "levy")];
    expect(() => recode(store, { from: "tax", to: "levy" }, options)).toThrow(
      `${there} reads the words of stance:`,
    );
    expect([store.dataset.revision(), seen(store)]).toEqual([2, before]);
    reviewStance(store, there, "RETRACTED", options);
    expect(recode(store, { from: "tax", to: "levy" }, options).recodings).toHaveLength(3);
  });

  it("takes up again what gave way to the very stance", () => {
    const store = debate();
    const ids = standing(store, "tax").map(({ id }) => id);
    recode(store, { from: "tax", to: "levy", where: { direction: { eq: "AMBIVALENT" } } }, options);
    recode(store, { from: "levy", to: "free" }, options);
    expect(recode(store, { from: "free", to: "tax" }, options).recodings).toMatchObject([{ new: ids[0] }]);
    expect(standing(store, "tax").map(({ id }) => id)).toEqual(ids);
  });

  it("does not take up again what somebody has turned down", () => {
    const store = debate();
    const request = { from: "tax", to: "free", where: { direction: { eq: "AMBIVALENT" } } };
    const old = only(store, "tax");
    recode(store, request, options);
    reviewStance(store, only(store, "free"), "REJECTED", options);
    reviewStance(store, old, "PROPOSED", options);
    expect(() => recode(store, request, options)).toThrow(
      /^stance:\w+, which says of issue:free what stance:\w+ would, was rejected\./,
    );
  });

  it("joins what the other issue has to the letter, and gives it back", () => {
    const store = debate();
    importCoding(
      store,
      codingWith({ issues: both, stances: [{ ...opposition, issue: "levy", status: "PROPOSED" }] }),
    );
    const [before, there] = [seen(store), only(store, "levy")];
    recode(store, { from: "tax", to: "levy", where: { direction: { eq: "OPPOSES" } } }, options);
    expect(standing(store, "levy")).toMatchObject([{ id: there, status: "ACCEPTED" }]);
    undoRecode(store, 3, options);
    expect(seen(store)).toEqual(before);
  });
});

const anyStance = fc.record({
  ...{
    holder: fc.constantFrom("Miners", "Owners", "actor:owners-union"),
    issue: fc.constantFrom("tax", "free", "levy"),
  },
  ...{
    direction: fc.constantFrom(...directions),
    statedOn: fc.constantFrom("2024-01", "2024-02-03", "2023~"),
  },
  ...{ status: fc.constantFrom("PROPOSED", "ACCEPTED"), pace: fc.constantFrom("immediate", "phased", null) },
});

it("gives the same graph back when it is undone, and the recoded one when that is undone", () => {
  const law = fc.property(fc.array(anyStance, { maxLength: 12 }), fc.boolean(), (some, reverse) => {
    const stances = some.map(({ pace, ...each }, index) => {
      const fits = pace !== null && (each.issue === "tax" || (each.issue === "free" && pace === "immediate"));
      return stanceWith({ ...each, externalId: String(index), ...(fits && { facets: { pace } }) });
    });
    const store = graph({ issues: both, stances });
    const before = seen(store);
    const { revision } = recode(store, { from: "tax", to: "free", reverse }, options);
    const after = seen(store);
    if (revision === null) {
      expect(after).toEqual(before);
      return;
    }
    expect(standing(store, "tax")).toEqual([]);
    const undone = undoRecode(store, revision, options).revision as number;
    expect(seen(store)).toEqual(before);
    undoRecode(store, undone, options);
    expect(seen(store)).toEqual(after);
    expect(store.verify().faults).toEqual([]);
  });
  fc.assert(law, { numRuns: 30 });
});
