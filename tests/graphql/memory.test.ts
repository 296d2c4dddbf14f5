import { describe, expect, it, onTestFinished, vi } from "vitest";
import { remembered, rememberedBriefly } from "../../src/graphql/memory.ts";
import { worldStore } from "./world.ts";

describe("the memory of answers", () => {
  const counting = (length: number) => {
    let computed = 0;
    return { compute: () => [computed++, ...Array<number>(length - 1).fill(0)], times: () => computed };
  };

  it("keeps the sixteen lists asked for last", () => {
    const store = worldStore();
    const first = counting(1);
    remembered(store, "first", first.compute);
    for (let other = 0; other < 15; other += 1) remembered(store, `other ${other}`, () => [other]);
    remembered(store, "first", first.compute);
    remembered(store, "one more", () => [0]);
    remembered(store, "first", first.compute);
    expect(first.times()).toBe(1);
    for (let other = 0; other < 16; other += 1) remembered(store, `another ${other}`, () => [other]);
    remembered(store, "first", first.compute);
    expect(first.times()).toBe(2);
  });

  it("keeps no more than it has room for", () => {
    const store = worldStore();
    const [large, larger] = [counting(60_000), counting(100_001)];
    remembered(store, "large", large.compute);
    remembered(store, "as large", () => Array<number>(50_000).fill(0));
    remembered(store, "large", large.compute);
    remembered(store, "larger", larger.compute);
    remembered(store, "larger", larger.compute);
    expect([large.times(), larger.times()]).toEqual([2, 2]);
  });

  it("of lists of positions keeps one that is larger than all others may be until the next one", () => {
    const store = worldStore();
    const large = counting(100_000);
    for (const _time of [1, 2]) rememberedBriefly(store, "large", large.compute);
    expect(large.times()).toBe(1);
    rememberedBriefly(store, "another", () => [0]);
    rememberedBriefly(store, "large", large.compute);
    expect(large.times()).toBe(2);
  });

  it("forgets a list of positions that nobody asks for, and nothing else", () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const store = worldStore();
    const [list, network] = [counting(1), counting(1)];
    remembered(store, "network", network.compute);
    for (const _time of [1, 2, 3]) {
      rememberedBriefly(store, "list", list.compute);
      vi.advanceTimersByTime(9_000);
    }
    expect(list.times()).toBe(1);
    vi.advanceTimersByTime(1_000);
    rememberedBriefly(store, "list", list.compute);
    remembered(store, "network", network.compute);
    expect([list.times(), network.times()]).toEqual([2, 1]);
  });

  it("goes by what the items weigh", () => {
    const store = worldStore();
    const heavy = counting(10);
    for (const _time of [1, 2]) remembered(store, "heavy", heavy.compute, () => 10_001);
    expect(heavy.times()).toBe(2);
  });

  it("is another one for each graph", () => {
    const list = counting(1);
    remembered(worldStore(), "list", list.compute);
    remembered(worldStore(), "list", list.compute);
    expect(list.times()).toBe(2);
  });
});
