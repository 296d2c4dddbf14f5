import { type GraphQLField, isObjectType, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { costArguments } from "../../src/graphql/cost.ts";
import { costOfOperation } from "../../src/graphql/measure.ts";
import { schema } from "../../src/graphql/schema.ts";

describe("the memory of costs", () => {
  it("goes by every argument that a cost reads", () => {
    const read = new Set<string>();
    const args = new Proxy<Record<string, unknown>>(
      {},
      {
        get(_, name) {
          read.add(String(name));
          return name === "ids" ? [] : undefined;
        },
      },
    );
    for (const field of fields()) {
      const { complexity } = field.extensions;
      if (typeof complexity === "function") complexity(args, null, field);
    }
    expect([...read].sort()).toEqual([...costArguments].sort());
  });

  const costs = (query: string) => {
    const document = parse(query);
    return (variables: Record<string, unknown>) => costOfOperation(document, null, variables);
  };

  it("tells numbers, texts and lists of different lengths apart", () => {
    const actors = costs(
      "query ($n: Int, $s: String) { actors(first: $n, search: $s) { nodes { id name } } }",
    );
    const asked = [{ n: 1 }, { n: 100 }, { n: 1, s: "x" }, { n: 1, s: null }, {}];
    const fresh = asked.map((variables) =>
      costs("query ($n: Int, $s: String) { actors(first: $n, search: $s) { nodes { id name } } }")(variables),
    );
    expect([...asked, ...asked].map(actors)).toEqual([...fresh, ...fresh]);
    expect(fresh[0]).toBeLessThan(fresh[1] as number);
    expect(fresh[0]).toBeLessThan(fresh[2] as number);
    const nodes = costs("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }");
    expect(nodes({ ids: ["a", "b"] }) - nodes({ ids: ["c"] })).toBe(1);
  });

  it("still refuses variables that do not fit", () => {
    const actors = costs("query ($n: Int) { actors(first: $n) { nodes { id } } }");
    actors({ n: 1 });
    expect(() => actors({ n: "1" })).toThrow("Int cannot represent");
  });
});

function fields(): readonly GraphQLField<unknown, unknown>[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()));
}
