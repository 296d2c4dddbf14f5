import { afterEach, describe, expect, it } from "vitest";
import { type ComputePool, computePool, type PoolOptions } from "../../src/http/compute-pool.ts";
import { debateStore } from "../graphql/debate.ts";
import { post, started } from "./running.ts";

const pools: ComputePool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function pool(over: Partial<PoolOptions> = {}): ComputePool {
  const made = computePool({ threads: 1, deadlineMs: 20_000, queue: 1, ...over });
  pools.push(made);
  return made;
}

const small = { size: 3, weights: Float64Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0) };
/** All of a thousand tied to all: minutes of shortest ways. */
const large = { size: 1000, weights: new Float64Array(1_000_000).fill(1) };
const staying = () => new AbortController().signal;

describe("what takes seconds", () => {
  it("is answered over HTTP", async () => {
    const { url } = await started({ store: debateStore() });
    const response = await post(url, { query: "{ polarization(input: {network: {}}) { method sizes } }" });
    expect(await response.json()).toEqual({ data: { polarization: { method: "EXACT", sizes: [2, 3] } } });
  });

  it("is computed in a thread, which is used again", async () => {
    const compute = pool().computeFor(staying());
    for (let time = 0; time < 2; time += 1)
      expect([...((await compute("rank", small)).centralities.DEGREE ?? [])]).toEqual([1, 2, 1]);
  });

  it("ends at its deadline with a remedy, and the next one is served", async () => {
    const short = pool({ deadlineMs: 300 });
    await expect(short.computeFor(staying())("rank", large)).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("longer than the 0.3 seconds it may; ask for fewer actors"),
    });
  });

  it("ends when nobody waits for it, and lets the next in", async () => {
    const one = pool();
    const leaving = new AbortController();
    const given = one.computeFor(leaving.signal)("rank", large);
    const next = one.computeFor(staying())("rank", small);
    leaving.abort();
    await expect(given).rejects.toMatchObject({ code: "unavailable" });
    expect((await next).modularity).toBe(0);
  });

  it("turns away who would wait behind too many", async () => {
    const one = pool();
    const leaving = new AbortController();
    const [first, second] = [1, 2].map(() => one.computeFor(leaving.signal)("rank", large));
    await expect(one.computeFor(staying())("rank", small)).rejects.toMatchObject({
      message: "Too many others compute just now; try again soon.",
    });
    leaving.abort();
    await Promise.allSettled([first, second]);
  });
});
