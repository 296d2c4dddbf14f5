/** Writes what stands above the diagonal of a square below it, too. */
export function mirrored(sums: Float64Array, size: number): Float64Array {
  for (let one = 0; one < size; one += 1)
    for (let other = one + 1; other < size; other += 1)
      sums[other * size + one] = sums[one * size + other] as number;
  return sums;
}
