import { readFileSync } from "node:fs";
import {
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
} from "graphql";
import { expect, it } from "vitest";
import { printedSchema } from "../../src/graphql/print.ts";
import { schema } from "../../src/graphql/schema.ts";

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

it("is the schema that is published", () => {
  expect(printedSchema()).toBe(readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8"));
});

it("is a valid schema", () => {
  expect(validateSchema(schema)).toEqual([]);
});

it("says what every type, field, argument, value and input means", () => {
  expect(types.flatMap(undescribed)).toEqual([]);
});

it("counts `first` in the cost of every connection", () => {
  const fields = types.flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []));
  const connections = fields.filter((field) => getNamedType(field.type).name.endsWith("Connection"));
  expect(connections.length).toBeGreaterThan(10);
  for (const { args } of connections)
    expect(args.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["first", "last", "after", "before"]),
    );
});

it("takes dryRun and why in every mutation, and answers with its payload or a typed error", () => {
  for (const { args, type, name } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const input = getNamedType(args[0]?.type);
    expect(isInputObjectType(input) && Object.keys(input.getFields()), name).toEqual(
      expect.arrayContaining(["dryRun", "why"]),
    );
    const members = schema.getPossibleTypes(getNamedType(type) as never).map((member) => member.name);
    expect(members, name).toEqual(
      expect.arrayContaining([
        "InvalidInputError",
        "NotFoundError",
        "ConflictError",
        "ForbiddenError",
        "UnavailableError",
      ]),
    );
    expect(
      members.filter((member) => member.endsWith("Payload")),
      name,
    ).toHaveLength(1);
  }
});

/** The places of a type that have no description; inherited ones are the interface's. */
function undescribed(type: GraphQLNamedType): string[] {
  const own = type.description ? [] : [type.name];
  if (isEnumType(type)) return [...own, ...unsaid(type.name, type.getValues())];
  if (isInputObjectType(type)) return [...own, ...unsaid(type.name, Object.values(type.getFields()))];
  if (isObjectType(type) || isInterfaceType(type)) {
    const fields = Object.values(type.getFields());
    return [
      ...own,
      ...unsaid(type.name, fields),
      ...fields.flatMap(({ name, args }) => unsaid(`${type.name}.${name}`, args)),
    ];
  }
  return own;
}

function unsaid(
  where: string,
  things: readonly { readonly name: string; readonly description?: string | null | undefined }[],
): string[] {
  return things.filter(({ description }) => !description?.trim()).map(({ name }) => `${where}.${name}`);
}
