import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isRequiredArgument,
} from "graphql";
import type { Context } from "../../../src/graphql/context.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { random } from "../../bench/random.ts";

/** Values for arguments, by the name of their type: some for each that a field cannot do without, and for filters. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** A query of the schema's own making: any fields, in any depth up to four, the same for the same seed. */
export function randomQuery(seed: number, values: Values): string {
  const next = random(seed);
  const chance = (share: number) => next() < share;
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const query = schema.getQueryType() as NonNullable<ReturnType<typeof schema.getQueryType>>;
  const roots = Object.values(query.getFields());
  const asked = Array.from({ length: 1 + Math.floor(next() * 2) }, (_, index) => {
    const root = pick(roots.filter((field) => canAsk(field)));
    return `r${index}: ${field(root, 4)}`;
  });
  return `{ ${asked.join(" ")} }`;

  function field({ name, args, type }: GraphQLField<unknown, Context>, depth: number): string {
    const given = args.flatMap((arg) => (isRequiredArgument(arg) || chance(0.3) ? argument(arg) : []));
    const list = given.length === 0 ? "" : `(${given.join(", ")})`;
    return `${name}${list}${selection(getNamedType(type), depth)}`;
  }

  function argument({ name, type }: GraphQLArgument): readonly string[] {
    const known = values[`${name}: ${getNamedType(type).name}`];
    return known === undefined ? [] : [`${name}: ${pick(known)}`];
  }

  function selection(type: GraphQLNamedType, depth: number): string {
    if (isLeafType(type)) return "";
    if (isAbstractType(type)) {
      const parts = schema.getPossibleTypes(type).filter(() => chance(0.6));
      return ` { __typename ${parts.map((part) => `... on ${part.name}${selection(part, depth - 1)}`).join(" ")} }`;
    }
    const fields = Object.values((type as typeof query).getFields()).filter((each) => canAsk(each));
    const leaves = fields.filter((each) => isLeafType(getNamedType(each.type)));
    const objects = depth <= 0 ? [] : fields.filter((each) => !isLeafType(getNamedType(each.type)));
    const chosen = [
      ...leaves.filter(() => chance(0.5)),
      ...objects.filter(() => chance(3 / (objects.length + 1))),
    ];
    const texts = chosen.map((each) => (chance(0.1) ? `a_${each.name}: ` : "") + field(each, depth - 1));
    return ` { ${["__typename", ...texts].slice(texts.length > 0 && chance(0.8) ? 1 : 0).join(" ")} }`;
  }

  function canAsk({ args }: GraphQLField<unknown, Context>): boolean {
    return args
      .filter(isRequiredArgument)
      .every(({ name, type }) => values[`${name}: ${getNamedType(type).name}`]);
  }
}
