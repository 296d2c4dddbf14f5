import { serverAudits } from "graphql-http";
import { describe, expect, it } from "vitest";
import { served } from "./served.ts";

const { ask } = served();
const audits = serverAudits({
  url: "http://localhost:4000/graphql",
  fetchFn: (url: string, init?: RequestInit) => ask(url, init),
});

describe("GraphQL over HTTP, by the audits of graphql-http", () => {
  it("is audited in full", () => {
    expect(audits.length).toBeGreaterThan(60);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    "%s %s",
    async (_id, _name, audit) => {
      const result = await audit.fn();
      expect(result.status === "ok" ? "ok" : `${result.status}: ${result.reason}`).toBe("ok");
    },
  );
});
