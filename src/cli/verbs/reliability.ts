import { whereFlag } from "../asking.ts";
import { aboutFlags, actorsNamed, among, issuesNamed } from "../named.ts";
import { rowsVerb } from "../read.ts";
import type { Column, Row } from "../row.ts";

interface Answer {
  readonly reliability: {
    readonly coders: number;
    readonly units: number;
    readonly alone: number;
    readonly fields: readonly {
      readonly field: string;
      readonly level: string;
      readonly alpha: number | null;
    }[];
  };
}

const columns: readonly Column[] = [
  { name: "field", summary: "What coders decided." },
  { name: "level", summary: "How values are compared." },
  { name: "alpha", summary: "Krippendorff's alpha; empty where nothing can be compared, or nothing varies." },
  { name: "units", summary: "Units that at least two coders found." },
  { name: "alone", summary: "Units that one coder alone found." },
  { name: "coders", summary: "How many coders there are." },
];

export const reliability = rowsVerb({
  arguments: {},
  flags: { ...aboutFlags, where: whereFlag("{coder: {is: {name: {in: [Ana, Ben]}}}}") },
  notes: `Readings of the same holder on the same issue whose quotes overlap are one unit. All that stand are compared, proposals
among them: so coders may code blind, as proposals, and be compared before anything counts.`,
  examples: [["stancegraph reliability", "How far all coders agree, field by field."]],
  document: `
    query Reliability($where: StanceWhere) {
      reliability(where: $where) { coders units alone fields { field level alpha } }
    }
  `,
  variables: async ({ actor, issue, where }, graph) => ({
    where: among(where, { holder: await actorsNamed(graph, actor), issue: await issuesNamed(graph, issue) }),
  }),
  rows: ({ reliability: { fields, units, alone, coders } }: Answer) =>
    fields.map((field) => ({ ...field, units, alone, coders })),
  columns,
  asTable: (rows) => ({ columns, rows: rows.map(rounded) }),
});

/** To a thousandth, for the eye. */
function rounded(row: Row): Row {
  const { alpha } = row;
  return { ...row, alpha: typeof alpha === "number" ? Math.round(alpha * 1000) / 1000 : null };
}
