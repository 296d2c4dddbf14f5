/** As many as there are answers in memory, about: what is asked again later than that would not be there any more. */
const places = 2048;

/**
 * Tells whether a tag was told before, of the last some thousand. It remembers a part of each in a table of fixed size:
 * one that meets another at its place is forgotten, and one in four thousand million is taken for another.
 */
export function askedBefore(): (tag: string) => boolean {
  const marks = new Uint32Array(places);
  return (tag) => {
    let mark = 0;
    for (let at = 0; at < tag.length; at += 1) mark = (Math.imul(mark, 31) + tag.charCodeAt(at)) >>> 0;
    const place = (mark ^ (mark >>> 16)) & (places - 1);
    if (marks[place] === mark) return true;
    marks[place] = mark;
    return false;
  };
}
