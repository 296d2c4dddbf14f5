import type { z } from "zod";
import { StanceGraphError } from "../domain/error.ts";

export interface Flaw {
  readonly path: readonly string[];
  readonly message: string;
}

/** A thing that is not of its kind's shape, with every flaw; the first speaks for them. */
export class ShapeError extends StanceGraphError {
  readonly flaws: readonly Flaw[];

  constructor(flaws: readonly Flaw[]) {
    super("invalid", flaws[0]?.message ?? "This has the wrong shape.", flaws[0]?.path);
    this.name = "ShapeError";
    this.flaws = flaws;
  }
}

/** Runs a reading of one field, putting the field's name before what goes wrong in it. */
export function at<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof StanceGraphError)) throw error;
    const own = field.split(".");
    const path = error.path[0] === own[0] && own.length === 1 ? error.path : [...own, ...error.path];
    throw new StanceGraphError(error.code, error.message, path);
  }
}

type Readings = Readonly<Record<string, () => unknown>>;

/** Reads several fields and tells all that is wrong in them, not only the first. */
export function gathered<R extends Readings>(readings: R): { readonly [K in keyof R]: ReturnType<R[K]> } {
  const values: Record<string, unknown> = {};
  const flaws: Flaw[] = [];
  for (const [field, read] of Object.entries(readings)) {
    try {
      values[field] = read();
    } catch (error) {
      if (!(error instanceof StanceGraphError)) throw error;
      if (!flaws.some(({ message }) => message === error.message)) flaws.push(error);
    }
  }
  const [only, ...others] = flaws;
  if (only !== undefined) throw others.length === 0 ? only : new ShapeError(flaws);
  return values as { readonly [K in keyof R]: ReturnType<R[K]> };
}

/** A thing read by its kind's shape; refused with every flaw where it is not of it. */
export function shaped<T>(schema: z.ZodType<T>, item: unknown): T {
  const unfit = unfitText(item);
  if (unfit !== null) throw new ShapeError([unfit]);
  const parsed = schema.safeParse(item);
  if (!parsed.success) throw new ShapeError(shapeProblems(parsed.error));
  return parsed.data;
}

/** What is wrong with the shape of an item, field by field, in plain words. */
export function shapeProblems(error: z.ZodError): readonly Flaw[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `There is no field "${key}" here; correct its name or leave it out.`,
      }));
    }
    return [{ path, message: shapeMessage(issue) }];
  });
}

function shapeMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return `Write one of: ${issue.values.join(", ")}.`;
    case "invalid_type":
      return issue.input === undefined && /undefined/.test(issue.message)
        ? "This is missing; add it."
        : `Write a ${issue.expected} here.`;
    case "too_small":
      return issue.origin === "string"
        ? "This is empty; write it or leave the field out."
        : `Write at least ${issue.minimum}.`;
    case "too_big":
      return `This is too ${issue.origin === "string" ? "long" : "large"}; at most ${issue.maximum}.`;
    case "invalid_format":
      return `This is no ${issue.format === "url" ? "URL; write it whole, as in https://example.org/page" : "name of this form; use letters, digits and hyphens"}.`;
    case "invalid_union":
      if (issue.message !== "Invalid input") return issue.message;
      return "This has the wrong shape; see schema/coding.schema.json.";
    default:
      return "This has the wrong shape; see schema/coding.schema.json.";
  }
}

/** Refuses text that no store and no other program could keep as it is: NUL characters and lone surrogates. */
export function unfitText(value: unknown, path: readonly string[] = []): Flaw | null {
  if (typeof value === "string") {
    if (value.includes("\0")) return { path, message: "The text holds a NUL character; remove it." };
    if (!value.isWellFormed())
      return { path, message: "The text holds half a character (a lone surrogate); restore or remove it." };
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  for (const [key, each] of Object.entries(value)) {
    const found = unfitText(key, path) ?? unfitText(each, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}
