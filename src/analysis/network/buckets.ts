/** Values sorted by a key from 0: those of a key are from start[key] up to start[key + 1], in the order given. */
export interface Buckets {
  readonly start: Int32Array;
  readonly values: Int32Array;
}

/** Sorts values by their keys, which are below `size`. A counting sort: stable, and linear. */
export function bucketsOf(values: Int32Array, size: number, keyOf: (value: number) => number): Buckets {
  const start = new Int32Array(size + 1);
  for (let at = 0; at < values.length; at += 1) (start[keyOf(values[at] as number) + 1] as number) += 1;
  for (let key = 0; key < size; key += 1) (start[key + 1] as number) += start[key] as number;
  const next = start.slice();
  const sorted = new Int32Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    const key = keyOf(value);
    sorted[next[key] as number] = value;
    (next[key] as number) += 1;
  }
  return { start, values: sorted };
}

/** The places up to `size` that pass a test. */
export function placesUpTo(size: number, pass: (place: number) => boolean): Int32Array {
  const found = new Int32Array(size);
  let count = 0;
  for (let place = 0; place < size; place += 1) {
    found[count] = place;
    if (pass(place)) count += 1;
  }
  return cut(found, count);
}

/** The places among some that pass a test. */
export function those(places: Int32Array, pass: (place: number) => boolean): Int32Array {
  const found = new Int32Array(places.length);
  let count = 0;
  for (let index = 0; index < places.length; index += 1) {
    found[count] = places[index] as number;
    if (pass(places[index] as number)) count += 1;
  }
  return cut(found, count);
}

/** The first of some numbers; the room for the others is given back now, not when it is next tidied up. */
function cut(found: Int32Array<ArrayBuffer>, count: number): Int32Array {
  return count === found.length ? found : new Int32Array(found.buffer.transfer(count * 4));
}
