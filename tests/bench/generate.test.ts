import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { codingLines, sizeFor } from "./generate.ts";

const lines = [...codingLines(sizeFor(2000))];
const ofKind = (kind: string) => lines.filter((line) => line.startsWith(`{"${kind}":`));

describe("the generated coding", () => {
  it("is the same to the byte wherever it is made", () => {
    const hash = createHash("sha256").update(lines.join("\n")).digest("hex");
    expect(hash).toBe("ed64b017da7788ce005d26609fbeb083585ecd1b99b4e024fe39077961c19b3e");
  });

  it("differs with its seed", () => {
    expect([...codingLines(sizeFor(2000), 2)]).not.toEqual(lines);
  });

  it("has so many stances, and a document for five of them", () => {
    const kinds = ["actor", "issue", "relation", "document", "stance"];
    expect(kinds.map((kind) => ofKind(kind).length)).toEqual([20, 10, 28, 400, 2000]);
  });

  it("has documents of one to two kilobytes", () => {
    const sizes = ofKind("document").map(
      (line) => (JSON.parse(line) as { document: { text: string } }).document.text.length,
    );
    expect([Math.min(...sizes) > 1000, Math.max(...sizes) < 2000]).toEqual([true, true]);
  });
});
