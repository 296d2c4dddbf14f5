/** Who agrees and who disagrees with whom, how strongly: two matrices of the same rows, row-major, symmetric. */
export interface Opposition {
  readonly size: number;
  readonly congruence: Float64Array;
  readonly conflict: Float64Array;
}

/** To which camp each row belongs, 0 up to `camps`. */
export interface Camps {
  readonly camps: number;
  readonly of: Int32Array;
}

/** The sums of the matrices' entries, whatever their sign. */
export interface Norms {
  readonly congruence: number;
  readonly conflict: number;
}

/** What congruence is to be expected of two of a camp, and what conflict of two of two camps. */
export interface Expected {
  readonly within: Float64Array;
  /** camps × camps */
  readonly between: Float64Array;
}

/**
 * How far some camps are from agreeing with themselves and disputing with each other as the average would have it:
 * Q / 2, or with `normalize` Q / (2 (‖congruence‖ + ‖conflict‖)), 0 to about 1. With n[c] the size of a camp,
 * W = Σc n[c] (n[c] − 1), B = n (n − 1) − W and norms as sums of entries
 * exp[c] = (n[c] (n[c] − 1) / W) ‖congruence‖ / W, exp[a,b] = (n[a] n[b] / B) ‖conflict‖ / B, and
 * Q = Σ over i ≠ j of |congruence − exp[c]| + |conflict| within a camp, |congruence| + |conflict − exp[a,b]| between two.
 * Leifeld, Discourse Network Analyzer 3, "Polarization"; checked against its results.
 */
export function qualityOf(opposition: Opposition, camps: Camps, normalize: boolean): number {
  const norms = normsOf(opposition);
  const expected = expectedOf(sizesOf(camps), norms);
  const { size } = opposition;
  let sum = 0;
  for (let one = 0; one < size; one += 1)
    for (let other = 0; other < size; other += 1)
      if (one !== other)
        sum += pairQuality(opposition, expected, {
          at: one * size + other,
          camp: camps.of[one] as number,
          other: camps.of[other] as number,
        });
  return scored(sum, norms, normalize);
}

function scored(sum: number, norms: Norms, normalize: boolean): number {
  const most = normalize ? norms.congruence + norms.conflict : 1;
  return most === 0 ? 0 : sum / (2 * most);
}

export function normsOf({ congruence, conflict }: Opposition): Norms {
  return { congruence: sizeOf(congruence), conflict: sizeOf(conflict) };
}

export function sizesOf({ camps, of }: Camps): Int32Array {
  const sizes = new Int32Array(camps);
  for (const camp of of) (sizes[camp] as number) += 1;
  return sizes;
}

export function expectedOf(sizes: Int32Array, norms: Norms): Expected {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const inside = sizes.reduce((sum, size) => sum + size * (size - 1), 0);
  const across = all * (all - 1) - inside;
  const { length } = sizes;
  return {
    within: Float64Array.from(
      sizes,
      (size) => share(size * (size - 1), inside) * share(norms.congruence, inside),
    ),
    between: Float64Array.from(
      { length: length * length },
      (_, at) =>
        share((sizes[Math.floor(at / length)] as number) * (sizes[at % length] as number), across) *
        share(norms.conflict, across),
    ),
  };
}

/** What two rows of two camps, or of one, add to Q. */
export function pairQuality(
  { congruence, conflict }: Opposition,
  { within, between }: Expected,
  { at, camp, other }: { readonly at: number; readonly camp: number; readonly other: number },
): number {
  const [agree, dispute] = [congruence[at] as number, conflict[at] as number];
  return camp === other
    ? Math.abs(agree - (within[camp] as number)) + Math.abs(dispute)
    : Math.abs(agree) + Math.abs(dispute - (between[camp * within.length + other] as number));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sizeOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}
