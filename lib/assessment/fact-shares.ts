import type { Body } from '../items/item'
import type { Blueprint } from './blueprint'
import { type Guess, guessAt } from './guessing'
import { type Candidate, isIn, planStrata } from './strata'

/** What a fact is to the papers of a blueprint, in one stratum. */
export type FactShare = {
  readonly fact: string
  /** Which stratum, by its place in the plan: the questions of one are drawn together. */
  readonly stratum: number
  /** The chance that a paper asks it there, 0 to 1. */
  readonly asked: number
  readonly guess: Guess
}

/**
 * How likely the papers of a blueprint ask each fact, stratum by stratum; empty where the bank cannot fill the blueprint.
 * A paper takes the first facts of its items in an order of chance (paper.ts). Let each item come at a time drawn evenly
 * from 0 to 1: a fact of n items has come by t with the chance 1 − (1 − t)ⁿ, and t is where as many have come as there
 * are seats (order sampling, Rosén 1997).
 * Departs: a fact that fits several strata is drawn once in a paper, and counted in each here; few do.
 */
export function factShares<C extends Candidate & { readonly body: Body }>(
  blueprint: Blueprint,
  candidates: readonly C[],
): readonly FactShare[] {
  const asked = candidates.filter(({ form }) => blueprint.forms.includes(form))
  const plan = planStrata(blueprint, asked)
  if (plan.kind === 'short') return []
  return plan.shares.flatMap((share, stratum) => {
    const items = new Map<string, C[]>()
    for (const item of asked.filter((candidate) => isIn(candidate, share)))
      items.set(item.fact, [...(items.get(item.fact) ?? []), item])
    const counts = [...items.values()].map(({ length }) => length)
    const time = timeOf(counts, share.count)
    return [...items].map(([fact, ofFact]) => ({
      fact,
      stratum,
      asked: 1 - (1 - time) ** ofFact.length,
      guess: meanGuess(ofFact.map(({ body }) => guessAt(body, blueprint.credit))),
    }))
  })
}

/** The time by which as many facts have come as there are seats, by halving. */
function timeOf(itemsOfFacts: readonly number[], seats: number): number {
  if (seats >= itemsOfFacts.length) return 1
  let [low, high] = [0, 1]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    const come = itemsOfFacts.reduce((sum, items) => sum + 1 - (1 - middle) ** items, 0)
    if (come < seats) low = middle
    else high = middle
  }
  return high
}

function meanGuess(guesses: readonly Guess[]): Guess {
  const mean = (of: (guess: Guess) => number) => guesses.reduce((sum, guess) => sum + of(guess), 0) / guesses.length
  return {
    right: mean(({ right }) => right),
    wrong: mean(({ wrong }) => wrong),
    wrongSquared: mean((one) => one.wrongSquared),
  }
}

/** The questions that a paper is expected to ask of each fact: what a fact weighs in the exam. */
export function weightsOf(shares: readonly FactShare[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { fact, asked } of shares) weights.set(fact, (weights.get(fact) ?? 0) + asked)
  return weights
}
