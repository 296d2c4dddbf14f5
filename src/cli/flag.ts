import { UsageError } from "./exit.ts";

/** Something named on the command line: what it is called in help, and how its text becomes a value. */
export interface Flag<T> {
  /** What is written after it, as in `<day>`, or `[dir]` where it may be left out; null for a switch. */
  readonly value: string | null;
  readonly summary: string;
  /** The values it takes, where they are a closed list. */
  readonly choices?: readonly string[];
  /** The variable of the environment that speaks when the flag does not. */
  readonly env?: string;
  /** The flag without which it means nothing: written alone it is refused. */
  readonly onlyWith?: string;
  /** The flag that it contradicts: written together they are refused. */
  readonly notWith?: string;
  /** Each text given, in order; none when the flag is absent. */
  readonly read: (given: readonly string[]) => T;
}

/** Something placed on the command line. */
export interface Argument<T> {
  readonly summary: string;
  readonly isRequired: boolean;
  readonly isMany: boolean;
  readonly choices?: readonly string[];
  readonly read: (given: readonly string[]) => T;
}

type Parse<T> = (text: string) => T;
type More = Pick<Flag<unknown>, "choices" | "env" | "onlyWith">;

/** On when it is written. */
export function toggle(summary: string): Flag<boolean> {
  return { value: null, summary, read: (given) => given.length > 0 };
}

/** A flag with one value; null when absent. Written twice, the later one counts. */
export function option<T>(value: string, summary: string, parse: Parse<T>, more: More = {}): Flag<T | null> {
  const read = (given: readonly string[]) => {
    const last = given.at(-1);
    return last === undefined ? null : parse(last);
  };
  return { value, summary, ...more, read };
}

/** A flag with one value, and what it is when absent. */
export function optionOr<T>(
  fallback: T,
  value: string,
  summary: string,
  parse: Parse<T>,
  more: More = {},
): Flag<T> {
  const { read, ...rest } = option(value, summary, parse, more);
  return { ...rest, read: (given) => (given.length === 0 ? fallback : (read(given) as T)) };
}

/** A flag that may be written several times. */
export function options<T>(value: string, summary: string, parse: Parse<T>): Flag<readonly T[]> {
  return { value, summary: `${summary} Repeatable.`, read: (given) => given.map(parse) };
}

export function required(summary: string): Argument<string> {
  return { summary, isRequired: true, isMany: false, read: ([first = ""]) => first };
}

export function optional(summary: string): Argument<string | null> {
  return { summary, isRequired: false, isMany: false, read: ([first]) => first ?? null };
}

export function anyNumber(summary: string): Argument<readonly string[]> {
  return { summary, isRequired: false, isMany: true, read: (given) => given };
}

export function oneOrMore(summary: string): Argument<readonly string[]> {
  return { summary, isRequired: true, isMany: true, read: (given) => given };
}

/** A required argument out of a closed list. */
export function choice<T extends string>(summary: string, choices: readonly T[]): Argument<T> {
  const parse = oneOf(choices);
  return { summary, isRequired: true, isMany: false, choices, read: ([first = ""]) => parse(first) };
}

/** The text as it is. */
export const text: Parse<string> = (given) => given;

/** One of a closed list, in upper or lower case. */
export function oneOf<T extends string>(choices: readonly T[]): Parse<T> {
  return (given) => {
    const found = choices.find((choice) => choice.toLowerCase() === given.toLowerCase());
    if (found === undefined) throw new UsageError(`"${given}" is none of: ${choices.join(", ")}.`);
    return found;
  };
}

/** A whole number within a range. */
export function integer(least: number, most: number): Parse<number> {
  return (given) => {
    const number = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new UsageError(`"${given}" is no whole number from ${least} to ${most}.`);
  };
}

/** A number from some least on. */
export function decimal(least: number): Parse<number> {
  return (given) => {
    const number = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
    if (number >= least) return number;
    throw new UsageError(`"${given}" is no number from ${least} on, as in 0.5.`);
  };
}
