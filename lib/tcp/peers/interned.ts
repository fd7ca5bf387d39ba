/** Numbers for values, counted from 0 in the order in which they were first asked for: the same value, the same number. */
export type Interned<T> = {
  readonly idOf: (value: T) => number
  /** The value of a number that `idOf` has given; throws for any other. */
  readonly at: (id: number) => T
  readonly size: () => number
}

/** An empty set of numbered values, two of which are the same where `keyOf` says the same of them. */
export function interned<T>(keyOf: (value: T) => string): Interned<T> {
  const ids = new Map<string, number>()
  const values: T[] = []
  return {
    idOf: (value) => {
      const key = keyOf(value)
      const known = ids.get(key)
      if (known !== undefined) return known
      ids.set(key, values.length)
      return values.push(value) - 1
    },
    at: (id) => {
      const value = values[id]
      if (value === undefined) throw new Error(`No value has the number ${id}`)
      return value
    },
    size: () => values.length,
  }
}
