/** Values sorted by a key from 0: those of a key are from start[key] up to start[key + 1], in the order given. */
export interface Buckets {
  readonly start: Int32Array;
  readonly values: Int32Array;
}

/** Sorts values by their keys, one a value and below `size`. A counting sort: stable, and linear. */
export function bucketsOf(values: Int32Array, keys: Int32Array, size: number): Buckets {
  const start = new Int32Array(size + 1);
  for (let at = 0; at < keys.length; at += 1) (start[(keys[at] as number) + 1] as number) += 1;
  for (let key = 0; key < size; key += 1) (start[key + 1] as number) += start[key] as number;
  const next = start.slice();
  const sorted = new Int32Array(values.length);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    sorted[next[key] as number] = values[at] as number;
    (next[key] as number) += 1;
  }
  return { start, values: sorted };
}

/** The entries of a column at some places. */
export function at(column: Int32Array, places: Int32Array): Int32Array {
  const found = new Int32Array(places.length);
  for (let index = 0; index < places.length; index += 1)
    found[index] = column[places[index] as number] as number;
  return found;
}

/** The places that pass a test. */
export function those(places: Int32Array, pass: (place: number) => boolean): Int32Array {
  const found = new Int32Array(places.length);
  let count = 0;
  for (let index = 0; index < places.length; index += 1) {
    found[count] = places[index] as number;
    if (pass(places[index] as number)) count += 1;
  }
  return found.subarray(0, count);
}
