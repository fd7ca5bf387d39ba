/** The middle one of some numbers, the upper of two in the middle. Throws where there is none. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

/** The number that the share `at` (from 0 to 1) of all lie below, by nearest rank. Throws where there is none. */
export function quantile(numbers: readonly number[], at: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const found = sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))]
  if (found === undefined) throw new Error('Cannot take a quantile of nothing')
  return found
}
