import 'server-only'

/** How much a fault test does: with FAULTS=long (npm run test:faults) as much as reliability claims, else a short form. */
export function scale<T>(short: T, long: T): T {
  return process.env.FAULTS === 'long' ? long : short
}
