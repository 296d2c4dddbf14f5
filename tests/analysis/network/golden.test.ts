import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { duplicateRules } from "../../../src/analysis/network/duplicates.ts";
import { type NetworkMode, networkOf } from "../../../src/analysis/network/network.ts";
import type { Scale } from "../../../src/analysis/network/statements.ts";
import { measuresNamed } from "./asked.ts";
import { difference } from "./compared.ts";
import { type Spoken, statementsOf } from "./dna-database.ts";
import { sharedFolder } from "./shared.ts";

const folder = sharedFolder("dna/golden");

const heading = /^(one|two)mode q=(\w+) agg=(\w+) norm=(\w+)$/;
const qualifiers = { agreement: "BINARY", intensity: "INTEGER", stance: "CATEGORY" } as const;

describe.skipIf(folder === null)(
  "beside what the Discourse Network Analyzer makes of fourteen statements",
  () => {
    it("each matrix of each kind of qualifier is the same", () => {
      const lines = readFileSync(`${folder}/dna-output.txt`, "utf8").split("\n");
      const matrices = lines.flatMap((line, at) => {
        const found = heading.exec(line);
        return found === null ? [] : [{ line, found, written: writtenBelow(lines, at) }];
      });
      const wrong = matrices.flatMap(({ line, found, written }) => {
        const [, mode, qualifier, aggregate = "", normalization = ""] = found;
        const network = networkOf(spokenBy(qualifier as keyof typeof qualifiers), {
          mode: { one: "ACTORS", two: "TWO_MODE" }[mode as "one" | "two"] as NetworkMode,
          ...measuresNamed(aggregate, normalization),
          duplicates: "NONE",
        });
        const different = difference(network, written);
        return different === null ? [] : [`${line}: ${different}`];
      });
      console.log(`golden: ${matrices.length - wrong.length} of ${matrices.length} matrices are the same`);
      expect(wrong).toEqual([]);
      expect(matrices).toHaveLength(55);
    });

    it("the same statements are duplicates", () => {
      const output = readFileSync(`${folder}/dna-output.txt`, "utf8");
      const kept = [...output.matchAll(/^dup=\w+ kept ids: (.*)$/gm)].map(([, ids]) => ids);
      const ours = duplicateRules.map((duplicates) => {
        const { picked } = networkOf(spokenBy("agreement"), {
          mode: "ACTORS",
          ...measuresNamed("congruence", "no"),
          duplicates,
          compat: "DNA",
        });
        return [...picked].map((place) => place + 1).join(" ");
      });
      expect(ours).toEqual(kept);
    });
  },
);

/** Five rows follow their heading: a label, spaces, values. */
function writtenBelow(lines: readonly string[], at: number) {
  const rows = lines.slice(at + 1, at + 6).map((line) => line.trim().split(/\s{2,}/));
  return {
    rows: rows.map(([label = ""]) => label),
    columns: null,
    values: rows.flatMap(([, values = ""]) => values.split(" ").map(Number)),
  };
}

/** The statements of input.tsv: id, document, start, stop, time, actor, issue, and the three qualifiers. */
function spokenBy(qualifier: keyof typeof qualifiers) {
  const scale: Scale = qualifiers[qualifier];
  const lines = readFileSync(`${folder}/input.tsv`, "utf8").trim().split("\n");
  const spoken = lines.map((line): Spoken => {
    const [id, document, start, stop, time, actor = "", issue = "", ...values] = line.split("\t");
    const value = values[Object.keys(qualifiers).indexOf(qualifier)] ?? "";
    return {
      id: Number(id),
      document: Number(document),
      start: Number(start),
      stop: Number(stop),
      time: Date.parse(`${time}Z`) / 1000,
      actor,
      issue,
      value: scale === "CATEGORY" ? value : Number(value),
    };
  });
  return statementsOf(spoken, scale);
}
