import { describe, expect, it } from "vitest";
import { served } from "./served.ts";

/** Width and height of a PNG, by its header. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe("a page's picture for those who link to it", () => {
  it("is where the page says that it is, of the same state", async () => {
    const { ask } = served();
    for (const path of ["/", "/issues/us-withdrawal", "/actors/haider-al-abadi", "/matrix?at=2026-01-01"]) {
      const page = await (await ask(path, { headers: { accept: "text/html" } })).text();
      const image = new URL(/property="og:image" content="([^"]*)"/.exec(page)?.[1] ?? "");
      expect(image.pathname + image.search).toBe(`/card${path}`);
      const response = await ask(image.pathname + image.search);
      expect(response.headers.get("content-type")).toBe("image/png");
      const png = Buffer.from(await response.arrayBuffer());
      expect(sizeOf(png)).toEqual([1200, 630]);
      expect(png.length).toBeGreaterThan(10_000);
    }
  });

  it("differs where what it shows differs, and is kept until then", async () => {
    const { ask } = served();
    const bytes = async (path: string) => Buffer.from(await (await ask(path)).arrayBuffer());
    const now = await bytes("/card/issues/us-withdrawal");
    expect(now.equals(await bytes("/card/issues/us-withdrawal"))).toBe(true);
    expect(now.equals(await bytes("/card/issues/us-withdrawal?at=2026-01-01"))).toBe(false);
    const etag = (await ask("/card/matrix")).headers.get("etag") ?? "";
    expect((await ask("/card/matrix", { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it.each(["/card/nowhere", "/card/issues/nothing", "/card"])("%s is none, and is told", async (path) => {
    const response = await served().ask(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });
});
