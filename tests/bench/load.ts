import { type Asked, ask, connections } from "./ask.ts";
import { type Child, cpuOf, rssOf } from "./children.ts";

/** What a server did in a round. */
export interface Round {
  readonly requests: number;
  readonly seconds: number;
  /** Seconds of the server's CPU for one request, all its threads together. */
  readonly cpu: number;
  /** Milliseconds within which half of the answers came, and 99 in 100. */
  readonly p50: number;
  readonly p99: number;
  /** Bytes in RAM at the end. */
  readonly rss: number;
}

export interface Load {
  readonly child: Child;
  readonly seconds: number;
  /** It goes on, three times as long at most, until there were so many requests. */
  readonly least?: number;
  readonly connections: number;
  readonly status: number;
  /** The next request. */
  readonly next: () => Omit<Asked, "port">;
}

/** Keeps so many connections busy for some seconds; each asks again when it has its answer. */
export async function loaded(load: Load): Promise<Round> {
  const { child, seconds, least = 0, next, status } = load;
  const agent = connections(load.connections);
  const times: number[] = [];
  const cpu = cpuOf(child.pid);
  const start = performance.now();
  const isOver = (now: number) =>
    now >= start + seconds * 1000 && (times.length >= least || now >= start + seconds * 3000);
  const worker = async () => {
    for (let now = performance.now(); !isOver(now); ) {
      const reply = await ask(agent, { port: child.port, ...next() });
      if (reply.status !== status)
        throw new Error(`The ${child.name} answered ${reply.status}: ${reply.body.slice(0, 500)}`);
      const done = performance.now();
      times.push(done - now);
      now = done;
    }
  };
  try {
    await Promise.all(Array.from({ length: load.connections }, worker));
  } finally {
    agent.destroy();
  }
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return {
    requests: times.length,
    seconds: (performance.now() - start) / 1000,
    cpu: (cpuOf(child.pid) - cpu) / times.length,
    p50: quantile(0.5),
    p99: quantile(0.99),
    rss: rssOf(child.pid),
  };
}
