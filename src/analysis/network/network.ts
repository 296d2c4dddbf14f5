import { StanceGraphError } from "../../domain/error.ts";
import { type Counts, countsOf } from "./counts.ts";
import { type DuplicateRule, withoutDuplicates } from "./duplicates.ts";
import type { Aggregate, Divisor, Normalization } from "./measure.ts";
import { those } from "./places.ts";
import { chosen, type Selection, within } from "./selection.ts";
import { placesOf, type Side, sideOf } from "./sides.ts";
import type { Axis, Statements } from "./statements.ts";

/** Between whom: actors that speak on the same, issues that the same speak on, or actors and issues. */
export const networkModes = ["ACTORS", "ISSUES", "TWO_MODE"] as const;
export type NetworkMode = (typeof networkModes)[number];

export interface NetworkQuestion extends Selection {
  readonly mode: NetworkMode;
  readonly aggregate: Aggregate;
  readonly normalization: Normalization;
  readonly duplicates: DuplicateRule;
  /** Also those without a statement that counts; false when left out. */
  readonly isolates?: boolean;
  /** Of each kind of node only so many: those with the most statements, ties by name; null: all. */
  readonly top?: number | null;
  /** The most nodes there may be; more are refused. */
  readonly most?: number;
  /** As the Discourse Network Analyzer has it: weeks begin on Sundays, weeks and months forget their year, isolates are of the span of days. */
  readonly compat?: "DNA" | null;
}

/** A discourse network as a matrix. */
export interface Network {
  readonly mode: NetworkMode;
  readonly rows: Side;
  /** In networks of one mode the rows again. */
  readonly columns: Side;
  /** Rows × columns, row-major; of one mode symmetric with a diagonal of 0. */
  readonly values: Float64Array;
  /** The statements counted, by their places in the columns. */
  readonly picked: Int32Array;
  /** The levels there are, by their indices. */
  readonly levels: readonly number[];
}

/** The statements that a question counts, before its nodes are cut to the top. */
export interface Heard {
  /** Finds those within the span, counted or not. */
  readonly dated: () => Int32Array;
  /** Those counted, after filters and duplicates. */
  readonly picked: Int32Array;
  /** K, by index. */
  readonly levels: readonly number[];
  /** What each counts for, by its place; each for 1 when left out. */
  readonly amounts?: Float64Array;
}

/** The network that statements make. */
export function networkOf(statements: Statements, question: NetworkQuestion): Network {
  return networkFrom(statements, question, heardOf(statements, question));
}

export function heardOf(statements: Statements, question: NetworkQuestion): Heard {
  checkMeasures(question);
  let found: Int32Array | null = null;
  const dated = () => {
    found ??= within(statements, question);
    return found;
  };
  const picked = withoutDuplicates(statements, chosen(statements, question), {
    rule: question.duplicates,
    ignoresLevel: question.aggregate.ignoresLevel,
    forgetsYear: question.compat === "DNA",
  });
  return { dated, picked, levels: levelsOf(statements, dated) };
}

/** The network of some statements, as of those of one window. */
export function networkFrom(statements: Statements, question: NetworkQuestion, heard: Heard): Network {
  const { mode, aggregate, normalization } = question;
  const { rows, columns, picked, counts } = countedIn(statements, question, heard);
  const { levels } = heard;
  if (mode === "TWO_MODE") {
    const values = (aggregate.twoMode as Weigh)(counts);
    const divisor = (normalization.twoMode as Divide)(counts, aggregate);
    return { mode, rows, columns, picked, levels, values: divided(values, counts.columns, divisor) };
  }
  const values = (aggregate.oneMode as Weigh)(counts);
  const divisor = (normalization.oneMode as Divide)(counts, aggregate);
  return { mode, rows, columns: rows, picked, levels, values: divided(values, counts.rows, divisor) };
}

