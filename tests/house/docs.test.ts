import { describe, expect, it } from "vitest";
import { verbs } from "../../src/cli/verbs/index.ts";
import { exportFormats } from "../../src/export/index.ts";
import { importFormats } from "../../src/ingest/formats/index.ts";
import { namesInTable } from "./tables.ts";
import { textOf } from "./tree.ts";

/** A table of the README is known by its first heading cell; the first cell of each row names one thing. */
const tables: readonly (readonly [heading: string, listed: readonly { readonly name: string }[]])[] = [
  ["Command", verbs],
  ["Import format", importFormats],
  ["Export format", exportFormats],
];

describe("README.md", () => {
  it.each(tables)(
    "has one row for each thing of the list in its table “%s”, and no other",
    (heading, listed) => {
      const names = listed.map(({ name }) => name).sort();
      expect([...namesInTable(textOf("README.md"), heading)].sort()).toEqual(names);
    },
  );
});

describe("the table reader", () => {
  it("takes the first word in backticks, without the program's name", () => {
    const text =
      "| Command | does |\n|---|---|\n| `stancegraph serve` | a |\n| [`export`](#e) `--x` | b |\n\n| `c` |";
    expect(namesInTable(text, "Command")).toEqual(["serve", "export"]);
  });

  it("finds nothing where no table has the heading", () => {
    expect(namesInTable("# Command\n\ntext", "Command")).toEqual([]);
  });
});
