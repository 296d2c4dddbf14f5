import { type GraphQLLeafType, isEnumType } from "graphql";
import type { Edtf } from "../../domain/edtf.ts";
import { Unplanned } from "./unplanned.ts";

/** Writes a value of a scalar or an enum as JSON, to the letter as graphql and JSON.stringify would. */
export type LeafText = (value: unknown) => string;

export function leafText(type: GraphQLLeafType): LeafText {
  if (isEnumType(type)) return enumText(new Map(type.getValues().map(({ name, value }) => [value, name])));
  switch (type.name) {
    case "String":
    case "ID":
    case "Date":
    case "DateTime":
      return (value) => (typeof value === "string" ? JSON.stringify(value) : serialized(type, value));
    case "EDTF":
      return (value) => {
        const text = (value as Partial<Edtf>).edtf;
        return typeof text === "string" ? JSON.stringify(text) : serialized(type, value);
      };
    case "Int":
      return (value) => (isInt(value) ? String(value) : serialized(type, value));
    case "Float":
      return (value) => (Number.isFinite(value) ? String(value) : serialized(type, value));
    case "Boolean":
      return (value) => (typeof value === "boolean" ? String(value) : serialized(type, value));
    default:
      return (value) => serialized(type, value);
  }
}

function enumText(names: ReadonlyMap<unknown, string>): LeafText {
  const texts = new Map([...names].map(([value, name]) => [value, JSON.stringify(name)]));
  return (value) => {
    const text = texts.get(value);
    if (text === undefined) throw new Unplanned();
    return text;
  };
}

function isInt(value: unknown): boolean {
  return typeof value === "number" && (value | 0) === value;
}

function serialized(type: GraphQLLeafType, value: unknown): string {
  const plain = type.serialize(value);
  if (plain === null || plain === undefined) throw new Unplanned();
  return JSON.stringify(plain);
}
