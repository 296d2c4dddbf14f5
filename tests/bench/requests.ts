import type { Agent } from "node:http";
import { type Asked, ask } from "./ask.ts";
import type { BenchQuery, Params, World } from "./queries.ts";
import { random } from "./random.ts";

export type Request = Omit<Asked, "port">;

/** How the product is asked. */
export function productRequest({ document }: Pick<BenchQuery, "document">, variables: Params): Request {
  return { path: "/graphql", body: JSON.stringify({ query: document, variables }) };
}

/** How the floor is asked. */
export function floorRequest(path: string, params: Params): Request {
  return { path: `/${path}`, body: JSON.stringify(params) };
}

/** Parameters by a seed, none like another as long as there are others. */
export function paramsFrom({ params }: BenchQuery, world: World, seed: number): () => Params {
  const next = random(seed);
  const seen = new Set<string>();
  return () => {
    for (let tries = 0; ; tries += 1) {
      const chosen = params(next, world);
      const key = JSON.stringify(chosen);
      if (seen.has(key) && tries < 20) continue;
      seen.add(key);
      return chosen;
    }
  };
}

/** What a server answers under `data`; throws its first error. */
export async function answerOf(agent: Agent, port: number, request: Request): Promise<unknown> {
  const { status, body } = await ask(agent, { port, ...request });
  if (!body.startsWith("{"))
    throw new Error(`The server on port ${port} answered ${status}: ${body.slice(0, 200)}`);
  const { data, errors = [] } = JSON.parse(body) as Answered;
  if (errors[0] !== undefined) throw new Error(errors[0].message);
  return data;
}

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}
