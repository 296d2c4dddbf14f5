import type { Author } from "../../src/domain/coder.ts";
import { type ImportReport, importSources } from "../../src/ingest/import.ts";
import { textSource } from "../../src/ingest/source.ts";
import { openStore, type Store } from "../../src/store/open.ts";

export const author: Author = { who: "tester", why: null };
export const clock = () => new Date("2026-01-01T00:00:00Z");

export const text =
  "Miners said they support the tax. Owners oppose the tax, the owners' union said. " +
  "Miners would accept it only after talks. Miners said they support the strike.";

/** A small coding with one document, three actors and an issue; what is given is laid over it. */
export function codingWith(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    stancegraph: 1,
    coder: { name: "Ada" },
    documents: [{ id: "paper", title: "The paper", text, publishedOn: "2024-03-08" }],
    actors: [
      { name: "Miners", kind: "GROUP", names: ["Colliers", { name: "M.U.", type: "ACRONYM" }] },
      { name: "Owners", kind: "GROUP" },
      { id: "actor:owners-union", name: "Owners' union", kind: "ORGANIZATION", names: ["Union"] },
      { id: "actor:miners-union", name: "Miners' union", kind: "ORGANIZATION", names: ["Union"] },
    ],
    issues: [
      {
        id: "tax",
        label: "Tax",
        proposition: "Coal should be taxed.",
        pro: "Wants it.",
        contra: "Does not.",
        facets: { pace: ["immediate", "phased"] },
      },
    ],
    stances: [{ holder: "Miners", issue: "tax", direction: "SUPPORTS", quote: "they support the tax" }],
    ...over,
  };
}

/** One stance of the miners on the tax, with what is given laid over it. */
export function stanceWith(over: Record<string, unknown>): Record<string, unknown> {
  return { holder: "Miners", issue: "tax", direction: "SUPPORTS", quote: "they support the tax", ...over };
}

export function emptyStore(now: () => Date = clock): Store {
  return openStore({ path: ":memory:", clock: now });
}

export function importCoding(store: Store, coding: unknown, name = "coding.json"): ImportReport {
  return importSources(
    store,
    [textSource(name, typeof coding === "string" ? coding : JSON.stringify(coding))],
    { author },
  );
}

/** A store with the small coding in it. */
export function graph(over: Record<string, unknown> = {}): Store {
  const store = emptyStore();
  importCoding(store, codingWith(over));
  return store;
}
