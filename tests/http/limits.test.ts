import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { exampleQueries } from "../../src/http/examples.ts";
import { errorOf, type Post, served } from "./served.ts";

const { post } = served();

/** `{ issues { nodes { children { … { label } } } } }`, so many fields deep. */
function nested(depth: number): string {
  const inner = depth - 2;
  return `{ issues(first: 1) { nodes { ${"children { ".repeat(inner - 1)} label ${"} ".repeat(inner - 1)} } } }`;
}

function aliased(count: number): string {
  return `{ ${Array.from({ length: count }, (_, index) => `a${index}: dataset { revision }`).join(" ")} }`;
}

/** A query of so many tokens: a list of ids, and twenty others. */
function worded(tokens: number): string {
  return `{ positions(where: { actor: { in: [${'"a" '.repeat(tokens - 20)}] } }) { totalCount } }`;
}

async function refusal(query: string, over?: Post) {
  const response = await post(query, over);
  const { code, message } = await errorOf(response);
  return { status: response.status, code, message };
}

const allowed = { status: 200, code: undefined, message: "" };

describe("a GraphQL document", () => {
  it("may be 12 fields deep, not 13", async () => {
    expect(await refusal(nested(12))).toEqual(allowed);
    expect(await refusal(nested(13))).toEqual({
      status: 400,
      code: "TOO_DEEP",
      message: "The operation is 13 fields deep; 12 are allowed. Ask in two requests.",
    });
  });

  it("is as deep as its fragments make it", async () => {
    const fragment = `query { issues(first: 1) { nodes { ...A } } } fragment A on Issue { ${"children { ".repeat(11)} label ${"} ".repeat(11)} }`;
    expect(await refusal(fragment)).toMatchObject({ status: 400, code: "TOO_DEEP" });
  });

  it("may have 1,000 tokens, not 1,001", async () => {
    expect(await refusal(worded(1000))).toEqual(allowed);
    expect(await refusal(worded(1001))).toEqual({
      status: 400,
      code: "TOO_MANY_TOKENS",
      message: "The document has more than 1000 tokens. Ask in several requests.",
    });
  });

  it("may ask for one field under 15 names, not 16", async () => {
    expect(await refusal(aliased(15))).toEqual(allowed);
    expect(await refusal(aliased(16))).toEqual({
      status: 400,
      code: "TOO_MANY_ALIASES",
      message: "“dataset” is asked for under 16 names; 15 are allowed. Ask in several requests.",
    });
  });

  it("cannot hide names in fragments", async () => {
    const names = (from: number) =>
      Array.from({ length: 8 }, (_, index) => `a${from + index}: dataset { revision }`).join(" ");
    const query = `{ ...A ... on Query { ${names(8)} } } fragment A on Query { ${names(0)} }`;
    expect(await refusal(query)).toMatchObject({ status: 400, code: "TOO_MANY_ALIASES" });
  });

  it("cannot hide names by writing the field above twice", async () => {
    const names = (from: number) =>
      Array.from({ length: 8 }, (_, index) => `a${from + index}: revision`).join(" ");
    const twice = `{ x: dataset { ${names(0)} } ...A } fragment A on Query { x: dataset { ${names(8)} } }`;
    expect(await refusal(twice)).toMatchObject({ status: 400, code: "TOO_MANY_ALIASES" });
    const apart = `{ x: dataset { ${names(0)} } y: dataset { ${names(8)} } }`;
    expect(await refusal(apart)).toEqual(allowed);
  });

  it("whose fragments multiply is refused, and keeps nobody waiting", async () => {
    const level = (at: number) =>
      `fragment F${at} on Issue { ${Array.from({ length: 8 }, (_, index) => `a${index}: parent { id b${index}: label ${at < 9 ? `...F${at + 1}` : ""} }`).join(" ")} }`;
    const query = `{ issues { nodes { ...F0 } } } ${Array.from({ length: 10 }, (_, at) => level(at)).join(" ")}`;
    const before = performance.now();
    expect(await refusal(query)).toMatchObject({ status: 400 });
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it("may go through the whole graph a few times, however little it then gives", async () => {
    const lists = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: positions(first: 0, asOf: {validAt: "${2000 + index}-01-01"}) { totalCount }`).join(" ")} }`;
    expect(await refusal(lists(9))).toEqual(allowed);
    expect(await refusal(lists(10))).toMatchObject({ status: 400, code: "TOO_COSTLY" });
    const below = (count: number) => `{ issues { nodes { ...A } } } fragment A on Issue ${lists(count)}`;
    expect(await refusal(below(9))).toEqual(allowed);
    expect(await refusal(below(10))).toMatchObject({ status: 400, code: "TOO_COSTLY" });
  });

  it("cannot ask for much of each of many rows, nor for many texts", async () => {
    const rows = "{ positionMatrix { actor { stances(first: 95) { nodes { id } } } } }";
    expect(await refusal(rows)).toMatchObject({ status: 400, code: "TOO_COSTLY" });
    const texts = (first: number) => `{ documents(first: ${first}) { nodes { text } } }`;
    expect(await refusal(texts(20))).toEqual(allowed);
    expect(await refusal(texts(100))).toMatchObject({ status: 400, code: "TOO_COSTLY" });
  });

  it("cannot search for each of many", async () => {
    const query = '{ actors(first: 100) { nodes { stances(search: "troops") { totalCount } } } }';
    expect(await refusal(query)).toMatchObject({ status: 400, code: "TOO_COSTLY" });
  });

  it("takes variables of 32 levels and 10,000 values, no more", async () => {
    const query = "query ($w: ActorWhere) { actors(where: $w, first: 0) { totalCount } }";
    const nested = (levels: number) =>
      Array.from({ length: levels }).reduce((inner: object) => ({ NOT: inner }), {});
    expect(await refusal(query, { variables: { w: nested(20) } })).toEqual(allowed);
    expect(await refusal(query, { variables: { w: nested(1_000) } })).toMatchObject({
      status: 400,
      code: "INVALID",
      message: "“variables”: nested deeper than 32 levels. Write it with fewer.",
    });
    const ids = Array.from({ length: 10_000 }, () => "a");
    expect(await refusal(query, { variables: { w: { id: { in: ids } } } })).toMatchObject({
      status: 400,
      code: "INVALID",
      message: "“variables”: more than 10000 values. Give them in several requests.",
    });
  });

  it("that spreads a fragment in itself is refused, and does not hang", async () => {
    const query = "{ issues { nodes { ...A } } } fragment A on Issue { children { ...A } }";
    expect(await refusal(query)).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
  });

  it("costs what it may give, with `first` as a literal", async () => {
    const query = (first: number) =>
      `{ issues(first: ${first}) { nodes { positions(first: 100) { nodes { stances(first: 100) { nodes { id } } } } } } }`;
    expect(await refusal(query(2))).toEqual(allowed);
    expect(await refusal(query(100))).toEqual({
      status: 400,
      code: "TOO_COSTLY",
      message: expect.stringMatching(
        /^The operation would cost \d+; 100000 are allowed\. Ask for fewer items with `first`/,
      ),
    });
  });

  it("costs what it may give, with `first` as a variable", async () => {
    const query = `query ($first: Int) { issues(first: $first) { nodes { positions(first: $first) { nodes { stances(first: $first) { nodes { id } } } } } } }`;
    expect(await refusal(query, { variables: { first: 5 } })).toEqual(allowed);
    expect(await refusal(query, { variables: { first: 100 } })).toMatchObject({
      status: 400,
      code: "TOO_COSTLY",
    });
  });

  it("costs by the operation that is run, and no other", async () => {
    const costly =
      "{ issues(first: 100) { nodes { positions(first: 100) { nodes { stances(first: 100) { nodes { id } } } } } } }";
    const query = `query Small { dataset { revision } } query Large ${costly}`;
    expect(await refusal(query, { operationName: "Small" })).toEqual(allowed);
    expect(await refusal(query, { operationName: "Large" })).toMatchObject({ code: "TOO_COSTLY" });
  });

  it("is refused alike whatever media type the caller accepts", async () => {
    for (const accept of ["application/json", "application/graphql-response+json"]) {
      const response = await post(nested(13), { headers: { accept } });
      expect([response.status, response.headers.get("content-type")]).toEqual([
        400,
        `${accept}; charset=utf-8`,
      ]);
    }
  });

  it("may be the introspection that GraphiQL asks for", async () => {
    expect(
      await refusal(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true })),
    ).toEqual(allowed);
  });

  it.each(
    exampleQueries
      .filter(({ query }) => !/^(mutation|subscription)/m.test(query))
      .map(({ name, query }) => [name, query]),
  )("may be the example “%s”", async (_name, query) => {
    expect(await refusal(query)).toEqual(allowed);
  });
});
