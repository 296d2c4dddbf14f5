import { describe, expect, it } from "vitest";
import { ask, worldStore } from "./world.ts";

const answer = async (query: string) => {
  const { data, errors } = await ask(worldStore(), query);
  expect(errors).toEqual([]);
  return data;
};

describe("flat rows", () => {
  it("put actors by issues, with no cell where there is no data", async () => {
    const data = await answer(`{
      positionMatrix(issues: {label: {in: ["Withdrawal", "Advisers"]}}, actors: {kind: {in: [GOVERNMENT, PARTY]}}) {
        actorId actorName issueId issueLabel direction intensity score conditional contested since stanceCount sourceCount
        actor { kind } issue { proposition } position { explanation }
      }
    }`);
    expect(
      data.positionMatrix.map((cell: { actorName: string; issueLabel: string; direction: string }) => [
        cell.actorName,
        cell.issueLabel,
        cell.direction,
      ]),
    ).toEqual([
      ["Government", "Advisers", "OPPOSES"],
      ["Government", "Withdrawal", "SUPPORTS"],
      ["Order Party", "Withdrawal", "OPPOSES"],
      ["Peace Party", "Withdrawal", "SUPPORTS"],
    ]);
    expect(data.positionMatrix[1]).toMatchObject({
      actorId: "actor:government",
      issueId: "issue:withdrawal",
      intensity: 1,
      score: 0.5,
      conditional: true,
      contested: false,
      since: "2024-05",
      stanceCount: 2,
      sourceCount: 2,
      actor: { kind: "GOVERNMENT" },
    });
  });

  it("follow positions over time", async () => {
    const data = await answer(`{
      positionTimeline(issue: {slug: "withdrawal"}, actors: {kind: {eq: GOVERNMENT}}, to: "2024-06-15") { actorName at direction position { asOf } }
    }`);
    expect(data.positionTimeline).toEqual([
      {
        actorName: "Government",
        at: "2024-03-31",
        direction: "DECLINED_TO_COMMENT",
        position: { asOf: "2024-03-31" },
      },
      {
        actorName: "Government",
        at: "2024-04-30",
        direction: "DECLINED_TO_COMMENT",
        position: { asOf: "2024-04-30" },
      },
      { actorName: "Government", at: "2024-05-31", direction: "SUPPORTS", position: { asOf: "2024-05-31" } },
      { actorName: "Government", at: "2024-06-15", direction: "SUPPORTS", position: { asOf: "2024-06-15" } },
    ]);
  });

  it("show who changed position, with the words of both", async () => {
    const query = (where: string) => `{
      positionChanges${where} {
        actorId actorName issueId issueLabel day kinds on { edtf } actor { name } issue { label }
        before { direction deciding { evidence { quote } } } after { direction deciding { evidence { quote } } }
      }
    }`;
    const { positionChanges } = await answer(query(""));
    expect(positionChanges).toEqual([
      {
        actorId: "actor:government",
        actorName: "Government",
        issueId: "issue:withdrawal",
        issueLabel: "Withdrawal",
        day: "2024-05-31",
        kinds: ["HARDENED", "SILENCE_BROKEN"],
        on: { edtf: "2024-05" },
        actor: { name: "Government" },
        issue: { label: "Withdrawal" },
        before: {
          direction: "DECLINED_TO_COMMENT",
          deciding: { evidence: [{ quote: "The government declined to comment" }] },
        },
        after: {
          direction: "SUPPORTS",
          deciding: { evidence: [{ quote: "The government now supports a phased withdrawal" }] },
        },
      },
    ]);
    expect(
      (
        await answer(
          query(
            '(where: {kind: {eq: SILENCE_BROKEN}, after: {eq: SUPPORTS}, issue: {is: {label: {eq: "Withdrawal"}}}})',
          ),
        )
      ).positionChanges,
    ).toHaveLength(1);
    expect((await answer(query("(where: {kind: {in: [REVERSED]}})"))).positionChanges).toEqual([]);
    expect((await answer(query('(from: "2024-06-01")'))).positionChanges).toEqual([]);
    expect((await answer(query('(knownAt: "2024-01-01")'))).positionChanges).toEqual([]);
  });

  it("count stances by what they have in common", async () => {
    const data = await answer(`{
      stanceCounts(groupBy: [ISSUE, DIRECTION], where: {status: {eq: ACCEPTED}}) { keys { group value label } stances actors documents }
    }`);
    expect(data.stanceCounts[0]).toEqual({
      keys: [
        { group: "ISSUE", value: "issue:advisers", label: "Advisers" },
        { group: "DIRECTION", value: "OPPOSES", label: "OPPOSES" },
      ],
      stances: 1,
      actors: 1,
      documents: 1,
    });
    expect(data.stanceCounts.map(({ stances }: { stances: number }) => stances)).toEqual([1, 1, 2, 3]);
    expect((await ask(worldStore(), "{ stanceCounts(groupBy: []) { stances } }")).errors).toEqual([
      "INVALID Group by one to four things.",
    ]);
  });

  it("put actors side by side", async () => {
    const data = await answer(`{
      compare(actors: [{slug: "government"}, {name: "Order Party"}, {slug: "militias"}]) {
        actors { name }
        issues { issue { label } positions { direction explanation } }
        pairs { one { name } other { name } agreement sharedIssues divergence { issue { label } day } }
      }
    }`);
    expect(data.compare.actors.map(({ name }: { name: string }) => name)).toEqual([
      "Government",
      "Order Party",
      "Militias",
    ]);
    expect(
      data.compare.issues.map(
        ({ issue, positions }: { issue: { label: string }; positions: ({ direction: string } | null)[] }) => [
          issue.label,
          positions.map((each) => each?.direction ?? null),
        ],
      ),
    ).toEqual([
      ["Advisers", ["OPPOSES", null, null]],
      ["Withdrawal", ["SUPPORTS", "OPPOSES", "SUPPORTS"]],
    ]);
    expect(data.compare.pairs).toEqual([
      {
        one: { name: "Government" },
        other: { name: "Order Party" },
        agreement: 0,
        sharedIssues: 1,
        divergence: { issue: { label: "Withdrawal" }, day: "2024-05-31" },
      },
      {
        one: { name: "Government" },
        other: { name: "Militias" },
        agreement: 0.5,
        sharedIssues: 1,
        divergence: null,
      },
      {
        one: { name: "Order Party" },
        other: { name: "Militias" },
        agreement: -0.5,
        sharedIssues: 1,
        divergence: { issue: { label: "Withdrawal" }, day: "2024-05-31" },
      },
    ]);
    expect(
      (await ask(worldStore(), '{ compare(actors: [{slug: "government"}]) { actors { name } } }')).errors,
    ).toEqual([expect.stringMatching(/^INVALID Compare 2 to 20/)]);
  });
});

describe("the dataset", () => {
  it("tells what it is, how much there is, and what was done", async () => {
    const { data } = await ask(
      worldStore(),
      `{ dataset { id title description licence citation version revision changedAt counts { actors issues documents evidence stances relations events coders } audit(limit: 1) { revision who why action subject at } } }`,
      { version: "1.2.3" },
    );
    expect(data.dataset).toEqual({
      id: expect.any(String),
      title: "A small world",
      description: null,
      licence: "CC0-1.0",
      citation: "Ada 2025",
      version: "1.2.3",
      revision: 1,
      changedAt: "2025-01-01T00:02:00.000Z",
      counts: {
        actors: 10,
        issues: 2,
        documents: 2,
        evidence: 9,
        stances: 8,
        relations: 4,
        events: 2,
        coders: 1,
      },
      audit: [
        {
          revision: 1,
          who: "Ada",
          why: "The world",
          action: "import",
          subject: "world.json",
          at: "2025-01-01T00:02:00.000Z",
        },
      ],
    });
    expect((await ask(worldStore(), "{ dataset { audit(limit: 101) { who } } }")).errors).toEqual([
      "INVALID The limit is 0 to 100; 101 was given.",
    ]);
  });
});
