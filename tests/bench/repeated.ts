import type { Agent } from "node:http";
import { ask } from "./ask.ts";
import type { Child } from "./children.ts";
import type { BenchQuery, World } from "./queries.ts";
import { floorRequest, paramsFrom, productRequest } from "./requests.ts";
import { measured, type Pace, type Result } from "./rounds.ts";

export interface Servers {
  readonly agent: Agent;
  readonly floor: Child;
  readonly product: Child;
}

/** One request asked again and again: as it is, and by who has the answer already. The floor computes it each time. */
export async function repeated(
  { agent, floor, product }: Servers,
  { query, world, pace }: { readonly query: BenchQuery; readonly world: World; readonly pace: Pace },
): Promise<readonly Result[]> {
  const params = paramsFrom(query, world, 8)();
  const [floorAsked, asked] = [floorRequest(query.name, params), productRequest(query, params)];
  const again = { name: "floor", child: floor, requests: () => () => floorAsked };
  const same = await measured(
    "q8",
    [again, { name: "product", child: product, requests: () => () => asked }],
    pace,
  );
  const { headers } = await ask(agent, { port: product.port, ...asked });
  if (headers.etag === undefined) return same;
  const known = { ...asked, headers: { "if-none-match": headers.etag } };
  const current = { name: "product", child: product, status: 304, requests: () => () => known };
  return [...same, ...(await measured("q8-304", [again, current], pace))];
}
