import type { Day, Instant } from "../domain/edtf.ts";
import type { RuleName } from "../domain/position.ts";
import type { Where } from "../store/where.ts";
import { UsageError } from "./exit.ts";
import { type Flag, integer, oneOf, option, optionOr, text } from "./flag.ts";
import { db } from "./flags.ts";
import { formatFlags } from "./output.ts";

/** The flags of every verb that asks: where, and how to write the answer. */
export const placeFlags = {
  db: { ...db, notWith: "url" },
  url: option("<url>", "Ask a server instead of a database here, as in http://127.0.0.1:4000.", text),
  key: option("<key>", "The key for that server.", text, { env: "STANCEGRAPH_KEY", onlyWith: "url" }),
};

export const askFlags = { ...placeFlags, ...formatFlags };

/** Dates are read by what knows their grammar, which help need not wait for. */
const day = async (given: string): Promise<Day> => (await import("../domain/edtf.ts")).parseDay(given);
const instant = async (given: string): Promise<Instant> =>
  (await import("../domain/edtf.ts")).parseInstant(given);

/** As of when. */
export const asOfFlags = {
  at: option("<day>", "As of a day, YYYY-MM-DD; undated stances then do not count.", day),
  knownAt: option("<instant>", "As known at an instant, ISO 8601 with its zone.", instant),
};

export function asOfIn({ at, knownAt }: { readonly at: string | null; readonly knownAt: string | null }) {
  return at === null && knownAt === null ? null : { validAt: at, knownAt };
}

/** Between which days. */
export const spanFlags = {
  from: option("<day>", "From this day on, YYYY-MM-DD; from the beginning when left out.", day),
  to: option("<day>", "To this day, YYYY-MM-DD; to the end when left out.", day),
};

const ruleNames: readonly RuleName[] = ["LATEST", "MODAL", "WEIGHTED", "ALL"];

/** How stances make a position. */
export const ruleFlags = {
  rule: option("<rule>", "How stances make a position; LATEST when left out.", oneOf(ruleNames), {
    choices: ruleNames,
  }),
  windowDays: option(
    "<days>",
    "Days that MODAL counts, and in which opposite sides contest.",
    integer(1, 36_500),
  ),
  halfLifeDays: option("<days>", "Days after which a stance weighs half under WEIGHTED.", integer(1, 36_500)),
};

export function ruleIn(input: {
  readonly rule: string | null;
  readonly windowDays: number | null;
  readonly halfLifeDays: number | null;
}) {
  const given = { name: input.rule, windowDays: input.windowDays, halfLifeDays: input.halfLifeDays };
  const rule = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  return Object.keys(rule).length === 0 ? null : rule;
}

/** The filter of the API and the exports: JSON, YAML, or as one would write it in GraphQL. */
export function whereFlag(example: string): Flag<Promise<Where | null>> {
  return {
    value: "<filter>",
    summary: `Only what this holds of, as in '${example}': the filter of the API, as JSON, YAML or GraphQL.`,
    read: async (given) => (given.length === 0 ? null : filterOf(given.at(-1) ?? "", example)),
  };
}

export const search = option(
  "<words>",
  "Only what has these words in it; the last one may be a beginning.",
  text,
);

/** Null: all. */
export const limit: Flag<number | null> = optionOr<number | null>(
  100,
  "<number>",
  'At most so many rows; 100 when left out, "all" for no limit.',
  (given) => (given === "all" ? null : integer(0, 1e9)(given)),
);

async function filterOf(given: string, example: string): Promise<Where> {
  const parsed = fromJson(given) ?? (await fromGraphql(given)) ?? (await fromYaml(given));
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed as Where;
  throw new UsageError(`"${given}" is no filter; write an object, as in '${example}'.`);
}

function fromJson(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

/** Enum values come out as text, which is how variables give them. */
async function fromGraphql(given: string): Promise<unknown> {
  const { GraphQLError, parseConstValue, valueFromASTUntyped } = await import("graphql");
  try {
    return valueFromASTUntyped(parseConstValue(given));
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

async function fromYaml(given: string): Promise<unknown> {
  const { parse, YAMLParseError } = await import("yaml");
  try {
    return parse(given);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new UsageError(`"${given}" is no filter: ${error.message.split("\n")[0]}`);
  }
}
