import { describe, expect, it } from "vitest";
import { responseCache } from "../../src/http/response-cache.ts";

function answer(bytes: number) {
  return { operation: null, etag: '"x"', headers: [], headers304: [], body: Buffer.alloc(bytes) };
}

describe("the memory of responses", () => {
  it("keeps what was asked for last, up to its size", () => {
    const cache = responseCache(160_000);
    // An entry is reckoned to take 1,000 bytes besides its texts; forty of these do not fit into a half.
    for (let each = 0; each < 39; each += 1) {
      cache.keep(1, String(each), answer(1_000));
      cache.get(1, "0");
    }
    cache.keep(1, "39", answer(1_000));
    const left = Array.from({ length: 40 }, (_, each) => each).filter(
      (each) => cache.get(1, String(each)) === undefined,
    );
    expect(left).toEqual([1]);
  });

  it("keeps large ones apart, which push out each other only", () => {
    const cache = responseCache(160_000);
    for (let each = 0; each < 20; each += 1) cache.keep(1, `small ${each}`, answer(1_000));
    for (let each = 0; each < 5; each += 1) cache.keep(1, `large ${each}`, answer(18_000));
    expect(Array.from({ length: 20 }, (_, each) => cache.get(1, `small ${each}`))).not.toContain(undefined);
    expect(Array.from({ length: 5 }, (_, each) => cache.get(1, `large ${each}`) !== undefined)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
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
