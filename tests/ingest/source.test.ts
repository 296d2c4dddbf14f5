import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fileSource } from "../../src/ingest/source.ts";
import { folderOfTest } from "./dna-debate.ts";

const megabyte = 1024 * 1024;

function linesOf(content: string | Buffer): readonly (string | null)[] {
  const path = join(folderOfTest(), "lines.jsonl");
  writeFileSync(path, content);
  return [...fileSource(path).lines()];
}

// A file is read a megabyte at a time.
it.each([
  ["none", [], ""],
  ["short ones, the last without an end", ["a", "", "b"], "a\n\nb"],
  ["one that ends with a megabyte", ["x".repeat(megabyte - 1), "y"], `${"x".repeat(megabyte - 1)}\ny\n`],
  ["one whose end is the next megabyte's first", ["x".repeat(megabyte), "y"], `${"x".repeat(megabyte)}\ny`],
  [
    "long ones after each other, of letters of two bytes",
    ["a", "ü".repeat(1.5 * megabyte), "é".repeat(megabyte), "b"],
    `a\n${"ü".repeat(1.5 * megabyte)}\n${"é".repeat(megabyte)}\nb`,
  ],
])("reads lines: %s", (_, lines, content) => {
  expect(linesOf(content)).toEqual(lines);
});

it("reads a line that is not UTF-8 as null, and goes on", () => {
  expect(linesOf(Buffer.from([0x61, 0x0a, 0xff, 0x0a, 0x62]))).toEqual(["a", null, "b"]);
});

it("refuses a line of more than 64 MB", () => {
  expect(() => linesOf(Buffer.alloc(65 * megabyte))).toThrow("lines.jsonl has a line of more than 64 MB.");
});
