import type { Likelihood } from './likelihood'

/** How likely it is that somebody holds none of the beliefs, or each of them and no other; the chances sum to 1. */
export type Posterior = { readonly none: number; readonly beliefs: ReadonlyMap<string, number> }

/** How likely it is before any answer that somebody holds none of them; the beliefs share the rest alike. */
const usualNone = 0.25

/** What is known before any answer: of these beliefs, by their ids. */
export function prior(ids: readonly string[], none = usualNone): Posterior {
  return { none, beliefs: new Map(ids.map((id) => [id, (1 - none) / ids.length])) }
}

/** The posterior after one more answer, by Bayes' rule. */
export function updated({ none, beliefs }: Posterior, { right, otherwise }: Likelihood): Posterior {
  const weighed = [...beliefs].map(([id, chance]) => [id, chance * (otherwise.get(id) ?? right)] as const)
  const sum = none * right + weighed.reduce((total, [, chance]) => total + chance, 0)
  return { none: (none * right) / sum, beliefs: new Map(weighed.map(([id, chance]) => [id, chance / sum])) }
}

/**
 * The belief that is likeliest held; null where that is none.
 */
export function likeliest({ none, beliefs }: Posterior): string | null {
  let best: string | null = null
  let most = none
  for (const [id, chance] of beliefs) {
    if (chance <= most) continue
    best = id
    most = chance
  }
  return best
}
