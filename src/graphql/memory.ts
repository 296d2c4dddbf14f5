import type { Store } from "../store/open.ts";
import { perRevision } from "./per-revision.ts";

/** What one revision of a graph answers, by question, so that paging through a long list computes it once. */
type Answers = Map<string, { readonly items: readonly unknown[]; readonly weight: number }>;

const answersIn = perRevision((): Answers => new Map());
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
  const answers = answersIn(store);
  const known = answers.get(question);
  const items = (known?.items as readonly T[] | undefined) ?? compute();
  const weight = known?.weight ?? items.reduce((total, item) => total + weightOf(item), 0);
  // The one asked for last is forgotten last.
  answers.delete(question);
  answers.set(question, { items, weight });
  forgetOldest(answers);
  return items;
}

function forgetOldest(answers: Answers): void {
  let total = [...answers.values()].reduce((sum, { weight }) => sum + weight, 0);
  for (const [question, { weight }] of answers) {
    if (answers.size <= maxLists && total <= maxWeight) return;
    answers.delete(question);
    total -= weight;
  }
}
