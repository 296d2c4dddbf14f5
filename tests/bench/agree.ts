import type { Agent } from "node:http";
import { differenceOf } from "./difference.ts";
import type { BenchQuery, World } from "./queries.ts";
import { answerOf, floorRequest, paramsFrom, productRequest } from "./requests.ts";

export interface Pair {
  readonly agent: Agent;
  readonly floor: number;
  readonly product: number;
}

/** Asks both so many times; throws with the first difference between their answers. */
export async function checkAgreement(
  { agent, floor, product }: Pair,
  query: BenchQuery,
  { world, times }: { readonly world: World; readonly times: number },
): Promise<void> {
  const next = paramsFrom(query, world, 7);
  for (let time = 0; time < times; time += 1) {
    const params = next();
    const ours = await answerOf(agent, product, productRequest(query, params));
    if (ours.error !== null) throw new Error(`${query.name} ${JSON.stringify(params)}: ${ours.error}`);
    for (const path of query.floors) {
      const { data } = await answerOf(agent, floor, floorRequest(path, params));
      const difference = differenceOf(ours.data, data);
      if (difference !== null) {
        throw new Error(
          `${query.name}: product and floor (${path}) differ for ${JSON.stringify(params)}: ${difference}`,
        );
      }
    }
  }
}

/** Why the product does not know a query; null when it does. */
export async function refusalOf(
  { agent, product }: Pair,
  query: BenchQuery,
  world: World,
): Promise<string | null> {
  const { data, error } = await answerOf(
    agent,
    product,
    productRequest(query, paramsFrom(query, world, 7)()),
  );
  return data === null ? error : null;
}
