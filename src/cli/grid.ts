import type { Shown } from "./read.ts";
import type { Cell, Column, Row } from "./row.ts";

/** Which two things span the grid, each by the columns of its id and its name. */
export interface Axes {
  readonly down: readonly [id: string, name: string];
  readonly across: readonly [id: string, name: string];
}

/** Rows about pairs as a grid: a glyph and a word a pair, and for pairs without a row that nothing is known. */
export function gridOf(rows: readonly Row[], { down, across }: Axes): Shown {
  const [lines, heads] = [namesOf(rows, down), namesOf(rows, across)];
  const cells = new Map(rows.map((row) => [`${row[down[0]]} ${row[across[0]]}`, cellWords(row)]));
  const columns: readonly Column[] = [
    { name: down[1], summary: "Whose line it is." },
    ...[...heads.values()].map((name) => ({ name, summary: "Where each stands on it." })),
  ];
  return {
    columns,
    rows: [...lines].map(([id, name]) => ({
      [down[1]]: name,
      ...Object.fromEntries(
        [...heads].map(([head, title]) => [title, cells.get(`${id} ${head}`) ?? unknown]),
      ),
    })),
    note: legend,
  };
}

const unknown = "· unknown";
const legend = `· nothing is known, which is not neutral   * with conditions   ! stances for and against
† of particular facets, as extent: complete; positions, --json and --csv tell which`;

const words: Readonly<Record<string, string>> = {
  "-2": "▼▼ opposes strongly",
  "-1": "▼ opposes",
  "1": "▲ supports",
  "2": "▲▲ supports strongly",
  AMBIVALENT: "◆ ambivalent",
  NEUTRAL: "○ neutral",
  UNDECIDED: "? undecided",
  DECLINED_TO_COMMENT: "– no comment",
};

function cellWords({ direction, intensity, conditional, contested, facets }: Row): string {
  const word = words[String(intensity)] ?? words[String(direction)] ?? unknown;
  return `${word}${conditional ? " *" : ""}${Object.keys(facets ?? {}).length > 0 ? " †" : ""}${contested ? " !" : ""}`;
}

/** Names by id, in the order first met; one that two things share is followed by its id. */
function namesOf(rows: readonly Row[], [id, name]: readonly [string, string]): ReadonlyMap<Cell, string> {
  const names = new Map(rows.map((row) => [row[id] ?? null, String(row[name])]));
  const counts = Map.groupBy(names.values(), (each) => each);
  return new Map(
    [...names].map(([key, each]) => [key, (counts.get(each)?.length ?? 0) > 1 ? `${each} (${key})` : each]),
  );
}
