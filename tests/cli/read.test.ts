import { describe, expect, it } from "vitest";
import { coalStage } from "./coding.ts";

const legend = `· nothing is known, which is not neutral   * with conditions   ! stances for and against
† of particular facets, as extent: complete; positions, --json and --csv tell which
`;

describe("the verbs that ask", () => {
  it("list actors as a table", async () => {
    const { code, stdout, stderr } = await (await coalStage()).run("actors");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`id            name           kind          names
actor:miners  Miners' Union  ORGANIZATION  Miners; the union
actor:owners  Owners         GROUP
actor:press   The Example    MEDIA
`);
  });

  it("list issues with their facets", async () => {
    const { stdout } = await (await coalStage()).run("issues", "--where", "{id: {eq: issue:tax}}", "--jsonl");
    expect(JSON.parse(stdout)).toMatchObject({
      id: "issue:tax",
      facets: { pace: ["now", "later"] },
      parent: null,
    });
  });

  it("find documents by their words", async () => {
    const { stdout } = await (await coalStage()).run("documents", "--search", "outright", "--csv");
    const [head, row] = stdout.split("\r\n");
    expect(head).toBe(
      "id,title,publisher,publishedOn,publishedOnEarliest,publishedOnLatest,author,url,language,dateNote,licence,sha256,recordedAt",
    );
    expect(row).toMatch(
      /,Clash over coal tax,The Example,2024-03-08,2024-03-08,2024-03-08,,,en,,,[0-9a-f]{64},2024-04-01T/,
    );
  });

  it("list stances of an actor by any of its names, on an issue by its label", async () => {
    const { stdout } = await (await coalStage()).run(
      "stances",
      "--actor",
      "the union",
      "--issue",
      "coal tax",
      "--json",
    );
    const [stance, ...others] = JSON.parse(stdout) as Record<string, unknown>[];
    expect(others).toEqual([]);
    expect(stance).toMatchObject({
      holder: "actor:miners",
      issue: "issue:tax",
      direction: "SUPPORTS",
      conditions: [{ kind: "ONLY_AFTER", text: "jobs are promised" }],
      facets: { pace: "later" },
      quote: "The union would back the tax once jobs are promised",
      attribution: [
        { role: "PUBLISHER", source: "The Example" },
        { role: "HOLDER", source: "Miners' Union" },
      ],
    });
  });

  it("put conditions into words where the format has no lists", async () => {
    const { stdout } = await (await coalStage()).run(
      "positions",
      "--actor",
      "miners",
      "--issue",
      "tax",
      "--csv",
    );
    expect(stdout).toContain(",ONLY_AFTER: jobs are promised,pace: later,2024-03-08,");
    expect(stdout).toContain(",PUBLISHER: The Example; HOLDER: Miners' Union,");
  });

  it("answer as of a day", async () => {
    const stage = await coalStage();
    const rows = async (...args: string[]) =>
      JSON.parse((await stage.run("positions", "--json", ...args)).stdout) as unknown[];
    expect(await rows("--at", "2024-02-15")).toMatchObject([
      { actor: "actor:owners", direction: "SUPPORTS", since: "2024-01" },
    ]);
    expect(await rows("--known-at", "2024-03-31T00:00:00Z")).toEqual([]);
    expect(await rows("--rule", "all", "--actor", "owners")).toMatchObject([{ direction: "AMBIVALENT" }]);
  });

  it.each([
    ["as YAML", "{direction: {eq: OPPOSES}}"],
    ["as JSON", '{"direction": {"eq": "OPPOSES"}}'],
    ["as GraphQL", '{direction:{eq:OPPOSES},actor:{eq:"actor:owners"}}'],
  ])("take a filter %s", async (_, filter) => {
    const { stdout } = await (await coalStage()).run("positions", "--where", filter, "--jsonl");
    expect(JSON.parse(stdout)).toMatchObject({ actor: "actor:owners", issue: "issue:tax", intensity: -2 });
  });

  it("show the matrix with the unknown visibly unknown", async () => {
    const { stdout, stderr } = await (await coalStage()).run("positions", "--matrix");
    expect(stdout).toBe(`actorName      Coal tax               Mine closure
Miners' Union  ▲ supports * †         ▲ supports
Owners         ▼▼ opposes strongly !  · unknown
`);
    expect(stderr).toBe(legend);
  });

  it("give the matrix as long rows in other formats, without rows for what is unknown", async () => {
    const { stdout } = await (await coalStage()).run("positions", "--matrix", "--csv");
    const cells = stdout.split("\r\n").map((line) => line.split(","));
    expect(cells.map((line) => [...line.slice(0, 6), ...line.slice(12)].join())).toEqual([
      "actor,actorName,issue,issueLabel,direction,intensity,facets",
      "actor:miners,Miners' Union,issue:tax,Coal tax,SUPPORTS,1,pace: later",
      "actor:miners,Miners' Union,issue:closure,Mine closure,SUPPORTS,1,",
      "actor:owners,Owners,issue:tax,Coal tax,OPPOSES,-2,",
      "",
    ]);
  });

  it("tell of what exactly a position is, in the table and in the rows of the matrix", async () => {
    const stage = await coalStage();
    const { stdout } = await stage.run("positions", "--actor", "miners", "--issue", "tax");
    const [head = "", row = ""] = stdout.split("\n");
    expect(row.slice(head.indexOf("facets"))).toMatch(/^pace: later {2}/);
    const rows = JSON.parse((await stage.run("positions", "--matrix", "--json")).stdout) as object[];
    expect(rows[0]).toMatchObject({ actor: "actor:miners", issue: "issue:tax", facets: { pace: "later" } });
  });

  it("show a timeline", async () => {
    const { stdout } = await (await coalStage()).run(
      "timeline",
      "tax",
      "--actor",
      "owners",
      "--interval",
      "quarter",
      "--from",
      "2023-10-01",
    );
    expect(stdout).toBe(`at          actorName  issueLabel  direction  intensity  since       facets
2024-03-31  Owners     Coal tax    OPPOSES           -2  2024-03-08
`);
  });

  it("list changes with both quotes", async () => {
    const { stdout } = await (await coalStage()).run("changes");
    expect(
      stdout,
    ).toBe(`actorName  issueLabel  day         kinds     before    after    beforeQuote                  afterQuote
Owners     Coal tax    2024-03-08  REVERSED  SUPPORTS  OPPOSES  Owners had welcomed the tax  Owners reject it outright
`);
  });

  it("compare actors side by side, and two by two", async () => {
    const stage = await coalStage();
    expect((await stage.run("compare", "miners", "owners")).stdout).toBe(`issueLabel    Miners' Union   Owners
Mine closure  ▲ supports      · unknown
Coal tax      ▲ supports * †  ▼▼ opposes strongly !
`);
    expect((await stage.run("compare", "miners", "owners", "--pairs")).stdout).toBe(
      `oneName        otherName  agreement  sharedIssues  firstDivergedOn  divergedOverLabel
Miners' Union  Owners          -0.5             1  2024-03-08       Coal tax
`,
    );
  });

  it("search", async () => {
    const { stdout } = await (await coalStage()).run("search", "outright", "--type", "evidence");
    expect(stdout).toMatch(/^type {6}id +snippet\nEVIDENCE {2}evidence:\S+ {2}Owners reject it outright\n$/);
  });

  it("write as many rows as asked, and say when there are more", async () => {
    const stage = await coalStage();
    const few = await stage.run("stances", "--limit", "3", "--jsonl");
    expect(few.stdout.trim().split("\n")).toHaveLength(3);
    expect(few.stderr).toBe("Ended after 3 rows, and there are more; ask for them with --limit.\n");
    expect((await stage.run("stances", "--limit", "1")).stderr).toMatch(/^Ended after 1 row, /);
    const all = await stage.run("stances", "--limit", "all", "--jsonl");
    expect(all.stdout.trim().split("\n")).toHaveLength(4);
    expect(all.stderr).toBe("");
  });

  it("say that nothing matches, beside the empty table", async () => {
    const { code, stdout, stderr } = await (await coalStage()).run(
      "stances",
      "--where",
      "{status: {eq: PROPOSED}}",
    );
    expect({ code, lines: stdout.split("\n").length, stderr }).toEqual({
      code: 0,
      lines: 2,
      stderr: "Nothing matches.\n",
    });
  });

  it.each([["--table"], ["--jsonl"], ["--matrix"]])(
    "say what a day leaves out, where nothing is left: %s",
    async (form) => {
      const { code, stderr } = await (await coalStage()).run("positions", form, "--at", "2023-01-01");
      expect(code).toBe(0);
      expect(stderr).toContain("Stances dated after 2023-01-01 are not counted, nor undated ones.\n");
    },
  );
});
