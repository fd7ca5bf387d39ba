import { beliefsBetrayed } from './betrayed'
import type { Questions } from './choose-question'
import { type Asked, posteriorOf } from './find-out'
import type { Posterior } from './posterior'
import { viewsOf } from './views'

/** So likely, and it is said. */
const clear = 0.5

/** So likely, and it is worth naming where nothing is clear. */
const possiblyHeld = 0.1

/** At most so many of those that are still possible are named where nothing is clear. */
const mostPossible = 3

/** What a run has found out: one belief, none, or that the answers fit several (the likeliest, likeliest first). */
export type Outcome =
  | { readonly kind: 'held'; readonly id: string; readonly evidence: Evidence }
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear'; readonly possible: readonly { readonly id: string; readonly evidence: Evidence }[] }

/** Of the questions that a holder of the belief sees otherwise, by their places: those answered as a holder would, and others. */
export type Evidence = { readonly fits: readonly number[]; readonly others: readonly number[] }

export function outcomeOf(questions: Questions, asked: readonly Asked[]): Outcome {
  const posterior = posteriorOf(questions, asked)
  const ranked = rank(posterior)
  const [first] = ranked
  if (posterior.none >= clear) return { kind: 'none' }
  if (first !== undefined && first.chance >= clear) {
    return { kind: 'held', id: first.id, evidence: evidenceFor(first.id, asked) }
  }
  const possible = ranked
    .filter(({ chance }) => chance >= possiblyHeld)
    .slice(0, mostPossible)
    .map(({ id }) => ({ id, evidence: evidenceFor(id, asked) }))
    .filter(({ evidence }) => evidence.fits.length > 0)
  return possible.length === 0 ? { kind: 'none' } : { kind: 'unclear', possible }
}

function rank({ beliefs }: Posterior) {
  return [...beliefs].map(([id, chance]) => ({ id, chance })).toSorted((a, b) => b.chance - a.chance)
}

function evidenceFor(id: string, asked: readonly Asked[]): Evidence {
  const places = asked.flatMap(({ body }, index) => (viewsOf(body).otherwise.has(id) ? [index] : []))
  const fits = places.filter((index) => {
    const one = asked[index]
    return one !== undefined && beliefsBetrayed(one.body, one.answer).includes(id)
  })
  return { fits, others: places.filter((index) => !fits.includes(index)) }
}
