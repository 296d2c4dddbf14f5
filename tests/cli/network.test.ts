import { describe, expect, it } from "vitest";
import { coalStage } from "./coding.ts";

describe("the verbs of networks", () => {
  it("tie actors, issues, or actors and issues by what was said", async () => {
    const stage = await coalStage();
    expect(
      (await stage.run("network", "--normalize", "average")).stdout,
    ).toBe(`sourceLabel    targetLabel  weight
Miners' Union  Owners          0.5
`);
    expect(
      (await stage.run("network", "--aggregate", "CONFLICT", "--qualifier", "INTENSITY", "--csv")).stdout,
    ).toBe(
      "source,sourceLabel,target,targetLabel,weight,from,to\r\nactor:miners,Miners' Union,actor:owners,Owners,1,,\r\n",
    );
    const { stdout } = await stage.run(
      "network",
      "--mode",
      "two_mode",
      "--threshold",
      "0.5",
      "--top",
      "2",
      "--json",
    );
    expect(JSON.parse(stdout)).toEqual([
      {
        source: "actor:miners",
        sourceLabel: "Miners' Union",
        target: "issue:closure",
        targetLabel: "Mine closure",
        weight: 1,
        from: null,
        to: null,
      },
      {
        source: "actor:miners",
        sourceLabel: "Miners' Union",
        target: "issue:tax",
        targetLabel: "Coal tax",
        weight: 1,
        from: null,
        to: null,
      },
    ]);
  });

  it("tell networks in windows with their days, and refuse windows without a size", async () => {
    const stage = await coalStage();
    const { stdout } = await stage.run("network", "--window", "YEARS", "--size", "2", "--beyond", "--jsonl");
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { source: "actor:miners", target: "actor:owners", weight: 1, from: "2024-01-31", to: "2024-03-08" },
    ]);
    expect(await stage.run("network", "--window", "DAYS")).toMatchObject({ code: 2 });
  });

  it("divide actors into camps", async () => {
    const { stdout } = await (await coalStage()).run("polarization", "--csv");
    expect(stdout).toBe(
      "actor,actorName,camp,statements,quality,method,from,to\r\n" +
        "actor:miners,Miners' Union,0,2,,EXACT,,\r\n" +
        "actor:owners,Owners,1,2,,EXACT,,\r\n",
    );
  });
});

describe("the verb of agreement", () => {
  it("lists who agrees with an actor, by any of its names", async () => {
    const stage = await coalStage();
    const { stdout } = await stage.run("agreement", "the union", "--min-shared", "1", "--csv");
    expect(stdout).toBe("actor,actorName,agreement,sharedIssues\r\nactor:owners,Owners,-0.5,1\r\n");
    expect(await stage.run("agreement", "Nobody", "--csv")).toMatchObject({ code: 4, stdout: "" });
    expect(await stage.run("agreement", "the union", "--min-shared", "0")).toMatchObject({ code: 2 });
  });
});

describe("a network as a file", () => {
  it("is written in the format asked for", async () => {
    const { stdout } = await (await coalStage()).run("network", "--format", "pajek");
    expect(stdout).toBe('*Vertices 2\r\n1 "Miners\' Union"\r\n2 "Owners"\r\n*Edges\r\n1 2 1\r\n');
  });
});
