import type { Child } from "./children.ts";
import { loaded, type Round } from "./load.ts";
import type { Request } from "./requests.ts";

/** One of those that are loaded in turn. */
export interface Contestant {
  readonly name: string;
  readonly child: Child;
  readonly status?: number;
  /** A round's stream of requests. */
  readonly requests: (round: number) => () => Request;
}

export interface Result {
  readonly query: string;
  readonly server: string;
  /** Milliseconds of CPU a request; of the rounds the middle one, as are the others. */
  readonly cpu: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Bytes. */
  readonly rss: number;
  /** The product's CPU a request by this floor's in the same round; null for the product itself. */
  readonly ratio: { readonly median: number; readonly least: number; readonly most: number } | null;
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

/**
 * Load before the first counted round, for each the same: servers run for days, so that their code is compiled and their
 * caches are filled by then.
 */
const warmUp = { seconds: 10, least: 10_000 };

/** Loads each in turn, round by round, the product last; before that each once, uncounted. */
export async function measured(
  query: string,
  contestants: readonly Contestant[],
  { rounds, seconds, connections }: Pace,
): Promise<readonly Result[]> {
  const done = contestants.map((): Round[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { child, status = 200, requests }] of contestants.entries()) {
      const length = round === 0 ? warmUp : { seconds };
      const one = await loaded({ child, ...length, connections, status, next: requests(round) });
      if (round > 0) done[at]?.push(one);
    }
  }
  const product = done.at(-1) ?? [];
  return contestants.map(({ name }, at) => resultOf(query, name, { rounds: done[at] ?? [], product }));
}

function resultOf(
  query: string,
  server: string,
  { rounds, product }: { readonly rounds: readonly Round[]; readonly product: readonly Round[] },
): Result {
  const middle = (of: (round: Round) => number) => median(rounds.map(of));
  const ratios = rounds.map(({ cpu }, round) => (product[round]?.cpu ?? Number.NaN) / cpu);
  return {
    query,
    server,
    cpu: middle(({ cpu }) => cpu * 1000),
    perSecond: middle(({ requests, seconds }) => requests / seconds),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
    rss: middle(({ rss }) => rss),
    ratio:
      rounds === product
        ? null
        : { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) },
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
