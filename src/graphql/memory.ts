import type { Store } from "../store/open.ts";

/** What one revision of a graph answers, by question, so that paging through a long list computes it once. */
interface Memory {
  revision: number;
  readonly answers: Map<string, { readonly items: readonly unknown[]; readonly weight: number }>;
}

const memories = new WeakMap<Store, Memory>();
/** Lists kept, and what they weigh together: tens of megabytes at most. */
const maxLists = 16;
const maxWeight = 100_000;

/**
 * A list computed from the graph alone, remembered until the graph changes, whoever changes it. An item weighs 1 unless
 * `weightOf` says more.
 */
export function remembered<T>(
  store: Store,
  question: string,
  compute: () => readonly T[],
  weightOf: (item: T) => number = () => 1,
): readonly T[] {
  const { answers } = memoryOf(store);
  const known = answers.get(question);
  const items = (known?.items as readonly T[] | undefined) ?? compute();
  const weight = known?.weight ?? items.reduce((total, item) => total + weightOf(item), 0);
  // The one asked for last is forgotten last.
  answers.delete(question);
  answers.set(question, { items, weight });
  forgetOldest(answers);
  return items;
}

function memoryOf(store: Store): Memory {
  const revision = store.dataset.revision();
  const known = memories.get(store);
  if (known?.revision === revision) return known;
  const memory = { revision, answers: new Map() };
  memories.set(store, memory);
  return memory;
}

function forgetOldest(answers: Memory["answers"]): void {
  let total = [...answers.values()].reduce((sum, { weight }) => sum + weight, 0);
  for (const [question, { weight }] of answers) {
    if (answers.size <= maxLists && total <= maxWeight) return;
    answers.delete(question);
    total -= weight;
  }
}
