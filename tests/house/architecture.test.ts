import { describe, expect, it } from "vitest";
import { breachesOf, importsOf, type Source, sentence } from "./imports.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { sourcesIn } from "./tree.ts";

const sources = sourcesIn("src");
const tests = sourcesIn("tests");

describe("the house", () => {
  it("lets each folder import only what the import table allows, without cycles", () => {
    expect(breachesOf(sources).map(sentence)).toEqual([]);
  });

  it("has no default exports, which would be named anew by each importer", () => {
    // A declaration file describes someone else's exports.
    const written = sources.filter(({ path }) => !path.endsWith(".d.ts"));
    expect(written.filter(({ text }) => exportsDefault(tokensOf(text))).map(({ path }) => path)).toEqual([]);
  });

  it("has no `any`", () => {
    expect(sources.filter(({ text }) => hasAny(tokensOf(text))).map(({ path }) => path)).toEqual([]);
  });

  it("has no file over 250 lines", () => {
    const long = [...sources, ...tests].filter(({ text }) => text.trimEnd().split("\n").length > 250);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("has getters in classes alone: objects with one of their own live until the whole heap is cleaned up", () => {
    // V8 keeps such a getter, and all it refers to, in a hidden class that is made for each object. Members of classes are indented once.
    const nested = sources.filter(({ text }) => /^ {3,}get \w+\(\)/m.test(text));
    expect(nested.map(({ path }) => path)).toEqual([]);
  });
});

describe("the import rule", () => {
  it.each([
    [
      "an analysis that reads the store",
      "src/analysis/congruence.ts",
      `import { open } from "../store/open.ts";`,
    ],
    ["a domain file that imports of ours", "src/domain/actor.ts", `import { row } from "../store/rows.ts";`],
    [
      "a type from a forbidden folder",
      "src/store/actors.ts",
      `import type { A } from "../analysis/index.ts";`,
    ],
    ["a re-export", "src/web/routes.ts", `export * from "../domain/id.ts";`],
    [
      "a named re-export",
      "src/export/csv.ts",
      `export {\n  rows,\n  type Row,\n} from "../graphql/rows.ts";`,
    ],
    ["a dynamic import", "src/ingest/x.ts", `const m = await import("../cli/main.ts");`],
    ["an import type expression", "src/domain/x.ts", `export type T = import("../store/x.ts").T;`],
    ["an import for its effect", "src/http/x.ts", `import "../analysis/x.ts";`],
  ])("refuses %s", (_, path, text) => {
    const rules = breachesOf([{ path, text }]).map((breach) => [breach.file, breach.rule]);
    expect(rules).toEqual([[path, "who may import whom"]]);
  });

  it.each([
    ["src/graphql/x.ts", `import Database from "better-sqlite3";`, "better-sqlite3 only in store"],
    ["src/http/x.ts", `import { x } from "@pothos/core";`, "@pothos/core only in graphql"],
    ["src/graphql/x.ts", `import { createYoga } from "graphql-yoga";`, "graphql-yoga only in http"],
    ["src/store/x.ts", `import { env } from "node:process";`, "node:process only in cli"],
    ["src/http/x.ts", `const port = process.env.PORT;`, "process only in cli"],
    ["src/http/x.ts", `const port = globalThis.process.env.PORT;`, "process only in cli"],
    ["src/domain/x.ts", `import { readFileSync } from "node:fs";`, "pure folders"],
    ["src/export/x.ts", `import { readFileSync } from "fs";`, "pure folders"],
    ["src/domain/x.ts", `import p from "../../package.json";`, "folders"],
    ["src/lib/x.ts", "export const x = 1;", "folders"],
  ])("refuses in %s: %s", (path, text, rule) => {
    expect(breachesOf([{ path, text }]).map((breach) => [breach.file, breach.rule])).toEqual([[path, rule]]);
  });

  it("refuses a cycle and names its files once", () => {
    const planted: Source[] = [
      { path: "src/domain/a.ts", text: `import { b } from "./b.ts";` },
      { path: "src/domain/b.ts", text: `import type { C } from "./c.ts";` },
      { path: "src/domain/c.ts", text: `export { a } from "./a.ts";` },
      { path: "src/domain/d.ts", text: `import { a } from "./a.ts";` },
    ];
    const cycle = "src/domain/a.ts -> src/domain/b.ts -> src/domain/c.ts -> src/domain/a.ts";
    expect(breachesOf(planted).map(sentence)).toEqual([
      `src/domain/a.ts: these files import each other: ${cycle} (rule: no import cycles)`,
    ]);
  });

  it("names the file, the import and the rule", () => {
    const planted = { path: "src/analysis/x.ts", text: `import { open } from "../store/open.ts";` };
    expect(breachesOf([planted]).map(sentence)).toEqual([
      `src/analysis/x.ts: analysis may not import store ("../store/open.ts") (rule: who may import whom)`,
    ]);
  });

  it("reads comments, strings, templates and regular expressions as no imports", () => {
    const text = [
      `// import "../store/a.ts"`,
      `/* export * from "../store/b.ts" */`,
      'const text = `import "../store/c.ts" ${inner(`from "x"`, { a: { b: 1 } })} from "d"`;',
      `const pattern = /import "['"]/; const half = total / 2;`,
      `const from = "e"; log("taken from", "f"); Array.from("g");`,
      `import { real } from "./real.ts";`,
    ].join("\n");
    expect(importsOf(text)).toEqual(["./real.ts"]);
  });

  it("allows what the table allows", () => {
    const allowed: Source[] = [
      { path: "src/cli/main.ts", text: `import { x } from "../http/x.ts"; process.exitCode = 1;` },
      {
        path: "src/store/x.ts",
        text: `import D from "better-sqlite3"; import { id } from "../domain/id.ts";`,
      },
      { path: "src/domain/x.ts", text: `import { createHash } from "node:crypto"; const a = row.process.x;` },
    ];
    expect(breachesOf(allowed)).toEqual([]);
  });
});

describe("the `any` rule", () => {
  it("finds the type in its usual places and leaves a name alone", () => {
    const refused = ["let a: any;", "f(x as any);", "const m = new Map<string, any>();", "type T = A | any;"];
    expect(refused.filter((text) => !hasAny(tokensOf(text)))).toEqual([]);
    expect(hasAny(tokensOf("z.any(); const any = 1; // any\nconst s = 'x: any';"))).toBe(false);
  });
});

function exportsDefault(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, at) => text === "default" && tokens[at - 1]?.text === "export");
}

/** Whether `any` stands where a type stands: after `:`, `<`, `|`, `&`, `as`, or last in type arguments. */
function hasAny(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (token.kind !== "word" || token.text !== "any") return false;
    const before = tokens[at - 1]?.text ?? "";
    const after = tokens[at + 1]?.text ?? "";
    return [":", "<", "|", "&", "as"].includes(before) || (before === "," && [">", "["].includes(after));
  });
}
