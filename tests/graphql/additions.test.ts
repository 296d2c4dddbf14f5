import { describe, expect, it } from "vitest";
import { change } from "./changing.ts";
import { worldStore } from "./world.ts";
import { coding } from "./world-coding.ts";

describe("documents, ties and events", () => {
  it("are added once, and can be quoted from", async () => {
    const store = worldStore();
    const input = {
      title: "News",
      text: "The Peace Party backs the Framework.",
      publisher: "AFP",
      publishedOn: "2024-07",
    };
    const payload =
      "... on DocumentPayload { id outcome document { title publisher publishedOn { edtf } text } }";
    const { id, ...added } = await change(store, "addDocument", input, payload, { scope: "propose" });
    expect(added).toEqual({
      __typename: "DocumentPayload",
      outcome: "ADDED",
      document: {
        title: "News",
        publisher: "AFP",
        publishedOn: { edtf: "2024-07" },
        text: "The Peace Party backs the Framework.",
      },
    });
    expect(await change(store, "addDocument", input, payload)).toMatchObject({ id, outcome: "PRESENT" });
    const tie = {
      subject: "Peace Party",
      kind: "BACKS",
      object: "Framework",
      document: id,
      quote: [{ exact: "backs the Framework" }],
    };
    expect(
      await change(
        store,
        "addRelation",
        tie,
        "... on RelationPayload { outcome relation { subject { name } kind object { name } evidence { quote } } }",
      ),
    ).toMatchObject({
      outcome: "ADDED",
      relation: {
        subject: { name: "Peace Party" },
        kind: "BACKS",
        object: { name: "Framework" },
        evidence: [{ quote: "backs the Framework" }],
      },
    });
    const happening = {
      label: "Backing",
      kind: "STATEMENT",
      happenedOn: "2024-07",
      participants: [{ actor: "Peace Party", role: "speaker" }],
      document: id,
      quote: [{ exact: "backs" }],
    };
    expect(
      await change(
        store,
        "addEvent",
        happening,
        "... on EventPayload { outcome event { label participants { role } evidence { quote } } }",
      ),
    ).toMatchObject({
      outcome: "ADDED",
      event: { label: "Backing", participants: [{ role: "speaker" }], evidence: [{ quote: "backs" }] },
    });
  });

  it("refuse reversed periods", async () => {
    const tie = {
      subject: "Peace Party",
      kind: "BACKS",
      object: "Framework",
      validFrom: "2025",
      validUntil: "2024",
    };
    expect(await change(worldStore(), "addRelation", tie, "")).toMatchObject({
      __typename: "InvalidInputError",
      path: expect.arrayContaining([expect.stringMatching(/valid/)]),
    });
  });
});

describe("importing a coding", () => {
  const counts = "... on ImportPayload { items dryRun counts { kind added revised present } }";

  it("adds nothing the second time", async () => {
    const store = worldStore();
    const done = await change(
      store,
      "importCoding",
      { text: JSON.stringify(coding), format: "JSON" },
      counts,
    );
    expect(
      done.counts.every(({ added, revised }: { added: number; revised: number }) => added + revised === 0),
    ).toBe(true);
    expect(done.items).toBe(30);
    expect(store.dataset.revision()).toBe(1);
  });

  it("reports every problem with its line, and writes nothing", async () => {
    const store = worldStore();
    const text = [
      "stancegraph: 1",
      "actors:",
      "  - name: New",
      "    kind: NONE",
      "relations:",
      "  - {subject: Nobody, kind: BACKS, object: Framework}",
    ].join("\n");
    expect(await change(store, "importCoding", { text, format: "YAML" }, counts)).toMatchObject({
      __typename: "InvalidInputError",
      problems: [
        { file: "input", line: 4, field: "actors[0].kind" },
        { file: "input", line: 6, field: "relations[0].subject" },
      ],
    });
    expect(store.dataset.revision()).toBe(1);
  });

  it("reads no file of the server's", async () => {
    const text = JSON.stringify({ stancegraph: 1, documents: [{ title: "Secret", file: "/etc/passwd" }] });
    expect(await change(worldStore(), "importCoding", { text, format: "JSON" }, counts)).toMatchObject({
      __typename: "InvalidInputError",
    });
  });

  it("tells malformed JSON", async () => {
    expect(await change(worldStore(), "importCoding", { text: "{", format: "JSON" }, counts)).toMatchObject({
      __typename: "InvalidInputError",
      problems: [{ file: "input" }],
    });
  });
});
