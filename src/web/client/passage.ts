/** A piece of a text, in UTF-16 code units; end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a selection lies in the text that an element shows, whatever is marked in it; null when it holds no words of it. */
export function placeIn(element: HTMLElement, selected: Range): Place | null {
  const whole = document.createRange();
  whole.selectNodeContents(element);
  if (!selected.intersectsNode(element)) return null;
  const within = selected.cloneRange();
  if (within.compareBoundaryPoints(Range.START_TO_START, whole) < 0)
    within.setStart(whole.startContainer, whole.startOffset);
  if (within.compareBoundaryPoints(Range.END_TO_END, whole) > 0)
    within.setEnd(whole.endContainer, whole.endOffset);
  const words = within.toString();
  const exact = words.trim();
  if (exact === "") return null;
  whole.setEnd(within.startContainer, within.startOffset);
  const start = whole.toString().length + words.indexOf(exact);
  return { start, end: start + exact.length };
}

/** As many code units as the API takes to tell which of several is meant. */
const contextLength = 500;

/** The words of a place, with what stands beside them where the text has them more than once. */
export function quoteAt(text: string, { start, end }: Place) {
  const exact = text.slice(start, end);
  if (text.indexOf(exact) === text.lastIndexOf(exact)) return { exact };
  return {
    exact,
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
  };
}
