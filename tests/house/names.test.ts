import { describe, expect, it } from "vitest";
import type { Source } from "./imports.ts";
import { tokensOf } from "./tokens.ts";
import { filesIn, sourcesIn, textOf } from "./tree.ts";

const files = filesIn("");

describe("the house words", () => {
  it("calls nothing in domain and store a node, an edge or a graph", () => {
    const sources = [...sourcesIn("src/domain"), ...sourcesIn("src/store")];
    expect(sources.flatMap(graphWordsOf)).toEqual([]);
  });

  it.each(["class GraphStore {}", "const actorNodes = 1;", "function edgeOf() {}", "interface NodeRow {}"])(
    "refuses %s",
    (text) => {
      expect(graphWordsOf({ path: "src/store/x.ts", text })).toHaveLength(1);
    },
  );

  it("leaves the product's own name and longer words alone", () => {
    const text = "class StanceGraphError {} const paragraph = 1; const knowledge = 2; row.node = edge;";
    expect(graphWordsOf({ path: "src/domain/x.ts", text })).toEqual([]);
  });

  it("names files for what they hold, not utils, helpers or managers", () => {
    const vague = /(^|[/.-])(utils?|helpers?|managers?|common|misc)([/.-]|$)/i;
    expect(files.filter((path) => vague.test(path))).toEqual([]);
  });
});

describe("the files", () => {
  const readable = files.filter((path) =>
    /(\.(ts|tsx|mjs|json|jsonc|md|sql|yaml|yml|graphql|css)|^[^.]+|run|steps)$/.test(path),
  );

  it("hold no path of the machine they were written on", () => {
    const machine = /(?<![\w.:/-])\/(?:work|root|home)\/\w/;
    expect(readable.filter((path) => machine.test(textOf(path)))).toEqual([]);
  });

  it("name no package registry, so that everyone's own settings decide", () => {
    const registry = /\bregistry\.[a-z0-9-]+\.[a-z]+|_authToken/;
    const others = readable.filter(
      (path) => path !== "package-lock.json" && !path.startsWith("tests/house/"),
    );
    expect(others.filter((path) => registry.test(textOf(path)))).toEqual([]);
  });

  it("lie in the places that the house has", () => {
    const places = ["src", "schema", "seed", "tests", "package.json", "package-lock.json", "tsconfig.json"];
    places.push("Dockerfile", "README.md", "LICENSE", "CHANGELOG.md", "DECISIONS.md");
    const tops = new Set(files.map((path) => path.split("/")[0] ?? ""));
    expect([...tops].filter((top) => !places.includes(top) && !top.startsWith("."))).toEqual([]);
  });
});

/** What a source declares under a name with one of the words of graphs, which begin in `analysis`. */
function graphWordsOf({ path, text }: Source): readonly string[] {
  const declares = ["class", "function", "const", "let", "interface", "type"];
  const tokens = tokensOf(text);
  const declared = tokens.filter(
    (token, at) => token.kind === "word" && declares.includes(tokens[at - 1]?.text ?? ""),
  );
  return declared.filter((token) => isGraphWord(token.text)).map((token) => `${path}: ${token.text}`);
}

function isGraphWord(name: string): boolean {
  const words = name.replace(/stancegraph/i, "").match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? [];
  return words.some((word) => /^(node|edge|graph)s?$/i.test(word));
}
