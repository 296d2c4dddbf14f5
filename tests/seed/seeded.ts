import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Stance } from "../../src/domain/stance.ts";
import { importFiles } from "../../src/ingest/import.ts";
import { openStore, type Store } from "../../src/store/open.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const seedFolder = `${root}seed/us-iraq-talks/`;
export const codingFile = `${seedFolder}coding.yaml`;
export const author = { who: "tests", why: null };

export function articleBytes(): Buffer {
  return readFileSync(`${seedFolder}article.txt`);
}

/** A graph in memory that holds the seed and nothing else. */
export function seededStore(): Store {
  const store = openStore({ path: ":memory:", clock: () => new Date("2025-01-01T00:00:00Z") });
  importFiles(store, [codingFile], { author });
  return store;
}

/** All stances, by holder and issue, of which no two have both. */
export function stancesOf(store: Store): readonly Stance[] {
  const key = ({ holder, issue }: Stance) => `${holder} ${issue}`;
  return [...store.stances.all()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
