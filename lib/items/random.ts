/**
 * Chance as a parameter: a stream of numbers in [0, 1) that depends on the seed alone (mulberry32).
 * The seed is any integer; only its low 32 bits count.
 */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A seed that depends on a text alone (FNV-1a, 32 bits). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** The elements in an order that every order is equally likely to be (Fisher and Yates). */
export function shuffled<T>(elements: readonly T[], random: Random): readonly T[] {
  const drawn: T[] = []
  const left = [...elements]
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1))
  return drawn
}
