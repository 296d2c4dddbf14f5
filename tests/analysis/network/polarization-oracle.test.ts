import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { average } from "../../../src/analysis/network/average.ts";
import { conflict } from "../../../src/analysis/network/conflict.ts";
import { congruence } from "../../../src/analysis/network/congruence.ts";
import { kernels } from "../../../src/analysis/network/kernels.ts";
import { type NetworkQuestion, networkOf } from "../../../src/analysis/network/network.ts";
import { type Polarized, polarizationOf } from "../../../src/analysis/network/polarization/polarization.ts";
import { type Opposition, qualityOf } from "../../../src/analysis/network/polarization/quality.ts";
import { randomOf } from "../../../src/analysis/network/random.ts";
import { networksOver } from "../../../src/analysis/network/series.ts";
import type { Statements } from "../../../src/analysis/network/statements.ts";
import { subtract } from "../../../src/analysis/network/subtract.ts";
import { questionIn } from "./asked.ts";
import { axesIn, spokenIn, statementsOf } from "./dna-database.ts";
import { type CsvRow, rowsOf, sharedFolder } from "./shared.ts";

const folder = sharedFolder("dna");

describe.skipIf(folder === null)("beside the polarisation of the Discourse Network Analyzer", () => {
  it("its camps have the same quality, of one time and in windows", () => {
    const runs = [...resultsOf("sample"), ...resultsOf("irps_nuclear")];
    const wrong = runs.filter(({ row, opposition, of }) => {
      const quality = qualityOf(
        opposition,
        { camps: Number(row.numClusters), of },
        row.normalizeScores === "TRUE",
      );
      return Math.abs(quality - Number(row.polarization)) > 1e-9 * Number(row.polarization);
    });
    console.log(`polarization: ${runs.length - wrong.length} of ${runs.length} qualities are the same`);
    expect(wrong.map(({ row }) => row)).toEqual([]);
    expect(runs).toHaveLength(1112);
  });

  it("the best camps of near-equal and of any size are those that trying all finds", () => {
    const check = rowsOf(readFileSync(`${folder}/oracle/sample_polarization_check.csv`, "utf8"));
    const runs = new Map(resultsOf("sample").map((each) => [each.row[""], each]));
    const wrong = check.flatMap((row) => {
      const { opposition } = runs.get(row.row ?? "") as Result;
      const of = (constraint: "NEAR_EQUAL" | "ANY_SIZE") => bestOf(opposition, row, constraint);
      const [equal, unequal] = [of("NEAR_EQUAL"), of("ANY_SIZE")];
      const isRight =
        Math.abs(equal.quality - Number(row.bruteforce_best_near_equal_sizes)) < 1e-9 &&
        Math.abs(unequal.quality - Number(row.bruteforce_best_any_sizes)) < 1e-9;
      return isRight && equal.method === "EXACT" ? [] : [{ row, equal, unequal }];
    });
    console.log(`polarization: ${check.length - wrong.length} of ${check.length} optima are the same`);
    expect(wrong).toEqual([]);
    expect(check).toHaveLength(48);
  });

  it("a search is never worse than its searches", () => {
    const found = resultsOf("irps_nuclear").map(({ row, opposition }) => {
      const own = bestOf(opposition, row, "NEAR_EQUAL");
      return {
        dna: Number(row.polarization),
        ours: own.quality,
        any: bestOf(opposition, row, "ANY_SIZE").quality,
      };
    });
    const atLeast = found.filter(({ ours, dna, any }) => ours >= dna && any >= ours).length;
    console.log(`polarization: ${atLeast} of ${found.length} found are at least as good`);
    expect(found.filter(({ ours, dna, any }) => ours < dna || any < ours)).toEqual([]);
  });
});

interface Result {
  readonly row: CsvRow;
  readonly opposition: Opposition;
  readonly of: Int32Array;
}

function bestOf(opposition: Opposition, row: CsvRow, constraint: "NEAR_EQUAL" | "ANY_SIZE"): Polarized {
  const normalize = row.normalizeScores === "TRUE";
  return polarizationOf(opposition, {
    camps: Number(row.numClusters),
    constraint,
    normalize,
    random: randomOf(1),
  }) as Polarized;
}

function resultsOf(name: string): readonly Result[] {
  const rows = rowsOf(readFileSync(`${folder}/oracle/${name}_polarization.csv`, "utf8"));
  const memberships = rowsOf(readFileSync(`${folder}/oracle/${name}_polarization_memberships.csv`, "utf8"));
  const camps = Map.groupBy(memberships, ({ row }) => row);
  const known = new Map<string, readonly Opposition[]>();
  return rows.map((row) => {
    const key = `${row.variable1} ${row.duplicates} ${row.timeWindow}`;
    if (!known.has(key)) known.set(key, oppositionsOf(name, { variable2: "concept", ...row }));
    const of = Int32Array.from(camps.get(row[""]) ?? [], ({ cluster }) => Number(cluster));
    return { row, opposition: known.get(key)?.[Number(row.window ?? 1) - 1] as Opposition, of };
  });
}

/** In windows the analyzer takes agreement less disagreement for both networks. */
function oppositionsOf(name: string, row: CsvRow): readonly Opposition[] {
  const statements = statementsOf(spokenIn(`${folder}/databases/${name}.dna`, ...axesIn(row)), "BINARY");
  const asked = {
    networkType: "onemode",
    qualifierAggregation: "congruence",
    normalization: "average",
    ...row,
  };
  const question: NetworkQuestion = { ...questionIn(asked), normalization: average };
  if ((row.timeWindow ?? "no") === "no") return [opposed(statements, question)];
  const kernel = kernels.find((each) => each.name === row.kernel?.toUpperCase()) ?? null;
  const windowing = { unit: "DAYS", size: Number(row.windowSize), kernel, beyond: true } as const;
  return [...networksOver(statements, { ...question, aggregate: subtract }, windowing)].map(({ network }) => {
    const size = network.rows.labels.length;
    const values = network.values.map((value, at) => (at % (size + 1) === 0 ? 0 : value));
    return { size, congruence: values, conflict: values };
  });
}

function opposed(statements: Statements, question: NetworkQuestion): Opposition {
  const [agree, dispute] = [congruence, conflict].map((aggregate) =>
    networkOf(statements, { ...question, aggregate }),
  );
  const [one, other] = [agree?.values as Float64Array, dispute?.values as Float64Array];
  return { size: agree?.rows.labels.length as number, congruence: one, conflict: other };
}
