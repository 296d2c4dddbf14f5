/** What one request may ask for. */
export interface Limits {
  /** Cost: about one a field and item; lists count `first`, given as literal or variable; whole texts, searches more. */
  readonly maxComplexity: number;
  /** Fields within fields, counted from the operation. */
  readonly maxDepth: number;
}

/** Enough for a page of a hundred positions with their quotes; refused is what would keep others waiting. */
export const defaultLimits: Limits = { maxComplexity: 100_000, maxDepth: 12 };

/** For a request that has been measured before it is run. */
export const measured: Limits = {
  maxComplexity: Number.POSITIVE_INFINITY,
  maxDepth: Number.POSITIVE_INFINITY,
};

/** What a list without paging is reckoned to hold: the quotes of a stance, the names of an actor. */
export const shortList = 3;
/** What a list of flat rows is reckoned to hold; it may hold ten times as many. */
export const rowList = 1_000;
/** What the edges of a network are reckoned at; there may be many more, which is dear only where their reasons are asked. */
export const edgeList = 200;
/** What the windows of a network are reckoned at. */
export const windowList = 20;
/** What a whole text costs: it may be megabytes long. */
export const wholeText = 1_000;
/** What it costs to go through the whole graph once, so that one request can do so a few times only. */
export const wholeGraph = 10_000;
/** What a full text search costs. */
export const textSearch = 1_000;
