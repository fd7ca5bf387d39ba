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

/** Of who slips in a question of several statements, so many misjudge just one; the others answer anything. */
export const slipsOfOne = 0.8

/**
 * How likely somebody who sees a question so gives this answer: what they think, or what is right by a guess, and else another
 * one. Ticked statements are one answer, as they are marked as one.
 */
export function chanceOfAnswer(body: Body, view: View, given: View, noise: Noise): number {
  return controlOf(body) === 'several' ? chanceOfTicks(body, view, given, noise) : chanceOfOne(body, view, given, noise)
}

function chanceOfTicks(body: Body, view: View, given: View, { slip, guess }: Noise): number {
  const { right } = viewsOf(body)
  const guessed = isSame(view, right) ? 0 : guess
  if (isSame(given, view)) return 1 - slip - guessed
  const count = offeredBy(body).length
  const share = distance(given, view) === 1 ? slipsOfOne / count : (1 - slipsOfOne) / (2 ** count - 1 - count)
  return slip * share + (isSame(given, right) ? guessed : 0)
}

/** How many options are in one view and not in the other. */
function distance(one: View, other: View): number {
  const shared = one.filter((option) => other.includes(option)).length
  return one.length + other.length - 2 * shared
}

function chanceOfOne(body: Body, view: View, given: View, { slip, guess }: Noise): number {
  const { right } = viewsOf(body)
  const isRight = given.some((option) => right.includes(option))
  const others = answersTo(body) - 1
  if (isSame(view, right)) return isRight ? 1 - slip : slip / Math.max(1, others)
  // What is believed is not offered: a guess.
  if (view.length === 0) return isRight ? guess : (1 - guess) / Math.max(1, others)
  const rightIsSeen = view.some((option) => right.includes(option))
  const own = rightIsSeen ? 1 - slip : 1 - slip - guess
  if (given.some((option) => view.includes(option))) return own / view.length
  if (isRight) return guess
  return slip / Math.max(1, others - view.length + (rightIsSeen ? 1 : 0))
}

/** How many answers there are to a question with one answer. */
function answersTo(body: Body): number {
  switch (controlOf(body)) {
    case 'choice':
    case 'place':
      return offeredBy(body).length
    case 'text':
    case 'several':
    case 'numbers':
    case 'order':
    case 'fill':
      return thingsWritten
  }
}

/** Whether two views are one: the same options, in whatever order. */
export function isSame(one: View, other: View): boolean {
  return one.length === other.length && one.every((option) => other.includes(option))
}
