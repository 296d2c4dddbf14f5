import { readFileSync } from "node:fs";
import { graphql } from "graphql";
import { describe, expect, it } from "vitest";
import { contextOf } from "../../src/graphql/context.ts";
import { schema } from "../../src/graphql/schema.ts";
import { importSources } from "../../src/ingest/import.ts";
import { textSource } from "../../src/ingest/source.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { author, seededStore } from "../seed/seeded.ts";

const root = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of the README, in their order. */
const blocks: readonly Block[] = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(
  ([, language = "", text = ""]) => ({
    language,
    text,
  }),
);

function emptyStore(): Store {
  return openStore({ path: ":memory:", clock: () => new Date("2026-01-01T00:00:00Z") });
}

const ask = (store: Store, source: string) =>
  graphql({ schema, source, contextValue: contextOf({ store, who: "reader", scope: "read" }) });

describe("the README", () => {
  const queries = blocks.flatMap(({ language, text }, index) => {
    const next = blocks[index + 1];
    return language === "graphql" ? [{ text, answer: next?.language === "json" ? next.text : null }] : [];
  });

  it.each(queries)("asks what the seed answers as shown: $text", async ({ text, answer }) => {
    const result = JSON.parse(JSON.stringify(await ask(seededStore(), text))) as unknown;
    expect(result).not.toHaveProperty("errors");
    if (answer !== null) expect(JSON.parse(answer)).toEqual(result);
  });

  it("asks nothing else that fails: the queries in its scripts", async () => {
    const inline = [...readme.matchAll(/(?:query":"|query = '|query: ")(\{.*?\})(?:"\}'|'$|" \})/gm)].map(
      ([, query = ""]) => query.replaceAll('\\"', '"'),
    );
    expect(inline).toHaveLength(3);
    for (const query of inline) expect(await ask(seededStore(), query)).not.toHaveProperty("errors");
  });

  it("shows a coding that can be imported", () => {
    const coding = blocks.find(({ language }) => language === "yaml")?.text ?? "";
    const report = importSources(emptyStore(), [textSource("coding.yaml", coding)], { author });
    expect(report.added).toEqual({ coder: 1, document: 1, actor: 2, issue: 1, stance: 2 });
  });

  it("links to files that are there", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(5);
    for (const path of links) expect(() => readFileSync(new URL(path, root)), path).not.toThrow();
  });
});
