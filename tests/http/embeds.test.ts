import { describe, expect, it } from "vitest";
import { served } from "./served.ts";

describe("an embed", () => {
  it("is the view alone, in a frame of any site, without a script", async () => {
    const response = await served().ask("/embed/issues/us-withdrawal?at=2026-01-01");
    const page = await response.text();
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(page).toContain("should leave Iraq.");
    expect(page).toContain('href="/issues/us-withdrawal?at=2026-01-01"');
    expect(page).not.toMatch(/<script|<nav|<form/);
  });

  it("of what is not there is a 404", async () => {
    const { ask } = served();
    expect((await ask("/embed/issues/nothing")).status).toBe(404);
    expect((await ask("/embed/nowhere")).status).toBe(404);
  });

  it("is told by oEmbed, and found from its page", async () => {
    const { ask } = served();
    const html = { headers: { accept: "text/html" } };
    const page = await (await ask("/matrix?sort=name", html)).text();
    const href = /type="application\/json\+oembed"[^>]*href="([^"]*)"/.exec(page)?.[1] ?? "";
    const response = await ask(`${href.replaceAll("&amp;", "&")}&maxwidth=500`);
    expect(await response.json()).toEqual({
      version: "1.0",
      type: "rich",
      provider_name: "stancegraph",
      provider_url: "http://localhost:4000",
      title: "U.S.-Iraq talks on ending the U.S.-led coalition",
      html: '<iframe src="http://localhost:4000/embed/matrix?sort=name" width="500" height="600" title="U.S.-Iraq talks on ending the U.S.-led coalition" loading="lazy"></iframe>',
      width: 500,
      height: 600,
    });
  });

  it.each(["", "?url=https://elsewhere.org/matrix", "?url=/nowhere", "?url=/matrix&format=xml"])(
    "is refused of /oembed%s with a sentence",
    async (search) => {
      const response = await served().ask(`/oembed${search}`);
      expect(response.status).toBe(search.endsWith("xml") ? 501 : 404);
      expect(((await response.json()) as { readonly errors: readonly unknown[] }).errors).toHaveLength(1);
    },
  );
});
