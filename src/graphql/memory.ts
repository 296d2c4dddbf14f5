import type { Store } from "../store/open.ts";

/** What one revision of a graph answers, by question, so that paging through a long list computes it once. */
interface Memory {
  revision: number;
  readonly answers: Map<string, readonly unknown[]>;
}

const memories = new WeakMap<Store, Memory>();
/** Lists kept, and items in them together: tens of megabytes at most. */
const maxLists = 16;
const maxItems = 100_000;

/** A list computed from the graph alone, remembered until the graph changes, whoever changes it. */
export function remembered<T>(store: Store, question: string, compute: () => readonly T[]): readonly T[] {
  const { answers } = memoryOf(store);
  const known = answers.get(question) as readonly T[] | undefined;
  const answer = known ?? compute();
  // The one asked for last is forgotten last.
  answers.delete(question);
  answers.set(question, answer);
  forgetOldest(answers);
  return answer;
}

function memoryOf(store: Store): Memory {
  const revision = store.dataset.revision();
  const known = memories.get(store);
  if (known?.revision === revision) return known;
  const memory = { revision, answers: new Map() };
  memories.set(store, memory);
  return memory;
}

function forgetOldest(answers: Map<string, readonly unknown[]>): void {
  let items = [...answers.values()].reduce((total, { length }) => total + length, 0);
  for (const [question, { length }] of answers) {
    if (answers.size <= maxLists && items <= maxItems) return;
    answers.delete(question);
    items -= length;
  }
}
