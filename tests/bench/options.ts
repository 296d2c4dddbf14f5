import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

export interface Options {
  readonly stances: number;
  /** Of a round. */
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
  /** How often both are asked the same before they are measured. */
  readonly checks: number;
  /** By name; all when empty. */
  readonly queries: readonly string[];
  /** Where the generated databases are kept. */
  readonly folder: string;
  readonly json: boolean;
}

const usage = `npm run bench -- [--stances 100000] [--seconds 5] [--rounds 3] [--connections 8] [--checks 300]
  [--queries q1,q2,q3,q4,q5,q6,q7,q8,q9] [--dir <folder for the databases>] [--json]`;

/** Reads the command line; bounds keep a slip from running for hours. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stances: { type: "string", default: "100000" },
      seconds: { type: "string", default: "5" },
      rounds: { type: "string", default: "3" },
      connections: { type: "string", default: "8" },
      checks: { type: "string", default: "300" },
      queries: { type: "string", default: "" },
      dir: { type: "string", default: join(tmpdir(), "stancegraph-bench") },
      json: { type: "boolean", default: false },
    },
  });
  return {
    stances: bounded("stances", values.stances, 10_000_000),
    seconds: bounded("seconds", values.seconds, 60),
    rounds: bounded("rounds", values.rounds, 50),
    connections: bounded("connections", values.connections, 64),
    checks: bounded("checks", values.checks, 10_000),
    queries: values.queries.split(",").filter((name) => name !== ""),
    folder: values.dir,
    json: values.json,
  };
}

function bounded(name: string, text: string, most: number): number {
  const number = Number(text);
  if (number > 0 && number <= most) return number;
  throw new Error(`--${name} is more than 0 and at most ${most}; ${text} was given.\n${usage}`);
}
