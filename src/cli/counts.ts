import type { Store } from "../store/open.ts";
import { grouped } from "./progress.ts";

/** `26 actors, 5 issues, 1 document and 14 stances` */
export function countsInWords(store: Store): string {
  const { actors, issues, documents, stances } = store.dataset.counts();
  return listed([
    counted(actors, "actor"),
    counted(issues, "issue"),
    counted(documents, "document"),
    counted(stances, "stance"),
  ]);
}

/** The same, but of a graph that takes long to count just what is known at once: `up to 1,000,000 stances` */
export function sizeInWords(store: Store): string {
  const atMost = store.projection.size();
  return atMost > soonCounted ? `up to ${counted(atMost, "stance")}` : countsInWords(store);
}

const soonCounted = 50_000;

/** `1 actor`, `2 actors` */
export function counted(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** `a, b and c` */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
