import type { Statements } from "./statements.ts";

/**
 * Statements as if the organisations had made them that actors belong to: each actor gives way to its parent, that to
 * its own, up to one that has none. Of a circle the first by name stands for all.
 */
export function rolledUp<S extends Statements>(statements: S, parentOf: (actor: string) => string | null): S {
  const tops = statements.actors.map((actor) => topOf(actor, parentOf));
  const actors = [...new Set(tops)].sort();
  const placeOf = new Map(actors.map((actor, place) => [actor, place]));
  const place = Int32Array.from(tops, (top) => placeOf.get(top) as number);
  return { ...statements, actors, actor: statements.actor.map((actor) => place[actor] as number) };
}

function topOf(actor: string, parentOf: (actor: string) => string | null): string {
  const way = [actor];
  for (;;) {
    const parent = parentOf(way.at(-1) as string);
    if (parent === null) return way.at(-1) as string;
    const met = way.indexOf(parent);
    if (met !== -1) return way.slice(met).sort()[0] as string;
    way.push(parent);
  }
}
