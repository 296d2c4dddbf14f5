import type { Store } from "../store/open.ts";
import { perRevision } from "./per-revision.ts";

/**
 * A list computed from the graph alone, remembered until the graph changes, whoever changes it, so that paging through a
 * long one computes it once. An item weighs 1 unless `weightOf` says more.
 */
export type Remembered = <T>(
  store: Store,
  question: string,
  compute: () => readonly T[],
  weightOf?: (item: T) => number,
) => readonly T[];

interface Limits {
  readonly maxWeight: number;
  /** What one alone may weigh, as long as none is asked for after it. */
  readonly maxLast: number;
  /** Milliseconds for which a list is kept that nobody asks for; null: for as long as the graph stays the same. */
  readonly maxIdle: number | null;
}

/** What is kept of one revision of a graph, by question. */
type Answers = Map<string, Kept>;

interface Kept {
  readonly items: readonly unknown[];
  readonly weight: number;
  /** Forgets it, unless it is put off. */
  readonly forgetting: NodeJS.Timeout | undefined;
}

const maxLists = 16;

/** What takes seconds to compute: a hundred megabytes at most. */
export const remembered = memoryOf({ maxWeight: 100_000, maxLast: 100_000, maxIdle: null });

/** What takes less, ten megabytes about, for who pages through it: the next page is asked for within seconds. */
export const rememberedBriefly = memoryOf({ maxWeight: 10_000, maxLast: 100_000, maxIdle: 10_000 });

function memoryOf({ maxWeight, maxLast, maxIdle }: Limits): Remembered {
  const answersIn = perRevision((): Answers => new Map());

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

  return <T>(
    store: Store,
    question: string,
    compute: () => readonly T[],
    weightOf: (item: T) => number = () => 1,
  ) => {
    const answers = answersIn(store);
    const known = answers.get(question);
    const items = (known?.items as readonly T[] | undefined) ?? compute();
    const weight = known?.weight ?? items.reduce((total, item) => total + weightOf(item), 0);
    const forgetting =
      known?.forgetting?.refresh() ??
      (maxIdle === null ? undefined : forgetAfter(maxIdle, answers, question));
    // The one asked for last is forgotten last.
    answers.delete(question);
    answers.set(question, { items, weight, forgetting });
    forgetOldest(answers);
    return items;
  };
}

/** Apart from where lists are made: a timer made there would keep all that the request has loaded. */
function forgetAfter(milliseconds: number, answers: Answers, question: string): NodeJS.Timeout {
  return setTimeout(() => answers.delete(question), milliseconds).unref();
}
