import { eigenvaluesOf } from "../eigenvalues.ts";

/**
 * The spectrum of a network: the eigenvalues of its Laplacian D − A, descending, as shares of their sum; all 0 of a
 * network without ties. Weights below 0 count as 0. With `compat` what the Discourse Network Analyzer takes for it: the
 * sums of the rows.
 */
export function spectrumOf(weights: Float64Array, size: number, compat: "DNA" | null): Float64Array {
  const laplacian = weights.map((weight) => -Math.max(0, weight));
  for (let row = 0; row < size; row += 1) {
    let sum = 0;
    for (let column = 0; column < size; column += 1)
      if (column !== row) sum -= laplacian[row * size + column] as number;
    laplacian[row * size + row] = sum;
  }
  const values =
    compat === "DNA"
      ? Float64Array.from({ length: size }, (_, row) => laplacian[row * size + row] as number)
          .sort()
          .reverse()
      : eigenvaluesOf(laplacian, size);
  const all = values.reduce((sum, value) => sum + value, 0);
  return all > 0 ? values.map((value) => value / all) : new Float64Array(size);
}

/** How far apart two spectra of one length are: the sum of what their eigenvalues differ by; 0 to 2. */
export function spectralLoss(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] as number)), 0);
}
