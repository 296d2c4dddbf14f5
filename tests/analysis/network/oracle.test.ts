import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { networkOf } from "../../../src/analysis/network/network.ts";
import type { Statements } from "../../../src/analysis/network/statements.ts";
import { questionIn } from "./asked.ts";
import { difference, writtenIn } from "./compared.ts";
import { axesIn, spokenIn, statementsOf, type Variable } from "./dna-database.ts";
import { type CsvRow, filesIn, rowsOf, sharedFolder } from "./shared.ts";

const folder = sharedFolder("dna");

/** Windows and kernels are other measures. */
const isOfOneTime = ({ window, options = "" }: CsvRow) => window === "" && !options.includes("timeWindow");

describe.skipIf(folder === null)("beside the matrices of the Discourse Network Analyzer", () => {
  it.each([
    ["sample", 987, 963],
    ["irps_nuclear", 133, 133],
  ])("networks of %s are the same", (name, listed, computed) => {
    const index = rowsOf(readFileSync(`${folder}/oracle/${name}_index.csv`, "utf8")).filter(isOfOneTime);
    const files = filesIn(`${folder}/oracle/${name}.tar.gz`);
    const known = new Map<string, Statements>();
    const statementsBy = (actor: Variable, issue: Variable) => {
      const made =
        known.get(`${actor} ${issue}`) ??
        statementsOf(spokenIn(`${folder}/databases/${name}.dna`, actor, issue), "BINARY");
      known.set(`${actor} ${issue}`, made);
      return made;
    };
    // Those with a note are the analyzer's own failures: it wrote no matrix.
    const found = index.filter(({ note }) => note === "");
    const compared = found.map((row) => {
      const network = networkOf(statementsBy(...axesIn(row)), questionIn(row));
      return { row, network, wrong: difference(network, writtenIn(files.get(row.file ?? "") ?? "")) };
    });
    console.log(told(name, compared));
    expect(
      compared.filter(({ wrong }) => wrong !== null).map(({ row, wrong }) => `${row.id}: ${wrong}`),
    ).toEqual([]);
    expect(
      compared.filter(({ row, network }) => network.picked.length !== Number(row.numStatements)),
    ).toEqual([]);
    expect([index.length, compared.length]).toEqual([listed, computed]);
  });
});

/** How many of how many are the same, by kind. */
function told(
  name: string,
  compared: readonly { readonly row: CsvRow; readonly wrong: string | null }[],
): string {
  const kinds = Map.groupBy(
    compared,
    ({ row }) => `${row.networkType} ${row.qualifierAggregation} ${row.normalization}`,
  );
  const lines = [...kinds].map(
    ([kind, all]) => `  ${kind}: ${all.filter(({ wrong }) => wrong === null).length} of ${all.length}`,
  );
  const same = compared.filter(({ wrong }) => wrong === null).length;
  return [`${name}: ${same} of ${compared.length} matrices are the same`, ...lines.sort()].join("\n");
}
