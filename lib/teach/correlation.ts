/**
 * Pearson's product-moment correlation, −1 to 1; where one side is right or wrong it is the point-biserial. Null where
 * there are fewer than two pairs or one side is always the same, for then it does not exist.
 *
 * r = Σ (x − x̄)(y − ȳ) ÷ √(Σ (x − x̄)² · Σ (y − ȳ)²)
 */
export function correlation(pairs: readonly (readonly [x: number, y: number])[]): number | null {
  const [first] = pairs
  if (first === undefined) return null
  // Asked of the numbers themselves: a sum of squares of equal numbers may come out as a hair above 0.
  if (pairs.every(([x]) => x === first[0]) || pairs.every(([, y]) => y === first[1])) return null
  const meanX = meanOf(pairs.map(([x]) => x))
  const meanY = meanOf(pairs.map(([, y]) => y))
  let [xy, xx, yy] = [0, 0, 0]
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY)
    xx += (x - meanX) ** 2
    yy += (y - meanY) ** 2
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

/** The mean; of nothing, 0. */
export function meanOf(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** The variance with n − 1 in the denominator; 0 where all are the same or there are fewer than two. */
export function varianceOf(numbers: readonly number[]): number {
  if (numbers.every((number) => number === numbers[0])) return 0
  const mean = meanOf(numbers)
  return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1)
}

/** The middle number, the mean of the two in the middle; null of nothing. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
