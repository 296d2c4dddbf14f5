import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../../src/graphql/schema.ts";
import { exampleQueries } from "../../src/http/examples.ts";
import { served } from "./served.ts";

const html = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

describe("GraphiQL", () => {
  it("is whole, from here, and may ask nobody else", async () => {
    const response = await served().ask("/graphql", html);
    const page = await response.text();
    expect(page.length).toBeGreaterThan(5_000_000);
    const markup = page.replaceAll(/<(script|style)>[\s\S]*?<\/\1>/g, "");
    expect(markup.length).toBeLessThan(2_000);
    expect(markup).not.toMatch(/https?:|\/\//);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'sha256-");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
  });

  it("is not sent again, and is sent compressed to who takes that", async () => {
    const { ask } = served();
    const headers = { ...html.headers, "accept-encoding": "gzip, br" };
    const response = await ask("/graphql", { headers });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(3_000_000);
    const again = await ask("/graphql", {
      headers: { ...headers, "if-none-match": response.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it("leaves programs that ask by GET their JSON", async () => {
    const response = await served().ask("/graphql?query={__typename}", {
      headers: { accept: "application/json" },
    });
    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
  });

  it.each(exampleQueries.map(({ name, query }) => [name, query]))(
    "has the example “%s”, which the schema takes",
    (_name, query) => {
      expect(validate(schema, parse(query))).toEqual([]);
    },
  );
});
