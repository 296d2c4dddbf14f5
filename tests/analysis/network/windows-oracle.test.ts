import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernels } from "../../../src/analysis/network/kernels.ts";
import { heardOf, networkFrom } from "../../../src/analysis/network/network.ts";
import { type NetworkWindow, networksOver } from "../../../src/analysis/network/series.ts";
import type { Statements } from "../../../src/analysis/network/statements.ts";
import type { WindowUnit } from "../../../src/analysis/network/windows.ts";
import { questionIn } from "./asked.ts";
import { difference, writtenIn } from "./compared.ts";
import { axesIn, spokenIn, statementsOf } from "./dna-database.ts";
import { drawnWindows } from "./draws.ts";
import { type CsvRow, filesIn, rowsOf, sharedFolder } from "./shared.ts";

const folder = sharedFolder("dna");

describe.skipIf(folder === null)("beside the windows of the Discourse Network Analyzer", () => {
  it.each([
    ["sample", "windows of time", isOfTime, 204],
    ["sample", "kernels", isKernel, 224],
    ["irps_nuclear", "windows of time", isOfTime, 36],
  ] as const)("networks of %s in %s are the same", (name, _kind, isIncluded, expected) => {
    const compared = comparedIn(name, isIncluded);
    console.log(told(name, compared));
    expect(
      compared.filter(({ wrong }) => wrong !== null).map(({ row, wrong }) => `${row.file}: ${wrong}`),
    ).toEqual([]);
    expect(compared).toHaveLength(expected);
  });

  it("windows of statements are among those that it may draw by chance", () => {
    const compared = comparedIn("sample", ({ options = "" }) => options.includes("timeWindow=events"));
    const most = 40;
    const few = compared.flatMap((each) => {
      const drawing = drawnWindows(each.statements, { middle: Number(each.row.window) + 4, half: 5 });
      const draws = drawing.take(most + 1).toArray();
      return draws.length > most ? [] : [{ ...each, wrong: drawnWrong(each, draws) }];
    });
    const same = compared.filter(({ wrong }) => wrong === null).length;
    console.log(`sample: ${same} of ${compared.length} windows of statements are the same without drawing`);
    console.log(told("sample, of windows with few possible draws", few));
    expect(
      few.filter(({ wrong }) => wrong !== null).map(({ row, wrong }) => `${row.file}: ${wrong}`),
    ).toEqual([]);
    expect(compared).toHaveLength(180);
    expect(
      compared.filter(({ row, window }) => window?.network.picked.length !== Number(row.numStatements)),
    ).toEqual([]);
  });
});

function isOfTime({ options = "", window }: CsvRow): boolean {
  return window !== "" && !options.includes("events") && !options.includes("kernel");
}

function isKernel({ options = "" }: CsvRow): boolean {
  return options.includes("kernel");
}

interface Compared {
  readonly row: CsvRow;
  readonly window: NetworkWindow | undefined;
  readonly statements: Statements;
  readonly csv: string;
  readonly wrong: string | null;
}

function comparedIn(name: string, isIncluded: (row: CsvRow) => boolean): readonly Compared[] {
  const index = rowsOf(readFileSync(`${folder}/oracle/${name}_index.csv`, "utf8")).filter(isIncluded);
  const files = filesIn(`${folder}/oracle/${name}.tar.gz`);
  const runs = Map.groupBy(index, ({ id }) => id);
  return [...runs.values()].flatMap((rows) => {
    const [first] = rows as [CsvRow];
    const statements = statementsOf(spokenIn(`${folder}/databases/${name}.dna`, ...axesIn(first)), "BINARY");
    const windows = [...networksOver(statements, questionIn(first), windowingIn(first))];
    return rows.map((row) => {
      const window = windows[Number(row.window) - 1];
      const csv = files.get(row.file ?? "") ?? "";
      return { row, window, statements, csv, wrong: wrongIn(row, window, csv) };
    });
  });
}

function wrongIn(row: CsvRow, window: NetworkWindow | undefined, csv: string): string | null {
  if (window === undefined) return "no such window";
  const days = [window.from, window.middle, window.until].map((day) =>
    new Date(day * 86_400_000).toISOString().slice(0, 10),
  );
  const written = [row.start, row.middle, row.stop].map((instant) => instant?.slice(0, 10));
  if (days.join() !== written.join()) return `${days} for ${written}`;
  return difference(window.network, writtenIn(csv), isKernel(row) ? 1e-9 : 1e-12);
}

/** Null: the matrix is that of one of the windows that may be drawn. */
function drawnWrong({ row, statements, csv }: Compared, draws: readonly Int32Array[]): string | null {
  const written = writtenIn(csv);
  const question = questionIn(row);
  const heard = heardOf(statements, question);
  for (const picked of draws)
    if (difference(networkFrom(statements, question, { ...heard, picked }), written) === null) return null;
  return "no window that may be drawn";
}

function windowingIn({ options = "" }: CsvRow) {
  const [, unit = ""] = /timeWindow=(\w+)/.exec(options) ?? [];
  const [, size] = /windowSize=(\d+)/.exec(options) ?? [];
  const [, kernel] = /kernel=(\w+)/.exec(options) ?? [];
  return {
    unit: unit === "events" ? ("STATEMENTS" as const) : (unit.toUpperCase() as WindowUnit),
    size: Number(size),
    kernel: kernels.find((each) => each.name === kernel?.toUpperCase()) ?? null,
  };
}

function told(name: string, compared: readonly Compared[]): string {
  const kinds = Map.groupBy(
    compared,
    ({ row }) => `${row.options} ${row.qualifierAggregation} ${row.normalization}`,
  );
  const lines = [...kinds].map(
    ([kind, all]) => `  ${kind}: ${all.filter(({ wrong }) => wrong === null).length} of ${all.length}`,
  );
  const same = compared.filter(({ wrong }) => wrong === null).length;
  return [`${name}: ${same} of ${compared.length} matrices are the same`, ...lines.sort()].join("\n");
}
