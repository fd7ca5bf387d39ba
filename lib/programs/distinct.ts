/** Each value once, in the order in which it first comes. */
export function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
