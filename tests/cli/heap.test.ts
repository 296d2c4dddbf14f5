import { expect, it } from "vitest";
import { shrinkHeap, tendHeap } from "../../src/cli/heap.ts";

it("a heap that has grown gives back what it holds no more", () => {
  tendHeap();
  const totals = [process.memoryUsage().heapTotal];
  let held: object[] | null = Array.from({ length: 500_000 }, (_, index) => ({ index, text: `t${index}` }));
  totals.push(process.memoryUsage().heapTotal);
  expect(held).toHaveLength(500_000);
  held = null;
  shrinkHeap();
  totals.push(process.memoryUsage().heapTotal);
  const [before, grown, after] = totals as [number, number, number];
  expect(grown - before).toBeGreaterThan(20e6);
  expect(grown - after).toBeGreaterThan((grown - before) / 2);
});
