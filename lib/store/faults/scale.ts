import 'server-only'

/** How much a fault test does: with FAULTS=long (npm run test:faults) as much as reliability claims, else a short form. */
export function scale<T>(short: T, long: T): T {
  return process.env.FAULTS === 'long' ? long : short
}

/** Skips a test for which something is missing on this machine, and says what; in the long form that is a failure. */
export function skipWithout(skip: (why: string) => void, missing: string | undefined): void {
  if (missing === undefined) return
  if (scale(false, true)) throw new Error(`Cannot show this fault here: ${missing}`)
  skip(missing)
}
