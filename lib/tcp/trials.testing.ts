/**
 * How often a property is tried: `full` times, or the `share` of it that the environment variable SHARE_OF_TRIALS asks
 * for. Mutation testing asks for few, since every mutant pays for them, and for the same ones each time.
 */
export function trials(full: number, share: string | undefined): { numRuns: number; seed?: number } {
  return share === undefined ? { numRuns: full } : { numRuns: Math.ceil(full * Number(share)), seed: 9293 }
}

/** Every n-th of these, the first among them. */
export function* everyNth<T>(all: Iterable<T>, n: number): Generator<T> {
  let index = 0
  for (const one of all) if (index++ % n === 0) yield one
}
