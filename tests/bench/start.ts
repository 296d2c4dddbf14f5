import type { Agent } from "node:http";
import { type Child, rssOf } from "./children.ts";
import { differenceOf } from "./difference.ts";
import { answerOf, type Request } from "./requests.ts";

export interface Start {
  /** Milliseconds from its start to its first correct answer. */
  readonly milliseconds: number;
  /** Bytes in RAM then. */
  readonly rss: number;
  readonly data: unknown;
}

/** Asks until the server answers, and notes when it did; what it answers must be what is expected. */
export async function started(
  agent: Agent,
  { port, pid, name, startedAt }: Child,
  { request, expected }: { readonly request: Request; readonly expected: unknown },
): Promise<Start> {
  while (performance.now() - startedAt < 60_000) {
    const answer = await answerOf(agent, port, request).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNREFUSED") throw error;
    });
    if (answer !== undefined) {
      const milliseconds = performance.now() - startedAt;
      const difference = expected === undefined ? null : differenceOf(answer, expected);
      if (difference !== null) throw new Error(`The ${name}'s first answer is wrong: ${difference}`);
      return { milliseconds, rss: rssOf(pid), data: answer };
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`The ${name} did not answer within a minute.`);
}
