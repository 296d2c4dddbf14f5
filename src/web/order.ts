/** Where something stands on each of some issues, −1 to 1. */
export type Places = ReadonlyMap<string, number>;

/** Names so that neighbours are alike: each is followed by the one that differs least from it on what they share. */
export function bySimilarity(places: ReadonlyMap<string, Places>): readonly string[] {
  const left = new Set(
    [...places.keys()].sort((a, b) => sizeOf(places, b) - sizeOf(places, a) || (a < b ? -1 : 1)),
  );
  const ordered: string[] = [];
  let [last] = left;
  while (last !== undefined) {
    left.delete(last);
    ordered.push(last);
    const own = places.get(last) as Places;
    let [nearest, least]: [string | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
    for (const name of left) {
      const distance = distanceOf(own, places.get(name) as Places);
      if (distance < least) [nearest, least] = [name, distance];
    }
    last = nearest;
  }
  return ordered;
}

function sizeOf(places: ReadonlyMap<string, Places>, name: string): number {
  return places.get(name)?.size ?? 0;
}

/** The mean difference on the shared issues; 1, as between a side and none, where there are none. */
function distanceOf(one: Places, other: Places): number {
  let [total, shared] = [0, 0];
  for (const [issue, place] of one) {
    const theirs = other.get(issue);
    if (theirs === undefined) continue;
    total += Math.abs(place - theirs);
    shared += 1;
  }
  return (total + 1) / (shared + 1);
}
