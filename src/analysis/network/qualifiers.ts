import { type Direction, directions } from "../../domain/stance.ts";
import type { Scale, Statements } from "./statements.ts";

/** What of stances is compared. */
export interface Qualifier {
  readonly name: "DIRECTION" | "INTENSITY";
  readonly summary: string;
  readonly scale: Scale;
  readonly levels: readonly number[];
  /** The level's index of a stance; −1: it has none and is not counted. */
  readonly levelOf: (direction: Direction, intensity: number) => number;
}

const direction: Qualifier = {
  name: "DIRECTION",
  summary: "For or against: SUPPORTS is 1, OPPOSES 0. Stances that take no side are not counted.",
  scale: "BINARY",
  levels: [0, 1],
  levelOf: (side) => ["OPPOSES", "SUPPORTS"].indexOf(side),
};

const intensity: Qualifier = {
  name: "INTENSITY",
  summary:
    "How strongly, −2 to 2: AMBIVALENT and NEUTRAL are 0. UNDECIDED and DECLINED_TO_COMMENT take no place and are not counted.",
  scale: "INTEGER",
  levels: [-2, -1, 0, 1, 2],
  levelOf: (side, strength) => (side === "UNDECIDED" || side === "DECLINED_TO_COMMENT" ? -1 : strength + 2),
};

export const qualifiers: readonly Qualifier[] = [direction, intensity];

/** The columns of stances: directions by their index in the list of directions. */
export interface StanceColumns extends Omit<Statements, "scale" | "levels" | "level"> {
  readonly direction: Uint8Array;
  readonly intensity: Int8Array;
}

/** Stances as statements at the levels of a qualifier. */
export function qualified(columns: StanceColumns, { scale, levels, levelOf }: Qualifier): Statements {
  // By direction, then intensity from −2: the few there are need be asked once.
  const table = Int8Array.from({ length: directions.length * 5 }, (_, at) =>
    levelOf(directions[Math.floor(at / 5)] as Direction, (at % 5) - 2),
  );
  const level = new Int8Array(columns.size);
  for (let at = 0; at < columns.size; at += 1)
    level[at] = table[
      (columns.direction[at] as number) * 5 + (columns.intensity[at] as number) + 2
    ] as number;
  return { ...columns, scale, levels, level };
}
