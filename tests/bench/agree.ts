import { differenceOf } from "./difference.ts";
import type { BenchQuery, Params, World } from "./queries.ts";
import { paramsFrom } from "./requests.ts";

/** Both sides, asked for what is under `data`; they throw what is wrong. */
export interface Sides {
  readonly product: (document: string, params: Params) => Promise<unknown>;
  readonly floor: (path: string, params: Params) => Promise<unknown>;
}

/** Long queries are checked fewer times. */
const longest = 30_000;

/** Asks both so many times; throws with the first difference between their answers. Returns how often it asked. */
export async function checkAgreement(
  { product, floor }: Sides,
  query: BenchQuery,
  { world, times }: { readonly world: World; readonly times: number },
): Promise<number> {
  const next = paramsFrom(query, world, 7);
  const start = performance.now();
  for (let time = 0; time < times; time += 1) {
    if (performance.now() - start > longest) return time;
    const params = next();
    const ours = await product(query.document, params);
    for (const path of query.floors) {
      const difference = differenceOf(ours, await floor(path, params));
      if (difference === null) continue;
      const asked = `${query.name} with ${JSON.stringify(params)}`;
      throw new Error(`Product and floor (${path}) differ for ${asked}: ${difference}`);
    }
  }
  return times;
}

/** What the product's schema says against a query; null when it knows all that the query asks for. */
export async function refusalOf(
  { product }: Pick<Sides, "product">,
  query: BenchQuery,
  world: World,
): Promise<string | null> {
  try {
    await product(query.document, paramsFrom(query, world, 7)());
    return null;
  } catch (error) {
    const { message } = error as Error;
    if (/^(Cannot query field|Unknown argument|Unknown type)/.test(message)) return message;
    throw error;
  }
}
