import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin, RolldownOptions } from "rolldown";

/** What is built of the sources: the programs, in few files so that they start quickly, and the browser's part. */
const built: readonly RolldownOptions[] = [
  {
    // Each lies under dist/ where its source lies under src/; what they share is as deep as most sources are.
    input: Object.fromEntries(
      [
        "cli/main",
        "cli/reading/program",
        "cli/workers/program",
        "http/compute-worker",
        "http/projection-worker",
        ...tasks(),
      ].map((path) => [path, `src/${path}.ts`]),
    ),
    platform: "node",
    // Native code; and what is loaded only when it is asked for: a page of 9 MB, what draws pictures, parsers of documents.
    external: [
      "better-sqlite3",
      "@graphql-yoga/render-graphiql",
      "@resvg/resvg-wasm",
      "@mozilla/readability",
      "feedsmith",
      "linkedom",
      "mammoth",
      "openai",
      "@xmldom/xmldom",
      "fflate",
      "read-excel-file/node",
      "tinyld/light",
      "unpdf",
    ],
    // Else graphql looks at each check of a type whether the type is another copy's: there is one copy in what is built.
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    plugins: [licences()],
    output: { dir: "dist", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
  },
  {
    input: "src/web/client/main.ts",
    platform: "browser",
    plugins: [licences()],
    output: {
      dir: "dist/client",
      minify: true,
      entryFileNames: "[name]-[hash].js",
      chunkFileNames: "[name]-[hash].js",
    },
  },
];

export default built;

function tasks(): readonly string[] {
  const folder = fileURLToPath(new URL("src/cli/tasks", import.meta.url));
  return readdirSync(folder).map((name) => `cli/tasks/${name.replace(/\.ts$/, "")}`);
}

/** Writes what the packages whose code is built in ask to be said with it. */
function licences(): Plugin {
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
      const folders = new Set(
        modules.flatMap((module) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? []),
      );
      const texts = [...folders].sort().map(licenceOf);
      this.emitFile({ type: "asset", fileName: "LICENCES.txt", source: texts.join(`\n\n${"-".repeat(80)}\n\n`) });
    },
  };
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : `\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
  return `${name} ${version} (${license})${text}`;
}
