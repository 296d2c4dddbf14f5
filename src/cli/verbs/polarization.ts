import { constraints } from "../../analysis/network/polarization/constraint.ts";
import { integer, oneOf, option, optionOr } from "../flag.ts";
import { rowsVerb } from "../read.ts";
import type { Column, Row } from "../row.ts";
import { spokenFlags, spokenIn } from "../spoken.ts";
import { datedColumns } from "../windowed.ts";

interface Camps {
  readonly quality: number | null;
  readonly method: string | null;
  readonly statements: number;
  readonly members: readonly {
    readonly actor: { readonly id: string; readonly name: string };
    readonly camp: number;
    readonly statements: number;
  }[];
}

interface Polarization {
  readonly polarization: Camps & {
    readonly windows: readonly (Camps & { readonly from: string; readonly to: string })[];
  };
}

const columns: readonly Column[] = [
  { name: "actor", summary: "The actor's id.", isDetail: true },
  { name: "actorName", summary: "Its name." },
  { name: "camp", summary: "The number of its camp, from 0." },
  { name: "statements", summary: "How many of its stances were counted." },
  { name: "quality", summary: "How polarised all are, 0 to about 1; empty for fewer than four actors." },
  { name: "method", summary: "EXACT: no division is better. SEARCH: there may be better." },
  { name: "from", summary: "With --window the first day of the window; else empty.", isDetail: true },
  { name: "to", summary: "Its last day.", isDetail: true },
];

const fields = "quality method statements members { actor { id name } camp statements }";

export const polarization = rowsVerb({
  arguments: {},
  flags: {
    camps: optionOr(2, "<number>", "Into how many camps; 2 when left out.", integer(2, 5)),
    sizes: option("<sizes>", "How large camps may be; NEAR_EQUAL when left out.", oneOf(constraints), {
      choices: constraints,
    }),
    top: option("<number>", "Only so many actors: those with the most stances.", integer(2, 2000)),
    seed: optionOr(
      1,
      "<number>",
      "Of the search by chance: the same gives the same.",
      integer(0, 2_147_483_647),
    ),
    ...spokenFlags,
  },
  notes:
    "A row is an actor in its camp, or in that of a window. Quality and method are those of all together.",
  examples: [
    ["stancegraph polarization", "Into which two camps actors fall."],
    ["stancegraph polarization --camps 3 --top 50 --csv", "Three camps of the fifty who said the most."],
    ["stancegraph polarization --window MONTHS --size 3 --csv", "How far they are apart, month by month."],
  ],
  document: `
    query Polarization($input: PolarizationQuestion!) {
      polarization(input: $input) { ${fields} windows { from to ${fields} } }
    }
  `,
  variables: async (asked, graph) => ({
    input: {
      camps: asked.camps,
      seed: asked.seed,
      ...(asked.sizes !== null && { sizes: asked.sizes }),
      network: {
        top: asked.top,
        ...(await spokenIn(asked, graph)),
      },
    },
  }),
  rows: ({ polarization: { windows, ...whole } }: Polarization) =>
    windows.length === 0
      ? rowsOf(whole, null, null)
      : windows.flatMap((window) => rowsOf(window, window.from, window.to)),
  columns,
  asTable: (rows) => ({ columns: datedColumns(columns, rows), rows: rows.map(rounded) }),
});

function rowsOf({ quality, method, members }: Camps, from: string | null, to: string | null): readonly Row[] {
  return members.map(({ actor, camp, statements }) => ({
    actor: actor.id,
    actorName: actor.name,
    camp,
    statements,
    quality,
    method,
    from,
    to,
  }));
}

/** To a thousandth, for the eye. */
function rounded(row: Row): Row {
  const { quality } = row;
  return { ...row, quality: typeof quality === "number" ? Math.round(quality * 1000) / 1000 : null };
}
