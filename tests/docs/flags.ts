import { line, type Marks, written } from "./svg.ts";

interface Flagged {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly above: boolean;
}

/** How wide a letter is about, and how far rows of names are apart. */
const letter = 7.4;
const rowHeight = 18;

/** Names on poles above and below the dots: a pole stands left of its name, and none crosses another's. */
export function flags(states: readonly Flagged[]): Marks {
  return [true, false].flatMap((side) => {
    const here = states.filter(({ above }) => above === side);
    const edge = side ? Math.min(...here.map(({ y }) => y)) - 26 : Math.max(...here.map(({ y }) => y)) + 26;
    return here.flatMap((state, index) => {
      const row = rowsOf(here)[index] ?? 0;
      const y = side ? edge - row * rowHeight : edge + row * rowHeight;
      const foot = { x: state.x, y: state.y };
      const top = { x: state.x, y: side ? y - 10 : y + 2 };
      return [
        line({ from: foot, to: top, look: "leader" }),
        written({ at: { x: state.x + 4, y }, text: state.name }),
      ];
    });
  });
}

/** The row of each: above those of all whose poles its name would cross. They come by their places. */
function rowsOf(states: readonly Flagged[]): readonly number[] {
  const rows: number[] = [];
  for (const [index, { x, name }] of [...states.entries()].reverse()) {
    const until = x + name.length * letter + 8;
    const crossed = states.flatMap((other, at) => (at > index && other.x < until ? [rows[at] ?? 0] : []));
    rows[index] = crossed.length === 0 ? 0 : Math.max(...crossed) + 1;
  }
  return rows;
}
