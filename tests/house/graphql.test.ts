import { createRequire } from "node:module";
import SchemaBuilder from "@pothos/core";
import { GraphQLSchema } from "graphql";
import { createSchema } from "graphql-yoga";
import { expect, it } from "vitest";

const builder = new SchemaBuilder({});
builder.queryType({ fields: (t) => ({ one: t.int({ resolve: () => 1 }) }) });

it("loads one copy of graphql for our sources, Pothos and Yoga", () => {
  const ofNode = createRequire(import.meta.url)("graphql");
  expect(ofNode.GraphQLSchema).toBe(GraphQLSchema);
  expect(builder.toSchema()).toBeInstanceOf(GraphQLSchema);
  expect(createSchema({ typeDefs: "type Query { one: Int }" })).toBeInstanceOf(GraphQLSchema);
});
