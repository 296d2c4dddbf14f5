import { GraphQLError, graphql } from "graphql";
import { describe, expect, it } from "vitest";
import { errorCodes, RejectedError, StanceGraphError } from "../../src/domain/error.ts";
import { contextOf } from "../../src/graphql/context.ts";
import { graphqlErrorOf, userErrorOf } from "../../src/graphql/errors.ts";
import { schema } from "../../src/graphql/schema.ts";
import { worldStore } from "./world.ts";

describe("errors", () => {
  it.each(errorCodes)("tells %s by its code in capitals, in its place", (code) => {
    const cause = new StanceGraphError(code, "So it is.", ["where", "actor"]);
    const told = graphqlErrorOf(new GraphQLError("So it is.", { originalError: cause, path: ["actors"] }));
    expect(told?.toJSON()).toEqual({
      message: "So it is.",
      path: ["actors"],
      extensions: { code: code.toUpperCase(), argumentPath: ["where", "actor"] },
    });
  });

  it("tells every problem of a rejected coding", () => {
    const problem = { file: "a.yaml", line: 3, field: "stances[0].holder", message: "No such actor." };
    expect(graphqlErrorOf(new RejectedError([problem]))?.extensions.problems).toEqual([problem]);
  });

  it("keeps the place in the answer apart from the place in the input", async () => {
    const contextValue = contextOf({ store: worldStore(), who: "Grace", scope: "read" });
    const source =
      "{ dataset { title } list: actors(where: {NOT: {name: {in: []}}}, first: 1, last: 1) { totalCount } }";
    const { errors = [] } = await graphql({ schema, source, contextValue });
    expect(errors.map((error) => [error.path, error.extensions.code, error.locations])).toEqual([
      [["list"], "INVALID", [{ line: 1, column: 21 }]],
    ]);
    expect(graphqlErrorOf(errors[0])?.originalError).toBeInstanceOf(StanceGraphError);
  });

  it("passes on what GraphQL itself says of a document", () => {
    const error = new GraphQLError('Cannot query field "x" on type "Query".');
    expect(graphqlErrorOf(error)).toBe(error);
  });

  it("keeps anything unexpected to itself", () => {
    expect(graphqlErrorOf(new TypeError("x is not a function"))).toBeNull();
    expect(graphqlErrorOf(new GraphQLError("Oh", { originalError: new Error("Oh") }))).toBeNull();
  });

  it.each([
    ["invalid", "InvalidInputError"],
    ["not_found", "NotFoundError"],
    ["conflict", "ConflictError"],
    ["forbidden", "ForbiddenError"],
    ["unavailable", "UnavailableError"],
    ["corrupt", "UnavailableError"],
  ] as const)("has a type for %s", (code, type) => {
    const told = userErrorOf(new StanceGraphError(code, "So it is."));
    expect([told.constructor.name, told.code]).toEqual([type, code]);
  });
});
