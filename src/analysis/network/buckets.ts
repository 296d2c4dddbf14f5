/** Places sorted by a key of theirs, 0 up to `size`: those of a key are from start[key] up to start[key + 1], in their order. */
export interface Buckets {
  readonly start: Int32Array;
  readonly places: Int32Array;
}

/** `keys` by place. A counting sort: stable, and linear in the places and keys. */
export function bucketsOf(places: Int32Array, keys: Int32Array, size: number): Buckets {
  const start = new Int32Array(size + 1);
  for (let at = 0; at < places.length; at += 1)
    (start[(keys[places[at] as number] as number) + 1] as number) += 1;
  for (let key = 0; key < size; key += 1) (start[key + 1] as number) += start[key] as number;
  const next = start.slice();
  const sorted = new Int32Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const key = keys[place] as number;
    sorted[next[key] as number] = place;
    (next[key] as number) += 1;
  }
  return { start, places: sorted };
}
