import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { started } from "./running.ts";
import { bearer } from "./served.ts";

it("a change while another program writes is refused soon, without the path of the file", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "stancegraph-")), "graph.db");
  const store = openStore({ path, clock: () => new Date("2026-01-01T00:00:00Z"), create: true });
  const headers = { authorization: bearer(store, "propose"), "content-type": "application/json" };
  const { url, lines } = await started({ store, settings: { busyMs: 20 } });
  const other = new Database(path);
  other.exec("begin immediate");
  const before = performance.now();
  const query = `mutation { addDocument(input: { title: "A" }) { __typename ... on UserError { message code } } }`;
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers,
    body: JSON.stringify({ query }),
  });
  expect(performance.now() - before).toBeLessThan(2_000);
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await response.json()).toEqual({
    data: {
      addDocument: {
        __typename: "UnavailableError",
        code: "UNAVAILABLE",
        message: "The database is locked by another program; end that one, or try again when it is done.",
      },
    },
  });
  expect(lines.some(({ reason }) => String(reason).includes(path))).toBe(true);
  other.close();
});
