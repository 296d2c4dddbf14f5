import type { CsvRow } from "../analysis/network/shared.ts";

const axes = { organization: "HOLDER", person: "SPEAKER", author: "AUTHOR", concept: "ISSUE" } as const;
type Variable = keyof typeof axes;
const normalizations: Readonly<Record<string, string>> = { no: "NONE" };
const duplicates: Readonly<Record<string, string>> = { include: "NONE", acrossrange: "ALL" };

/** What to ask of the API for the settings of a matrix of the Discourse Network Analyzer. */
export function inputIn(row: CsvRow): Readonly<Record<string, unknown>> {
  const { networkType, qualifierAggregation = "", normalization = "" } = row;
  const [one, other] = [axes[row.variable1 as Variable], axes[row.variable2 as Variable]];
  const isOfIssues = networkType === "onemode" && one === "ISSUE";
  return {
    mode: networkType === "twomode" ? "TWO_MODE" : isOfIssues ? "ISSUES" : "ACTORS",
    rows: isOfIssues ? other : one,
    columns: isOfIssues ? one : other,
    aggregate: qualifierAggregation.toUpperCase(),
    normalize: normalizations[normalization] ?? normalization.toUpperCase(),
    duplicates: duplicates[row.duplicates ?? ""] ?? row.duplicates?.toUpperCase(),
    isolates: row.isolates === "TRUE",
    compat: "DNA",
    ...filterIn(row),
    ...windowIn(row),
  };
}

function windowIn({ options = "" }: CsvRow): Readonly<Record<string, unknown>> {
  const [, unit] = /timeWindow=(\w+)/.exec(options) ?? [];
  const [, size] = /windowSize=(\d+)/.exec(options) ?? [];
  const [, kernel] = /kernel=(\w+)/.exec(options) ?? [];
  if (unit === undefined) return {};
  return { window: { unit: unit.toUpperCase(), size: Number(size), kernel: kernel?.toUpperCase() ?? null } };
}

function filterIn({ options = "", start = "", stop = "" }: CsvRow): Readonly<Record<string, unknown>> {
  const [, variable, value = ""] = /excludeValues:(\w+)=(.*)$/.exec(options) ?? [];
  const isOnly = options.includes("invertValues=TRUE");
  const named = (field: string) => {
    const is = { [field]: { eq: value } };
    return isOnly ? is : { NOT: is };
  };
  return {
    ...(options.startsWith("start.date") && { from: start.slice(0, 10), to: stop.slice(0, 10) }),
    ...(variable === "concept" && { issues: named("label") }),
    ...(variable === "organization" && { actors: named("name") }),
    ...(variable === "agreement" && { levels: [0, 1].filter((level) => level !== Number(value)) }),
  };
}
