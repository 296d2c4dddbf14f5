import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { type Source, selectionsOf } from "./fields.ts";
import { leafText } from "./leaf.ts";
import { objectColumn } from "./object.ts";
import type { Column, Run } from "./run.ts";
import { Unplanned } from "./unplanned.ts";

/** Writes the values of a field of some type, of which the nodes ask for the same. */
export function columnOf(source: Source, type: GraphQLOutputType, nodes: readonly FieldNode[]): Column {
  if (isNonNullType(type)) return present(valueColumn(source, type.ofType, nodes));
  const column = valueColumn(source, type, nodes);
  return (values, run) => withNulls(values, run, column);
}

function valueColumn(source: Source, type: GraphQLOutputType, nodes: readonly FieldNode[]): Column {
  if (isListType(type)) return listColumn(columnOf(source, type.ofType, nodes));
  if (isLeafType(type)) {
    const text = leafText(type);
    return (values) => values.map(text);
  }
  if (isAbstractType(type)) return abstractColumn(source, type, nodes);
  return objectColumn(source, type as GraphQLObjectType, selectionsOf(nodes));
}

function present(column: Column): Column {
  return (values, run) => {
    if (values.includes(null) || values.includes(undefined)) throw new Unplanned();
    return column(values, run);
  };
}

function withNulls(values: readonly unknown[], run: Run, column: Column): readonly string[] {
  const there = values.filter((value) => value !== null && value !== undefined);
  const texts = column(there, run);
  if (texts.length === values.length) return texts;
  let next = 0;
  return values.map((value) => (value === null || value === undefined ? "null" : (texts[next++] as string)));
}

/** The items of all lists together, so that they are read together. */
function listColumn(column: Column): Column {
  return (values, run) => {
    const lists = values.map((value) => {
      if (!Array.isArray(value)) throw new Unplanned();
      return value as readonly unknown[];
    });
    const texts = column(lists.length === 1 ? (lists[0] ?? []) : lists.flat(), run);
    let next = 0;
    return lists.map(({ length }) => {
      let text = "[";
      for (let index = 0; index < length; index += 1) text += (index === 0 ? "" : ",") + texts[next + index];
      next += length;
      return `${text}]`;
    });
  };
}

/** Each object is written as its own type is; those of one type together. */
function abstractColumn(source: Source, type: GraphQLAbstractType, nodes: readonly FieldNode[]): Column {
  const columns = new Map(
    source.schema
      .getPossibleTypes(type)
      .map((possible) => [possible.name, objectColumn(source, possible, selectionsOf(nodes))]),
  );
  const nameOf = (value: unknown, { context }: Run): string => {
    const name = type.resolveType?.(value, context, {} as never, type);
    if (typeof name !== "string" || !columns.has(name)) throw new Unplanned();
    return name;
  };
  return (values, run) => {
    const names = values.map((value) => nameOf(value, run));
    const texts: string[] = new Array(values.length).fill("");
    for (const name of new Set(names)) {
      const places = names.flatMap((each, place) => (each === name ? [place] : []));
      const written = (columns.get(name) as Column)(
        places.map((place) => values[place]),
        run,
      );
      for (const [index, place] of places.entries()) texts[place] = written[index] as string;
    }
    return texts;
  };
}
