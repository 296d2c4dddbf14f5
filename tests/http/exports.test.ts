import { describe, expect, it } from "vitest";
import { isArchive, isDatabase } from "../../src/export/format.ts";
import { exported, exportFormats } from "../../src/export/index.ts";
import { graph, importCoding } from "../ingest/graph.ts";
import { errorOf, served } from "./served.ts";

const { ask } = served();
const files = exportFormats.flatMap((format) => {
  const { name, extension, mediaType, writes } = format;
  const type = isDatabase(format) || isArchive(format) ? mediaType : `${mediaType}; charset=utf-8`;
  return writes.map((what) => [what, extension, type, name] as const);
});

describe("a download", () => {
  it.each(files)("of %s.%s is %s", async (what, extension, type) => {
    const response = await ask(`/export/${what}.${extension}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="${what}-r1.${extension}"`,
    );
    expect((await response.text()).length).toBeGreaterThan(100);
  });

  it("of a database is of the whole graph", async () => {
    const response = await ask("/export/graph.dna?asOf=2024-01-01");
    expect(response.status).toBe(400);
    expect((await errorOf(response)).message).toBe(
      "A database is of the whole graph; leave where, asOf and knownAt out.",
    );
  });

  it("is there for everything that can be exported", () => {
    expect(new Set(files.map(([what]) => what))).toEqual(new Set(exported.map(({ name }) => name)));
  });

  it("takes a filter, a day and an instant", async () => {
    const where = encodeURIComponent(
      JSON.stringify({ direction: { eq: "OPPOSES" }, holder: { is: { name: { contains: "parties" } } } }),
    );
    const rows = async (query: string) =>
      (await (await ask(`/export/stances.json?${query}`)).json()) as { readonly holder: string }[];
    expect((await rows(`where=${where}`)).map(({ holder }) => holder).sort()).toEqual([
      "actor:kurdish-parties",
      "actor:sunni-parties",
    ]);
    expect(await rows("asOf=2023-12-31")).toEqual([]);
    expect(await rows("knownAt=2024-12-31T00:00:00Z")).toEqual([]);
  });

  it("is not sent again while nothing has changed", async () => {
    const store = graph();
    const served_ = served({ store });
    const get = (headers: Record<string, string> = {}) => served_.ask("/export/stances.csv", { headers });
    const etag = (await get()).headers.get("etag") ?? "";
    expect((await get({ "if-none-match": etag })).status).toBe(304);
    importCoding(store, { stancegraph: 1, actors: [{ name: "Newcomers", kind: "GROUP" }] });
    expect((await get({ "if-none-match": etag })).status).toBe(200);
  });

  it("breaks off when the graph changes meanwhile", async () => {
    const store = graph();
    const response = await served({ store }).ask("/export/stances.csv");
    importCoding(store, { stancegraph: 1, actors: [{ name: "Newcomers", kind: "GROUP" }] });
    await expect(response.text()).rejects.toThrow(
      "The graph went from revision 1 to 2 while it was exported; ask again.",
    );
  });

  it("refuses a filter nested too deep", async () => {
    const where = encodeURIComponent(`${'{"NOT":'.repeat(33)}{}${"}".repeat(33)}`);
    expect(await errorOf(await ask(`/export/stances.csv?where=${where}`))).toMatchObject({
      code: "INVALID",
      message: '"where": nested deeper than 32 levels. Write it with fewer.',
    });
  });

  it("may be asked about by HEAD, without the body", async () => {
    const response = await ask("/export/stances.csv", { method: "HEAD" });
    expect([response.status, response.headers.get("content-type"), response.body]).toEqual([
      200,
      "text/csv; charset=utf-8",
      null,
    ]);
  });

  it.each([
    [
      "/export/stances.xml",
      404,
      "NOT_FOUND",
      'stances cannot be exported as "xml"; choose one of: csv (csv), json (json), jsonl (jsonl), jsonld (web-annotation), ann.zip (brat)',
    ],
    [
      "/export/opinions.csv",
      404,
      "NOT_FOUND",
      'There is no "opinions" to export; there are: stances, positions, actors,',
    ],
    ["/export/stances.csv?where={", 400, "INVALID", '"where" is not valid JSON'],
    ["/export/stances.csv?where=[]", 400, "INVALID", "Filter at where"],
    [
      '/export/stances.csv?where={"opinion":{"eq":"x"}}',
      400,
      "INVALID",
      'Filter at where: Field "opinion" is not defined by type "StanceWhere"',
    ],
    [
      '/export/positions.csv?where={"direction":{"eq":"YES"}}',
      400,
      "INVALID",
      'Filter at where.direction.eq: Value "YES" does not exist in "Direction" enum',
    ],
    ["/export/stances.csv?asOf=2023-02-29", 400, "INVALID", '"2023-02-29" is no date'],
    ["/export/stances.csv?knownAt=yesterday", 400, "INVALID", '"yesterday" is no instant'],
    [
      "/export/actors.csv?asOf=2024-01-01",
      400,
      "INVALID",
      "A date to look from goes with stances and positions only; leave it out for actors.",
    ],
    ["/export/graph.yaml?where={}", 400, "INVALID", 'graph takes no filter; leave "where" out.'],
    [
      "/export/stances.csv?limit=3",
      400,
      "INVALID",
      'There is no parameter "limit"; there are where, asOf and knownAt.',
    ],
  ])("like %s is refused in plain words", async (path, status, code, message) => {
    const response = await ask(encodeURI(path));
    const error = await errorOf(response);
    expect([response.status, error.code]).toEqual([status, code]);
    expect(error.message.slice(0, message.length)).toBe(message);
  });
});
