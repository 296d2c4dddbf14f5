/**
 * Tells whether something was told before, by its hash of 32 bits. It remembers hashes in a table of fixed size, a power
 * of two: one that meets another at its place is forgotten, and one in four thousand million is taken for another.
 */
export function askedBefore(places: number): (hash: number) => boolean {
  const marks = new Int32Array(places);
  return (hash) => {
    const place = hash & (places - 1);
    if (marks[place] === hash) return true;
    marks[place] = hash;
    return false;
  };
}
