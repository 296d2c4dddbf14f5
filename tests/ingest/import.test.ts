import { describe, expect, it } from "vitest";
import { codingWith, emptyStore, graph, importCoding, stanceWith, text } from "./graph.ts";

describe("importing a coding", () => {
  it("tells what it added, by kind", () => {
    expect(importCoding(emptyStore(), codingWith())).toEqual({
      files: ["coding.json"],
      items: 8,
      added: { coder: 1, document: 1, actor: 4, issue: 1, stance: 1 },
      revised: {},
      present: {},
      told: [],
      rejects: [],
    });
  });

  it("adds nothing the second time: same content, same revision", () => {
    const store = graph();
    const { digest } = store.verify();
    expect(importCoding(store, codingWith()).added).toEqual({});
    expect(store.verify().digest).toBe(digest);
    expect(store.dataset.revision()).toBe(1);
    expect(store.dataset.audit(10)).toHaveLength(1);
  });

  it("stores the quote with its place, its context and its hash", () => {
    const store = graph();
    const [stance] = store.stances.page({}).items;
    expect(store.documents.evidenceByIds(stance?.evidence ?? [])).toEqual([
      {
        id: `evidence:${stance?.document.slice(9)}.12.32`,
        document: stance?.document,
        start: 12,
        end: 32,
        quote: "they support the tax",
        prefix: "Miners said ",
        suffix: ". Owners oppose the tax, the own",
        sha256: "3936b7f26c4c910a3126c704530dce15366f79d61053dd1c865a24548c7c1fef",
      },
    ]);
    expect(text.slice(12, 32)).toBe("they support the tax");
  });

  it("resolves holders through aliases, with or without the article and in any case", () => {
    const store = graph({ stances: [stanceWith({ holder: "the colliers" })] });
    expect(store.stances.page({}).items[0]?.holder).toBe("actor:miners");
  });

  it("takes a prefix to tell one occurrence of a quote from another", () => {
    const store = graph({
      stances: [
        stanceWith({
          quote: { exact: "the tax", prefix: "oppose " },
          direction: "OPPOSES",
          holder: "Owners",
        }),
      ],
    });
    expect(store.stances.page({}).items[0]?.evidence[0]).toMatch(/\.48\.55$/);
  });

  it("gives ±1 to a direction with a side and 0 to one without, unless told otherwise", () => {
    const store = graph({
      stances: [
        stanceWith({}),
        stanceWith({ holder: "Owners", direction: "OPPOSES", intensity: -2, quote: "Owners oppose the tax" }),
        stanceWith({ holder: "actor:owners-union", direction: "UNDECIDED", quote: "Owners oppose the tax" }),
      ],
    });
    const intensities = store.stances.page({}).items.map(({ holder, intensity }) => [holder, intensity]);
    expect(Object.fromEntries(intensities)).toEqual({
      "actor:miners": 1,
      "actor:owners": -2,
      "actor:owners-union": 0,
    });
  });

  it("keeps a condition a condition instead of an opposition", () => {
    const store = graph({
      stances: [
        stanceWith({
          quote: "accept it only after talks",
          conditions: [{ kind: "ONLY_AFTER", text: "talks" }],
        }),
      ],
    });
    const [stance] = store.stances.page({}).items;
    expect([stance?.direction, stance?.conditions]).toEqual([
      "SUPPORTS",
      [{ kind: "ONLY_AFTER", text: "talks" }],
    ]);
  });

  it("reads things in any order within a file", () => {
    const lines = [
      { stance: stanceWith({ document: "paper" }) },
      { issue: (codingWith().issues as unknown[])[0] },
      { actor: { name: "Miners", kind: "GROUP" } },
      { document: (codingWith().documents as unknown[])[0] },
    ];
    const report = importCoding(
      emptyStore(),
      lines.map((line) => JSON.stringify(line)).join("\n"),
      "coding.jsonl",
    );
    expect(report.added).toEqual({ document: 1, actor: 1, issue: 1, stance: 1 });
  });

  it("reads a year without quotes in YAML as a date", () => {
    const store = emptyStore();
    importCoding(
      store,
      "stancegraph: 1\ndocuments:\n  - {title: T, text: x, publishedOn: 2014}\n",
      "coding.yaml",
    );
    expect(store.documents.page({}).items[0]?.publishedOn).toEqual({
      edtf: "2014",
      earliest: "2014-01-01",
      latest: "2014-12-31",
    });
  });
});

describe("a coding that was corrected by hand", () => {
  it("makes a new reading a revision of the old one, by the same coder, of the same words", () => {
    const store = graph();
    const report = importCoding(store, codingWith({ stances: [stanceWith({ intensity: 2 })] }));
    expect(report.revised).toEqual({ stance: 1 });
    const stances = store.stances.page({ orderBy: [{ field: "INTENSITY", descending: true }] }).items;
    expect(stances.map(({ intensity, status }) => [intensity, status])).toEqual([
      [2, "ACCEPTED"],
      [1, "SUPERSEDED"],
    ]);
    expect(stances[1]?.supersededBy).toBe(stances[0]?.id);
  });

  it("keeps both readings when another coder reads the same words", () => {
    const store = graph();
    const report = importCoding(
      store,
      codingWith({ coder: { name: "Bob" }, stances: [stanceWith({ intensity: 2 })] }),
    );
    expect(report.added).toEqual({ coder: 1, stance: 1 });
  });

  it("adds names and facet values and changes descriptions, and says so", () => {
    const store = graph();
    const actors = [{ name: "Miners", kind: "GROUP", description: "Who mine coal.", names: ["Pitmen"] }];
    const issues = [{ ...(codingWith().issues as object[])[0], facets: { pace: ["never"] } }];
    expect(importCoding(store, codingWith({ actors, issues })).revised).toEqual({ actor: 1, issue: 1 });
    expect(store.actors.named("pitmen").description).toBe("Who mine coal.");
    expect(store.issues.named("tax").facets).toEqual([
      { name: "pace", values: ["immediate", "phased", "never"] },
    ]);
  });

  it("leaves an actor alone that was merged into another since", () => {
    const store = graph();
    store.change({ author: { who: "t", why: null }, action: "actor.merge" }, () =>
      store.actors.merge("actor:miners", "actor:miners-union"),
    );
    const report = importCoding(store, codingWith());
    expect([report.added, report.revised]).toEqual([{}, {}]);
    expect(store.actors.named("Colliers").id).toBe("actor:miners-union");
  });
});
