/**
 * The eigenvalues of a symmetric matrix (n × n, row-major), descending. By Householder's reduction to three diagonals
 * and the implicit QL method. Golub & Van Loan 2013, Matrix Computations, 8.3.
 */
export function eigenvaluesOf(matrix: Float64Array, size: number): Float64Array {
  const { diagonal, beside } = tridiagonal(matrix.slice(), size);
  for (let low = 0; low < size; low += 1) {
    for (let round = 0; round < 60; round += 1) {
      let end = low;
      while (end + 1 < size) {
        const near = Math.abs(diagonal[end] as number) + Math.abs(diagonal[end + 1] as number);
        if (Math.abs(beside[end] as number) <= Number.EPSILON * near) break;
        end += 1;
      }
      if (end === low) break;
      chase(diagonal, beside, low, end);
    }
  }
  return diagonal.sort().reverse();
}

/** One implicit QL step from `end` up to `low`. */
function chase(d: Float64Array, e: Float64Array, low: number, end: number): void {
  let g = ((d[low + 1] as number) - (d[low] as number)) / (2 * (e[low] as number));
  const root = Math.hypot(g, 1);
  g = (d[end] as number) - (d[low] as number) + (e[low] as number) / (g + (g >= 0 ? root : -root));
  let [s, c, p] = [1, 1, 0];
  for (let at = end - 1; at >= low; at -= 1) {
    const f = s * (e[at] as number);
    const b = c * (e[at] as number);
    const r = Math.hypot(f, g);
    e[at + 1] = r;
    if (r === 0) {
      (d[at + 1] as number) -= p;
      e[end] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = (d[at + 1] as number) - p;
    const t = ((d[at] as number) - g) * s + 2 * c * b;
    p = s * t;
    d[at + 1] = g + p;
    g = c * t - b;
  }
  (d[low] as number) -= p;
  e[low] = g;
  e[end] = 0;
}

/** The diagonal, and what is beside it: [i] between i and i + 1. */
function tridiagonal(a: Float64Array, size: number) {
  for (let column = 0; column + 2 < size; column += 1) {
    const below = Float64Array.from(
      { length: size - column - 1 },
      (_, at) => a[(column + 1 + at) * size + column] as number,
    );
    const length = Math.hypot(...below);
    if (length === 0) continue;
    const v = below.slice();
    (v[0] as number) += (v[0] as number) >= 0 ? length : -length;
    const norm = v.reduce((sum, each) => sum + each * each, 0);
    reflect(a, size, column + 1, { v, norm });
    a[(column + 1) * size + column] = (below[0] as number) >= 0 ? -length : length;
  }
  const diagonal = Float64Array.from({ length: size }, (_, at) => a[at * size + at] as number);
  const beside = Float64Array.from({ length: size }, (_, at) =>
    at + 1 < size ? (a[(at + 1) * size + at] as number) : 0,
  );
  return { diagonal, beside };
}

/** A ← H A H for the rows and columns from `first`, with H = I − 2 v vᵀ / vᵀv. */
function reflect(
  a: Float64Array,
  size: number,
  first: number,
  { v, norm }: { readonly v: Float64Array; readonly norm: number },
): void {
  const p = v.map((_, row) => {
    let sum = 0;
    for (let at = 0; at < v.length; at += 1)
      sum += (a[(first + row) * size + first + at] as number) * (v[at] as number);
    return (2 * sum) / norm;
  });
  const k = v.reduce((sum, each, at) => sum + each * (p[at] as number), 0) / norm;
  const w = p.map((each, at) => each - k * (v[at] as number));
  for (let row = 0; row < v.length; row += 1)
    for (let at = 0; at < v.length; at += 1)
      (a[(first + row) * size + first + at] as number) -=
        (v[row] as number) * (w[at] as number) + (w[row] as number) * (v[at] as number);
}
