import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Debate, debateOf } from "../../../src/analysis/network/backbone/backbone.ts";
import { nestedBackbone } from "../../../src/analysis/network/backbone/nested.ts";
import { penalisedBackbone } from "../../../src/analysis/network/backbone/penalised.ts";
import { barsOf } from "../../../src/analysis/network/bars.ts";
import { eventListOf } from "../../../src/analysis/network/event-list.ts";
import { randomOf } from "../../../src/analysis/network/random.ts";
import { questionIn } from "./asked.ts";
import { spokenIn, statementsOf, type Variable } from "./dna-database.ts";
import { type CsvRow, rowsOf, sharedFolder } from "./shared.ts";

const folder = sharedFolder("dna");
const rows = (name: string) => rowsOf(readFileSync(`${folder}/oracle/sample_${name}.csv`, "utf8"));
const statementsBy = (actor: Variable, issue: Variable) =>
  statementsOf(spokenIn(`${folder}/databases/sample.dna`, actor, issue), "BINARY");

describe.skipIf(folder === null)("beside what the Discourse Network Analyzer tells of structure", () => {
  it("nested backbones are the same", () => {
    const names = ["congruence", "conflict", "ignore", "subtract"].flatMap((each) => [
      `${each}_average`,
      `${each}_no`,
    ]);
    const wrong = names.filter((name) => {
      const [qualifierAggregation = "", normalization = ""] = name.split("_");
      const { statements, debate } = debated({ qualifierAggregation, normalization });
      const written = rows(`backbone_nested_${name}`).map((row) => [
        row.entity,
        row.backboneLoss,
        row.redundantLoss,
        row.statements,
      ]);
      const steps = nestedBackbone(debate, { compat: "DNA" });
      return !written.every(([entity, kept, left, count], at) => {
        const step = steps[at];
        return (
          step !== undefined &&
          statements.issues[step.issue] === entity &&
          near(step.backbone, kept) &&
          near(step.redundant, left) &&
          step.statements === Number(count)
        );
      });
    });
    console.log(`backbone: ${names.length - wrong.length} of ${names.length} nested backbones are the same`);
    // Two issues are equal at its fourth step but for the analyzer's last digit: it takes the one, we take both at once.
    expect(wrong).toEqual(["ignore_average"]);
  });

  it("the loss of each set of issues is the same, and the best of four is found", () => {
    const { statements, debate } = debated({ qualifierAggregation: "subtract", normalization: "average" });
    const written = rows("backbone_evaluate_all_subsets");
    const wrong = written.filter(({ backbone = "", backboneLoss, redundantLoss }) => {
      const { backbone: kept, redundant } = debate.lossOf(
        new Set(backbone.split(" | ").map((name) => statements.issues.indexOf(name))),
      );
      return !near(kept, backboneLoss) || !near(redundant, redundantLoss);
    });
    console.log(`backbone: ${written.length - wrong.length} of ${written.length} losses are the same`);
    expect(wrong).toEqual([]);
    const best = penalisedBackbone(debate, { size: 4, random: randomOf(1) });
    expect(best).toMatchObject({ method: "EXACT" });
    const told = readFileSync(`${folder}/oracle/sample_backbone_fixed4.txt`, "utf8");
    expect(told).toContain(`Backbone set (loss: ${best?.backbone.toFixed(4)})`);
    expect(best?.issues.map((issue) => statements.issues[issue])).toEqual(
      [...told.matchAll(/^\d (.*)$/gm)].slice(0, 4).map(([, name]) => name),
    );
  });

  it.each(["include", "document", "week", "month", "year", "acrossrange"])(
    "the list of events is the same by %s",
    (duplicates) => {
      const spoken = spokenIn(`${folder}/databases/sample.dna`, "organization", "concept");
      const sorted = [...spoken].sort(
        (a, b) => a.time - b.time || a.document - b.document || a.start - b.start || a.id - b.id,
      );
      const question = questionIn({
        networkType: "onemode",
        qualifierAggregation: "ignore",
        normalization: "no",
        duplicates,
      });
      const events = eventListOf(statementsBy("organization", "concept"), question);
      const ours = events.map(({ place, actor, issue, level }) =>
        [sorted[place]?.id, actor, issue, level].join(),
      );
      expect(ours).toEqual(
        rows(`eventlist_${duplicates}`).map((row) =>
          [row.statement_id, row.organization, row.concept, row.agreement].join(),
        ),
      );
    },
  );

  it.each([
    ["organization", "include"],
    ["organization", "document"],
    ["person", "include"],
    ["person", "document"],
    ["concept", "include"],
    ["concept", "document"],
  ] as const)("bars of each %s are the same by %s", (variable, duplicates) => {
    const axis = variable === "concept" ? "issue" : "actor";
    const statements = statementsBy(variable === "person" ? "person" : "organization", "concept");
    const bars = barsOf(statements, { axis, duplicates: duplicates === "include" ? "NONE" : "DOCUMENT" });
    expect(bars.map(({ name, counts }) => [name, ...counts].join())).toEqual(
      rows(`barplot_${variable}_${duplicates}`).map((row) => [row.Entity, row[0], row[1]].join()),
    );
  });
});

function debated(row: CsvRow): { statements: ReturnType<typeof statementsOf>; debate: Debate } {
  const statements = statementsBy("organization", "concept");
  const question = questionIn({ networkType: "onemode", duplicates: "document", ...row });
  return { statements, debate: debateOf(statements, question) };
}

function near(value: number, written: string | undefined): boolean {
  return Math.abs(value - Number(written)) < 1e-9;
}
