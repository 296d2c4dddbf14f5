import type { Store } from "../store/open.ts";
import { perRevision } from "./per-revision.ts";

/** What one revision of a graph answers, by question, so that paging through a long list computes it once. */
type Answers = Map<string, Remembered>;

interface Remembered {
  readonly items: readonly unknown[];
  readonly weight: number;
  /** Forgets it, unless it is put off. */
  readonly forgetting: NodeJS.Timeout;
}

const answersIn = perRevision((): Answers => new Map());
/** Lists kept, and what they weigh together: ten megabytes about. */
const maxLists = 16;
const maxWeight = 10_000;
/** What one alone may weigh, as long as none is asked for after it. */
const maxLast = 100_000;
/** Milliseconds for which a list is kept that nobody asks for: who pages through it asks within seconds. */
const maxIdle = 10_000;

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
  const forgetting =
    known?.forgetting.refresh() ?? setTimeout(() => answers.delete(question), maxIdle).unref();
  answers.set(question, { items, weight, forgetting });
  forgetOldest(answers);
  return items;
}

function forgetOldest(answers: Answers): void {
  let total = [...answers.values()].reduce((sum, { weight }) => sum + weight, 0);
  for (const [question, { weight, forgetting }] of answers) {
    const most = answers.size === 1 ? maxLast : maxWeight;
    if (answers.size <= maxLists && total <= most) return;
    clearTimeout(forgetting);
    answers.delete(question);
    total -= weight;
  }
}
