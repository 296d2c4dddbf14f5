/** How large camps may be. */
export const constraints = ["NEAR_EQUAL", "ANY_SIZE"] as const;
export type Constraint = (typeof constraints)[number];

/** Whether the sizes of camps are allowed: none empty; with NEAR_EQUAL none larger than another by two. */
export function mayHave(size: number, camps: number, constraint: Constraint): (sizes: Int32Array) => boolean {
  const least = constraint === "NEAR_EQUAL" ? Math.floor(size / camps) : 1;
  const most = constraint === "NEAR_EQUAL" ? Math.ceil(size / camps) : size;
  return (sizes) => sizes.every((each) => each >= least && each <= most);
}
