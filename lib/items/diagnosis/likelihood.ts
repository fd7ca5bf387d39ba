import type { Answer } from '../answer'
import type { Body } from '../item'
import { controlOf, offeredBy } from '../kinds/all'
import { type View, viewOfAnswer, viewsOf } from './views'

/**
 * How surely somebody answers as they think. `slip`: an answer that is neither what they think nor, where they err, what is
 * right. `guess`: who holds a belief that errs here answers right all the same.
 */
export type Noise = { readonly slip: number; readonly guess: number }

export const usualNoise: Noise = { slip: 0.1, guess: 0.25 }

/** Where an answer is written and not chosen, it is one of about so many things. */
const thingsWritten = 11

/**
 * How likely one answer is under each belief that sees the question otherwise, and under all that do not (`right`, which is
 * also where no belief is held): chances from 0 to 1, never 0.
 */
export type Likelihood = { readonly right: number; readonly otherwise: ReadonlyMap<string, number> }

export function likelihoodOf(body: Body, answer: Answer, noise: Noise = usualNoise): Likelihood {
  const { right, otherwise } = viewsOf(body)
  const given = viewOfAnswer(answer)
  return {
    right: chanceOfAnswer(body, right, given, noise),
    otherwise: new Map([...otherwise].map(([id, view]) => [id, chanceOfAnswer(body, view, given, noise)])),
  }
}

/**
 * How likely somebody who sees a question so gives this answer: what they think, or what is right by a guess, and else one
 * of the other answers that there are, each as likely. Ticked statements are one answer, as they are marked as one.
 */
export function chanceOfAnswer(body: Body, view: View, given: View, { slip, guess }: Noise): number {
  const { right } = viewsOf(body)
  const isOne = controlOf(body) !== 'several'
  const isRight = isOne ? given.some((option) => right.includes(option)) : isSame(given, right)
  const others = answersTo(body) - 1
  if (isSame(view, right)) return isRight ? 1 - slip : slip / Math.max(1, others)
  // What is believed is not offered: a guess.
  if (isOne && view.length === 0) return isRight ? guess : (1 - guess) / Math.max(1, others)
  const rightIsSeen = isOne && view.some((option) => right.includes(option))
  const own = rightIsSeen ? 1 - slip : 1 - slip - guess
  const ways = isOne ? view.length : 1
  if (isOne ? given.some((option) => view.includes(option)) : isSame(given, view)) return own / ways
  if (isRight) return guess
  return slip / Math.max(1, others - ways + (rightIsSeen ? 1 : 0))
}

/** How many answers there are to a question. */
function answersTo(body: Body): number {
  switch (controlOf(body)) {
    case 'choice':
    case 'place':
      return offeredBy(body).length
    case 'several':
      return 2 ** offeredBy(body).length
    case 'text':
    case 'numbers':
    case 'order':
      return thingsWritten
  }
}

/** Whether two views are one: the same options, in whatever order. */
export function isSame(one: View, other: View): boolean {
  return one.length === other.length && one.every((option) => other.includes(option))
}
