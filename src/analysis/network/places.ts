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
