import { describe, expect, it } from "vitest";
import { responseCache } from "../../src/http/response-cache.ts";

function answer(bytes: number) {
  return { operation: null, etag: '"x"', headers: [], headers304: [], body: Buffer.alloc(bytes) };
}

describe("the memory of responses", () => {
  it("keeps what was asked for last, up to its size", () => {
    const cache = responseCache(10_000);
    // An entry is reckoned to take 1,000 bytes besides its texts; ten of these do not fit.
    for (let each = 0; each < 9; each += 1) {
      cache.keep(1, String(each), answer(100));
      cache.get(1, "0");
    }
    cache.keep(1, "9", answer(100));
    const kept = Array.from({ length: 10 }, (_, each) => cache.get(1, String(each)) !== undefined);
    expect(kept).toEqual([true, false, true, true, true, true, true, true, true, true]);
  });

  it("keeps nothing that is an eighth of it", () => {
    const cache = responseCache(80_000);
    cache.keep(1, "large", answer(9_000));
    cache.keep(1, "small", answer(8_000));
    expect([cache.get(1, "large"), cache.get(1, "small")?.body.length]).toEqual([undefined, 8_000]);
  });

  it("keeps no more than the bytes of an answer", () => {
    const cache = responseCache(80_000);
    cache.keep(1, "question", { ...answer(0), body: Buffer.from("an answer") });
    const body = cache.get(1, "question")?.body;
    expect(body?.toString()).toBe("an answer");
    expect(body?.buffer.byteLength).toBe("an answer".length);
  });

  it("forgets all when the graph has another revision", () => {
    const cache = responseCache(80_000);
    cache.keep(1, "question", answer(1));
    expect(cache.get(2, "question")).toBeUndefined();
    expect(cache.get(1, "question")).toBeUndefined();
  });
});
