import type { Json } from "../../domain/attribute.ts";

/** A statement as DNA has it: a place in a document with the values of its type's variables. */
export interface Coded {
  readonly id: number;
  readonly type: string;
  readonly document: number;
  readonly start: number;
  readonly stop: number;
  readonly coder: number | null;
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

export type DataType = "short text" | "long text" | "integer" | "boolean";

export interface StatementType {
  readonly color: string | null;
  readonly variables: ReadonlyMap<string, DataType>;
}

export const usualType = "DNA Statement";
/** Stances that take no side: DNA's agreement knows only for and against. */
export const sidelessType = "Stance without a side";
const parts = ["person", "organization", "concept"];

/** The longest text of an entity, of an attribute and of a heading in DNA. */
const maxShort = 190;

export function isShort(text: string): boolean {
  return text.length <= maxShort && !text.includes("\n");
}

export function shortened(text: string): string {
  if (isShort(text)) return text;
  return `${text
    .replaceAll("\n", " ")
    .slice(0, maxShort - 1)
    .replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Numbers for things: the ones they ask for where these are free, else the next after all. */
export function numbered<T>(
  things: readonly T[],
  wanted: (thing: T) => number | null,
): ReadonlyMap<T, number> {
  const taken = new Set<number>();
  const numbers = new Map<T, number>();
  for (const thing of things) {
    const number = wanted(thing);
    if (number === null || number < 1 || !Number.isSafeInteger(number) || taken.has(number)) continue;
    taken.add(number);
    numbers.set(thing, number);
  }
  let next = Math.max(0, ...taken);
  for (const thing of things) {
    if (numbers.has(thing)) continue;
    next += 1;
    numbers.set(thing, next);
  }
  return numbers;
}

/** The variables of each type: as they were in DNA where the values still fit, else as the values are. */
export function typesOf(
  statements: readonly Coded[],
  known: ReadonlyMap<string, StatementType>,
): ReadonlyMap<string, StatementType> {
  const types = new Map(
    [...known].map(([label, { color, variables }]) => [label, { color, variables: new Map(variables) }]),
  );
  const usual = () => ({ color: null, variables: new Map<string, DataType>() });
  if (!types.has(usualType)) types.set(usualType, usual());
  for (const { type, values } of statements) {
    const own = types.get(type) ?? usual();
    types.set(type, own);
    for (const [name, value] of Object.entries(values)) {
      own.variables.set(name, parts.includes(name) ? "short text" : wider(own.variables.get(name), value));
    }
  }
  for (const name of [...parts].reverse()) {
    const own = types.get(usualType) as { variables: Map<string, DataType> };
    if (!own.variables.has(name)) own.variables = new Map([[name, "short text"], ...own.variables]);
  }
  const { variables } = types.get(usualType) as { variables: Map<string, DataType> };
  if (!variables.has("agreement")) variables.set("agreement", "boolean");
  return types;
}

function wider(known: DataType | undefined, value: string | number | boolean): DataType {
  const own = typeOf(value);
  if (known === undefined || known === own) return own;
  if (known === "long text" || own === "long text") return "long text";
  return "short text";
}

function typeOf(value: string | number | boolean): DataType {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "integer" : "short text";
  return isShort(value) ? "short text" : "long text";
}

/** The fields in which one thing differs from another; null: it has none. */
export function differences(
  item: Readonly<Record<string, unknown>>,
  plain: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Json>> {
  const names = new Set([...Object.keys(item), ...Object.keys(plain)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => canonical(item[name]) !== canonical(plain[name]))
      .map((name) => [name, (item[name] ?? null) as Json]),
  );
}

/** JSON with the names of objects in order; nothing, and what is empty, are the same. */
function canonical(value: unknown): string {
  const sorted = (each: unknown): unknown =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(
          Object.entries(each)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, inner]) => [name, sorted(inner)]),
        )
      : Array.isArray(each)
        ? each.map(sorted)
        : each;
  const text = JSON.stringify(sorted(value ?? null)) ?? "null";
  return text === "[]" || text === "{}" || text === '""' ? "null" : text;
}
