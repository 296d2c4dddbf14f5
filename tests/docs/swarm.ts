export interface Spot {
  readonly x: number;
  readonly named: boolean;
}

export interface Swarm {
  /** Where the line is that they lie around. */
  readonly middle: number;
  readonly radius: number;
}

export type Placed<S> = S & { readonly y: number; readonly above: boolean };

/** Dots at their places on a line, moved off it until none covers another; the named lie outermost, by turns. */
export function swarm<S extends Spot>(spots: readonly S[], { middle, radius }: Swarm): readonly Placed<S>[] {
  const apart = 2 * radius + 1;
  const done: Placed<S>[] = [];
  const byPlace = [...spots].sort((a, b) => a.x - b.x);
  for (const spot of byPlace.filter(({ named }) => !named)) {
    const near = done.filter(({ x }) => Math.abs(x - spot.x) < apart);
    const y = steps(middle, apart / 2).find((try_) =>
      near.every((other) => far(other, { x: spot.x, y: try_ }, apart)),
    );
    done.push({ ...spot, y: y ?? middle, above: false });
  }
  byPlace
    .filter(({ named }) => named)
    .forEach((spot, index) => {
      const above = index % 2 === 0;
      const near = done.filter(({ x }) => Math.abs(x - spot.x) < apart).map(({ y }) => y);
      const y = above
        ? Math.min(middle, ...near.map((at) => at - apart))
        : Math.max(middle, ...near.map((at) => at + apart));
      done.push({ ...spot, y, above });
    });
  return done;
}

/** The middle, then above and below it by turns, ever further. */
function steps(middle: number, step: number): readonly number[] {
  return Array.from(
    { length: 200 },
    (_, index) => middle + Math.ceil(index / 2) * step * (index % 2 === 0 ? 1 : -1),
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function far(one: Place, other: Place, apart: number): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) >= apart;
}
