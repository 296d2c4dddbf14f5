import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/open.ts";
import { codingWith, emptyStore, graph, importCoding, stanceWith } from "../ingest/graph.ts";
import { seededStore } from "../seed/seeded.ts";
import { written } from "./written.ts";

const formats = [
  ["coding", "graph.yaml"],
  ["coding-jsonl", "graph.jsonl"],
] as const;

/** A store made from another one's export. */
function reimported(store: Store, format: string, file: string): Store {
  const other = emptyStore();
  importCoding(other, written(store, "graph", format), file);
  return other;
}

describe.each(formats)("an export as %s", (format, file) => {
  it("imports as the same graph", () => {
    const store = seededStore();
    expect(reimported(store, format, file).verify().digest).toBe(store.verify().digest);
  });

  it("adds nothing to the graph it came from", () => {
    const store = seededStore();
    const before = store.dataset.revision();
    importCoding(store, written(store, "graph", format), file);
    expect(store.dataset.revision()).toBe(before);
  });

  it("places a quote that occurs more than once", () => {
    const coding = codingWith({
      stances: [
        stanceWith({ quote: { exact: "Miners", prefix: "talks. " } }),
        stanceWith({
          holder: "Owners",
          direction: "OPPOSES",
          quote: { exact: "they support the", suffix: " strike" },
        }),
      ],
    });
    const store = emptyStore();
    importCoding(store, coding);
    expect(reimported(store, format, file).verify().digest).toBe(store.verify().digest);
  });

  it("keeps how an extractor came to a stance, and an issue's examples and anchors", () => {
    const coding = codingWith({
      stances: [
        stanceWith({
          proposal: {
            extractor: "model",
            version: "1",
            model: "some",
            promptHash: "0a".repeat(32),
            codebook: "2e42a81118c0",
            reasons: ["It says so."],
            spans: [{ role: "CUE", start: 0, end: 6 }],
          },
        }),
      ],
    });
    const [issue, ...others] = coding.issues as readonly Record<string, unknown>[];
    const examples = [{ direction: "OPPOSES", text: "They reject it." }];
    const store = emptyStore();
    importCoding(store, { ...coding, issues: [{ ...issue, examples, anchors: ["tax"] }, ...others] });
    const other = reimported(store, format, file);
    expect(other.verify()).toEqual(store.verify());
    const [stance] = other.stances.all();
    expect(other.proposals.of(stance?.id as never)).toMatchObject({
      model: "some",
      spans: [{ role: "CUE", end: 6 }],
    });
    expect([...other.issues.all()].find(({ anchors }) => anchors.length > 0)).toMatchObject({
      examples,
      anchors: ["tax"],
    });
    expect(written(other, "graph", format)).toBe(written(store, "graph", format));
  });

  it("has issues after those they are part of", () => {
    const issue = (id: string, parent?: string) => ({
      id,
      label: id,
      proposition: "P.",
      pro: "Yes.",
      contra: "No.",
      parent,
    });
    const store = graph();
    importCoding(store, {
      stancegraph: 1,
      issues: [issue("z"), issue("a", "issue:z"), issue("b", "issue:a")],
    });
    expect(reimported(store, format, file).verify().digest).toBe(store.verify().digest);
  });

  it("keeps each coder", () => {
    const store = graph();
    const bob = { name: "Bob the extractor", kind: "EXTRACTOR", version: "2" };
    importCoding(
      store,
      codingWith({
        coder: bob,
        stances: [stanceWith({ holder: "Owners", direction: "OPPOSES", quote: "Owners oppose the tax" })],
      }),
    );
    expect(reimported(store, format, file).verify().digest).toBe(store.verify().digest);
  });

  it("keeps every letter of a text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (noise) => {
        const text = `${noise.replaceAll("\0", "")} they support the tax 😀 ${noise.replaceAll("\0", "")}`;
        if (!text.isWellFormed()) return;
        const store = graph({ documents: [{ title: "Noise", text }] });
        expect(reimported(store, format, file).verify().digest).toBe(store.verify().digest);
      }),
      { numRuns: 60 },
    );
  });
});
