import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Source } from "./imports.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What is never part of the project, wherever it lies. Walking needs no git, so an unpacked archive tests too. */
const skipped = new Set([".git", "node_modules", "dist", "coverage"]);
const skippedEndings = /\.(db|db-wal|db-shm|tsbuildinfo)$/;

/** The paths of all files below a folder, from the repository's root, in name order. */
export function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(`${root}${folder}`, { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    if (skipped.has(entry.name) || skippedEndings.test(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
  return paths.sort();
}

export function textOf(path: string): string {
  return readFileSync(`${root}${path}`, "utf8");
}

/** The TypeScript sources below a folder. */
export function sourcesIn(folder: string): readonly Source[] {
  const paths = filesIn(folder).filter((path) => /\.tsx?$/.test(path));
  return paths.map((path) => ({ path, text: textOf(path) }));
}
