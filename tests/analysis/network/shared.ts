import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { root } from "../../seed/seeded.ts";

/** A folder of reference data beside the repository; null where it is not at hand, which is said aloud. */
export function sharedFolder(name: string): string | null {
  const folder = `${root}../shared/data/${name}`;
  if (existsSync(folder)) return folder;
  console.warn(`SKIPPED: the reference data ../shared/data/${name} are not at hand.`);
  return null;
}

export type CsvRow = Readonly<Record<string, string>>;

export function rowsOf(text: string): readonly CsvRow[] {
  return parse(text, { columns: true }) as readonly CsvRow[];
}

/** The files of a .tar.gz by name, without their folder. */
export function filesIn(archive: string): ReadonlyMap<string, string> {
  const tar = gunzipSync(readFileSync(archive));
  const files = new Map<string, string>();
  for (let at = 0; tar[at] !== undefined && tar[at] !== 0; ) {
    const name = tar.toString("utf8", at, tar.indexOf(0, at));
    const size = Number.parseInt(tar.toString("ascii", at + 124, at + 135), 8);
    files.set(name.slice(name.lastIndexOf("/") + 1), tar.toString("utf8", at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
