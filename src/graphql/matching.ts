import { type Edtf, parseEdtf } from "../domain/edtf.ts";
import type { Where } from "../store/where.ts";
import type { Asked, AskedField } from "./where.ts";

/** A field of something computed, which no table holds. */
interface ComputedField<T> extends AskedField {
  /** Its value: a text, number, boolean or date; the id, for a relation; a list, of which one must do; or null. */
  readonly of: (item: T) => Value | readonly string[] | null;
}

type Value = string | number | boolean | Edtf;

export interface ComputedTable<T> extends Asked {
  readonly fields: Readonly<Record<string, ComputedField<T>>>;
}

/** The ids of what a filter lets through, in a table of the store. */
export type IdsOf = (table: Asked, where: Where) => ReadonlySet<string>;

type Test<T> = (item: T) => boolean;

/** Tests computed things by the grammar that the store applies to its tables. */
export function matcherOf<T>(where: Where, table: ComputedTable<T>, idsOf: IdsOf): Test<T> {
  const tests = entriesOf(where).map(([name, filter]): Test<T> => {
    const inner = (part: unknown) => matcherOf(part as Where, table, idsOf);
    if (name === "AND") return allOf((filter as Where[]).map(inner));
    if (name === "OR") return anyOf((filter as Where[]).map(inner));
    if (name === "NOT") return negated(inner(filter));
    return fieldTest(table.fields[name] as ComputedField<T>, filter as Where, idsOf);
  });
  return allOf(tests);
}

function fieldTest<T>(field: ComputedField<T>, filter: Where, idsOf: IdsOf): Test<T> {
  return allOf(
    entriesOf(filter).map(([comparison, operand]): Test<T> => {
      if (comparison === "isNull") return (item) => (field.of(item) === null) === operand;
      const test =
        field.kind === "one"
          ? among(field, comparison === "is" ? (operand as Where) : { id: { [comparison]: operand } }, idsOf)
          : comparisonTest(field, comparison, operand);
      return (item) => {
        const value = field.of(item);
        return Array.isArray(value)
          ? value.some((each) => test(each as never))
          : value !== null && test(value as never);
      };
    }),
  );
}

/** Ids go through the store too, which knows where those of merged things lead. */
function among({ table }: AskedField, where: Where, idsOf: IdsOf): Test<string> {
  const ids = idsOf((table as () => Asked)(), where);
  return (id) => ids.has(id);
}

function comparisonTest(
  { kind }: AskedField,
  comparison: string,
  operand: unknown,
): (value: never) => boolean {
  if (kind === "date") return dateTest(comparison, operand);
  const tests: Readonly<Record<string, (value: string | number) => boolean>> = {
    eq: (value) => value === operand,
    in: (value) => (operand as readonly unknown[]).includes(value),
    gt: (value) => value > (operand as string | number),
    gte: (value) => value >= (operand as string | number),
    lt: (value) => value < (operand as string | number),
    lte: (value) => value <= (operand as string | number),
    contains: (value) => String(value).toLowerCase().includes(String(operand).toLowerCase()),
  };
  return tests[comparison] as Test<string | number>;
}

/** Later than a date is what certainly is; earlier, likewise. */
function dateTest(comparison: string, operand: unknown): Test<Edtf> {
  if (comparison === "in") return ({ edtf }) => (operand as readonly string[]).includes(edtf);
  const bound = parseEdtf(operand as string);
  const tests: Readonly<Record<string, Test<Edtf>>> = {
    eq: ({ edtf }) => edtf === bound.edtf,
    gt: ({ earliest }) => earliest > bound.latest,
    gte: ({ earliest }) => earliest >= bound.earliest,
    lt: ({ latest }) => latest < bound.earliest,
    lte: ({ latest }) => latest <= bound.latest,
  };
  return tests[comparison] as Test<Edtf>;
}

function entriesOf(where: Where): readonly (readonly [string, unknown])[] {
  return Object.entries(where).filter(([, filter]) => filter !== undefined && filter !== null);
}

const allOf =
  <T>(tests: readonly Test<T>[]): Test<T> =>
  (item) =>
    tests.every((test) => test(item));
const anyOf =
  <T>(tests: readonly Test<T>[]): Test<T> =>
  (item) =>
    tests.some((test) => test(item));
const negated =
  <T>(test: Test<T>): Test<T> =>
  (item) =>
    !test(item);
