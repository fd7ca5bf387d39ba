/**
 * Shares a whole number out by weights (largest remainder, Hamilton's method): each gets the whole part of its quota
 * `total × weight ÷ sum`, and what is left goes one by one to the largest remainders, to the earlier of equal ones.
 * Returns one count per weight, summing to `total`; only zeros where no weight is above 0.
 */
export function apportion(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const counts = weights.map((weight) => Math.floor((total * weight) / sum))
  // Remainders as whole numbers, of which equal ones are equal.
  const remainders = weights.map((weight) => (total * weight) % sum)
  const left = total - counts.reduce((all, count) => all + count, 0)
  const first = remainders.map((_, index) => index).sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0))
  for (const index of first.slice(0, left)) counts[index] = (counts[index] ?? 0) + 1
  return counts
}
