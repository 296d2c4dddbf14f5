import { marksOf, type Selection } from "./selection.ts";
import { type Axis, namesOf, type Statements } from "./statements.ts";

/** The rows or the columns of a network. */
export interface Side {
  readonly axis: Axis;
  /** Ascending by UTF-16 code unit. */
  readonly labels: readonly string[];
  /** How many statements of each were counted. */
  readonly statements: Int32Array;
  /** By index of a name of the statements: its place among the labels; −1: it has none. */
  readonly places: Int32Array;
}

interface Placing extends Selection {
  readonly picked: Int32Array;
  readonly dated: () => Int32Array;
  /** The axes that are nodes, of which only the top is kept. */
  readonly nodes: readonly Axis[];
  readonly isolates?: boolean;
  readonly top?: number | null;
  readonly compat?: "DNA" | null;
}

/** Which names have a place in a network, and which. */
export function placesOf(statements: Statements, placing: Placing): Readonly<Record<Axis, Int32Array>> {
  return { actor: placed(statements, "actor", placing), issue: placed(statements, "issue", placing) };
}

export function sideOf(
  statements: Statements,
  { axis, places, picked }: { axis: Axis; places: Int32Array; picked: Int32Array },
): Side {
  const names = namesOf(statements, axis);
  const totals = totalsOf(statements, axis, picked);
  const own = [...places.keys()].filter((name) => (places[name] as number) >= 0);
  return {
    axis,
    labels: own.map((name) => names[name] as string),
    statements: Int32Array.from(own, (name) => totals[name] as number),
    places,
  };
}

function placed(statements: Statements, axis: Axis, placing: Placing): Int32Array {
  const totals = totalsOf(statements, axis, placing.picked);
  const isIn = shown(statements, axis, placing, totals);
  const names = [...totals.keys()].filter((name) => isIn(name));
  const cut = placing.nodes.includes(axis) && placing.top != null && placing.top < names.length;
  const kept = cut ? foremost(names, totals, placing.top as number) : names;
  const places = new Int32Array(totals.length).fill(-1);
  for (const [place, name] of kept.entries()) places[name] = place;
  return places;
}

function shown(statements: Statements, axis: Axis, placing: Placing, totals: Int32Array) {
  if (placing.isolates !== true) return (name: number) => (totals[name] as number) > 0;
  const chosen = marksOf(statements, axis, axis === "actor" ? placing.actors : placing.issues);
  const dated = placing.compat === "DNA" ? totalsOf(statements, axis, placing.dated()) : chosen;
  return (name: number) => chosen[name] === 1 && (dated[name] as number) > 0;
}

/** Those with the most statements, in the order of their names. */
function foremost(names: readonly number[], totals: Int32Array, top: number): readonly number[] {
  return names
    .toSorted((a, b) => (totals[b] as number) - (totals[a] as number) || a - b)
    .slice(0, top)
    .sort((a, b) => a - b);
}

function totalsOf(statements: Statements, axis: Axis, picked: Int32Array): Int32Array {
  const totals = new Int32Array(namesOf(statements, axis).length);
  const of = statements[axis];
  for (let at = 0; at < picked.length; at += 1) (totals[of[picked[at] as number] as number] as number) += 1;
  return totals;
}