/** What a network is computed of: x[i,j,k] with its rows and columns. */
export function countedIn(statements: Statements, question: NetworkQuestion, heard: Heard) {
  const { mode } = question;
  const { dated, levels, amounts } = heard;
  const by: Axis = mode === "ISSUES" ? "issue" : "actor";
  const across: Axis = by === "actor" ? "issue" : "actor";
  const nodes = mode === "TWO_MODE" ? [by, across] : [by];
  const places = placesOf(statements, { ...question, picked: heard.picked, dated, nodes });
  const picked = question.top == null ? heard.picked : those(heard.picked, isPlaced(statements, places));
  const rows = sideOf(statements, { axis: by, places: places[by], picked });
  const columns = sideOf(statements, { axis: across, places: places[across], picked });
  checkSize(mode === "TWO_MODE" ? [rows, columns] : [rows], question.most);
  const size = { [by]: rows.labels.length, [across]: columns.labels.length } as Record<Axis, number>;
  return {
    rows,
    columns,
    picked,
    counts: countsOf(statements, { picked, by, places, size, levels, amounts }),
  };
}

/** Whether a statement is of an actor and an issue that are there. */
function isPlaced({ actor, issue }: Statements, places: Readonly<Record<Axis, Int32Array>>) {
  return (at: number) =>
    (places.actor[actor[at] as number] as number) >= 0 && (places.issue[issue[at] as number] as number) >= 0;
}

type Weigh = (counts: Counts) => Float64Array;
type Divide = (counts: Counts, aggregate: Aggregate) => Divisor;

/** Refuses measures that mean nothing for the mode. */
function checkMeasures({ mode, aggregate, normalization }: NetworkQuestion): void {
  const way = mode === "TWO_MODE" ? "twoMode" : "oneMode";
  if (aggregate[way] === null) {
    throw refusal(
      "aggregate",
      mode === "TWO_MODE"
        ? `${aggregate.name} compares two actors or two issues; between actors and issues take IGNORE, COMBINE or SUBTRACT, or the mode ACTORS or ISSUES.`
        : `${aggregate.name} is of an actor and an issue; for ${mode} take IGNORE, CONGRUENCE, CONFLICT or SUBTRACT, or the mode TWO_MODE.`,
    );
  }
  if (normalization[way] === null) {
    throw refusal(
      "normalize",
      mode === "TWO_MODE"
        ? `${normalization.name} divides by what two actors or two issues said; between actors and issues take NONE, ACTIVITY or PROMINENCE.`
        : `${normalization.name} is of an actor and an issue; for ${mode} take NONE, AVERAGE, JACCARD, COSINE or COSINE_TEXTBOOK.`,
    );
  }
}

function checkSize(sides: readonly Side[], most = Number.POSITIVE_INFINITY): void {
  const nodes = sides.reduce((sum, { labels }) => sum + labels.length, 0);
  if (nodes <= most) return;
  throw refusal(
    "top",
    `That makes ${nodes} nodes; ${most} are allowed. Ask for those with the most statements with \`top\`, or for fewer actors or issues.`,
  );
}

function refusal(field: string, message: string): StanceGraphError {
  return new StanceGraphError("invalid", message, ["input", field]);
}

/** K, by index: of two levels always both, of others those that were observed. */
function levelsOf({ scale, levels, level }: Statements, dated: () => Int32Array): readonly number[] {
  const all = [...levels.keys()];
  if (scale === "BINARY") return all;
  const isObserved = new Uint8Array(levels.length);
  for (const place of dated()) if ((level[place] as number) >= 0) isObserved[level[place] as number] = 1;
  return all.filter((each) => isObserved[each] === 1);
}

function divided(values: Float64Array, width: number, divisor: Divisor): Float64Array {
  for (let at = 0; at < values.length; at += 1) {
    if (values[at] === 0) continue;
    const by = divisor(Math.floor(at / width), at % width);
    values[at] = by === 0 ? 0 : (values[at] as number) / by;
  }
  return values;
}
