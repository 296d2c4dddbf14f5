import { createRequire } from "node:module";
import { GraphQLSchema } from "graphql";
import { createSchema } from "graphql-yoga";
import { expect, it } from "vitest";

it("loads one copy of graphql for our sources and for the libraries that Node loads", () => {
  expect(createRequire(import.meta.url)("graphql").GraphQLSchema).toBe(GraphQLSchema);
  expect(createSchema({ typeDefs: "type Query { one: Int }" })).toBeInstanceOf(GraphQLSchema);
});
