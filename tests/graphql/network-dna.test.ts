import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importFiles } from "../../src/ingest/import.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { writtenIn } from "../analysis/network/compared.ts";
import { type CsvRow, filesIn, rowsOf, sharedFolder } from "../analysis/network/shared.ts";
import { inputIn } from "./network-dna.ts";
import { ask } from "./world.ts";

const folder = sharedFolder("dna");

interface Answer {
  readonly statements: number;
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly kind: string }[];
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
}

/** Windows and kernels are no networks of one time; those that the analyzer failed to make are none. */
const isOfOneTime = ({ window, options = "", note }: CsvRow) =>
  window === "" && !options.includes("timeWindow") && note === "";

/** Of windows of statements the analyzer draws ties by chance. */
const isOfManyTimes = ({ options = "", note }: CsvRow) =>
  options.includes("timeWindow") && !options.includes("events") && note === "";

describe.skipIf(folder === null)("networks of an imported DNA database", () => {
  it.each([
    ["sample", 963],
    ["irps_nuclear", 133],
  ])(
    "of %s are those that the Discourse Network Analyzer makes",
    { timeout: 300_000 },
    async (name, count) => {
      const store = imported(name);
      const index = rowsOf(readFileSync(`${folder}/oracle/${name}_index.csv`, "utf8")).filter(isOfOneTime);
      const files = filesIn(`${folder}/oracle/${name}.tar.gz`);
      const wrong: string[] = [];
      for (const row of index) {
        const difference = differenceOf(await networkAsked(store, row), files.get(row.file ?? "") ?? "", row);
        if (difference !== null) wrong.push(`${row.id}: ${difference}`);
      }
      console.log(
        `${name}: ${index.length - wrong.length} of ${index.length} matrices are the same by the API`,
      );
      store.close();
      expect([wrong, index.length]).toEqual([[], count]);
    },
  );
});

describe.skipIf(folder === null)("moving windows of an imported DNA database, smoothed or not", () => {
  it.each([
    ["sample", 428],
    ["irps_nuclear", 36],
  ])(
    "of %s are those that the Discourse Network Analyzer makes",
    { timeout: 300_000 },
    async (name, count) => {
      const store = imported(name);
      const index = rowsOf(readFileSync(`${folder}/oracle/${name}_index.csv`, "utf8")).filter(isOfManyTimes);
      const files = filesIn(`${folder}/oracle/${name}.tar.gz`);
      const wrong: string[] = [];
      for (const rows of Map.groupBy(index, ({ id }) => id).values()) {
        const windows = await windowsAsked(store, rows[0] as CsvRow);
        for (const row of rows) {
          const window = windows[Number(row.window) - 1];
          const difference = window
            ? differenceOf(window.network, files.get(row.file ?? "") ?? "", row)
            : "no window";
          if (difference !== null) wrong.push(`${row.file}: ${difference}`);
        }
      }
      console.log(
        `${name}: ${index.length - wrong.length} of ${index.length} windows are the same by the API`,
      );
      store.close();
      expect([wrong, index.length]).toEqual([[], count]);
    },
  );
});

function imported(name: string): Store {
  const store = openStore({ path: ":memory:", clock: () => new Date("2024-01-01T00:00:00Z") });
  importFiles(store, [`${folder}/databases/${name}.dna`], { author: { who: "Ada", why: null } });
  return store;
}

async function windowsAsked(store: Store, row: CsvRow): Promise<readonly { readonly network: Answer }[]> {
  const { data, errors } = await ask(
    store,
    `query ($input: NetworkInput!) {
      network(input: $input) {
        windows { network { statements nodes { id label kind } edges { source target weight } } }
      }
    }`,
    { variables: { input: inputIn(row) }, limits: { maxComplexity: 1e9 } },
  );
  expect(errors).toEqual([]);
  return data.network.windows;
}

async function networkAsked(store: Store, row: CsvRow): Promise<Answer> {
  const { data, errors } = await ask(
    store,
    "query ($input: NetworkInput!) { network(input: $input) { statements nodes { id label kind } edges { source target weight } } }",
    { variables: { input: inputIn(row) } },
  );
  expect(errors).toEqual([]);
  return data.network;
}

/** The first difference of an answer to a matrix, to 1e-12 of each value; null: there is none. */
function differenceOf({ nodes, edges, statements }: Answer, csv: string, row: CsvRow): string | null {
  const { rows, columns, values } = writtenIn(csv);
  const isTwoMode = row.networkType === "twomode";
  const sorted = (labels: readonly string[]) => labels.toSorted().join("\n");
  const labels = nodes.map(({ label }) => label);
  const expected = isTwoMode ? [...rows, ...(columns ?? [])] : rows;
  if (sorted(labels) !== sorted(expected)) return `nodes ${labels} for ${expected}`;
  // Of smoothed networks the analyzer tells no number.
  const isSmoothed = row.options?.includes("kernel") === true;
  if (!isSmoothed && statements !== Number(row.numStatements))
    return `${statements} statements for ${row.numStatements}`;
  const labelOf = new Map(nodes.map(({ id, label }) => [id, label]));
  const weights = new Map(
    edges.flatMap(({ source, target, weight }) => {
      const [one, other] = [labelOf.get(source), labelOf.get(target)];
      const pair = [[JSON.stringify([one, other]), weight] as const];
      return isTwoMode ? pair : [...pair, [JSON.stringify([other, one]), weight] as const];
    }),
  );
  for (const [at, value] of values.entries()) {
    const across = isTwoMode ? (columns ?? []) : rows;
    const [one, other] = [rows[Math.floor(at / across.length)], across[at % across.length]];
    // An edge is between two: the diagonal that the analyzer's smoothed networks keep is not told.
    if (isSmoothed && one === other) continue;
    const pair = JSON.stringify([one, other]);
    const weight = weights.get(pair) ?? 0;
    const tolerance = isSmoothed ? 1e-9 : 1e-12;
    if (Math.abs(weight - value) > tolerance * Math.max(Math.abs(weight), Math.abs(value)))
      return `${weight} for ${value} at ${pair}`;
  }
  return null;
}
