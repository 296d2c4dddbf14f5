import { aggregates, normalizations } from "../../../src/analysis/network/index.ts";
import type { NetworkQuestion } from "../../../src/analysis/network/network.ts";
import type { CsvRow } from "./shared.ts";

const normalizationNames: Readonly<Record<string, string>> = { no: "NONE" };
const duplicateNames = {
  include: "NONE",
  document: "DOCUMENT",
  week: "WEEK",
  month: "MONTH",
  year: "YEAR",
  acrossrange: "ALL",
} as const;

/** What the settings of a matrix of the Discourse Network Analyzer ask for. */
export function questionIn(row: CsvRow): NetworkQuestion {
  const { networkType, variable1, qualifierAggregation, normalization = "", duplicates } = row;
  const oneMode = variable1 === "concept" ? "ISSUES" : "ACTORS";
  return {
    mode: networkType === "twomode" ? "TWO_MODE" : oneMode,
    ...measuresNamed(qualifierAggregation ?? "", normalization),
    duplicates: duplicateNames[duplicates as keyof typeof duplicateNames],
    isolates: row.isolates === "TRUE",
    compat: "DNA",
    ...filterIn(row),
  };
}

export function measuresNamed(aggregate: string, normalization: string) {
  const norm = normalizationNames[normalization] ?? normalization.toUpperCase();
  return {
    aggregate: named(aggregates, aggregate.toUpperCase()),
    normalization: named(normalizations, norm),
  };
}

function filterIn({ options = "", start = "", stop = "" }: CsvRow): Partial<NetworkQuestion> {
  const excluded = /excludeValues:(\w+)=(.*)$/.exec(options);
  const [, variable, value = ""] = excluded ?? [];
  const choice = options.includes("invertValues=TRUE") ? { only: [value] } : { but: [value] };
  return {
    ...(options.startsWith("start.date") && { from: dayOf(start), until: dayOf(stop) }),
    ...(variable === "concept" && { issues: choice }),
    ...(variable === "organization" && { actors: choice }),
    ...(variable === "agreement" && { withoutLevels: [Number(value)] }),
  };
}

function dayOf(instant: string): number {
  return Date.parse(`${instant.slice(0, 10)}T00:00:00Z`) / 86_400_000;
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  return list.find((each) => each.name === name) as T;
}
