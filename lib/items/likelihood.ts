import type { Answer } from './answer'
import type { Body } from './item'
import { controlOf, offeredBy } from './kinds/all'
import { type View, viewOfAnswer, viewsOf } from './views'

/**
 * How surely somebody answers as they think. `slip`: who sees it as the RFC does errs all the same, and who holds a belief
 * answers neither so nor right. `guess`: who holds a belief that errs here answers right all the same.
 */
export type Noise = { readonly slip: number; readonly guess: number }

export const usualNoise: Noise = { slip: 0.1, guess: 0.25 }

/** Where an answer is written and not chosen, it is one of about so many things. */
const thingsWritten = 11

/**
 * How likely one answer is under each belief that sees the question otherwise, and under all that do not (`right`, which is
 * also where no belief is held): chances from 0 to 1, never 0. Of statements each is judged by itself.
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

/** How likely somebody who sees a question so answers it in this way. */
export function chanceOfAnswer(body: Body, view: View, given: View, noise: Noise): number {
  const { right } = viewsOf(body)
  const control = controlOf(body)
  if (control === 'several') {
    return offeredBy(body).reduce(
      (product, option) =>
        product * chanceOfTick(given.includes(option), view.includes(option), right.includes(option), noise),
      1,
    )
  }
  const options = control === 'choice' || control === 'place' ? offeredBy(body).length : thingsWritten
  return chanceOfOne(given[0] ?? '', { view, right, options, noise })
}

/** Whether one statement is ticked, by somebody who takes it for `held` where `holds` is what is so. */
export function chanceOfTick(ticked: boolean, held: boolean, holds: boolean, { slip, guess }: Noise): number {
  const astray = held === holds ? slip : guess
  return ticked === held ? 1 - astray : astray
}

type Choice = { readonly view: View; readonly right: View; readonly options: number; readonly noise: Noise }

/** The chance of one answer of several: the view's own share it, what is right is guessed, and the others are slips. */
function chanceOfOne(given: string, { view, right, options, noise: { slip, guess } }: Choice): number {
  const isRight = right.includes(given)
  if (view.join('\n') === right.join('\n')) return isRight ? 1 - slip : slip / Math.max(1, options - 1)
  // What is believed is not offered: a guess.
  if (view.length === 0) return isRight ? guess : (1 - guess) / Math.max(1, options - 1)
  const rightIsSeen = view.some((option) => right.includes(option))
  const own = rightIsSeen ? 1 - slip : 1 - slip - guess
  if (view.includes(given)) return own / view.length
  if (isRight) return guess
  return slip / Math.max(1, options - view.length - (rightIsSeen ? 0 : 1))
}
