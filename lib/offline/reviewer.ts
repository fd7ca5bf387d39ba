import type { Say } from '../i18n/say'
import { findSoundBody, markBody } from '../items/mark'
import { type Given, showOptions } from '../items/shown'
import { topics } from '../items/topics'
import { dayOf } from '../review/day'
import { restsAfter } from '../review/memory'
import { type Rating, rateEvidence } from '../review/rating'
import { createScheduler } from '../review/scheduler'
import { comesBackByRating } from '../words/come-back'
import { presentFeedback } from '../words/present-feedback'
import { presentItem } from '../words/present-item'
import type { Feedback } from '../words/presented-item'
import type { Left, PresentedQuestion } from '../words/review-exchange'
import type { TakenShowing } from './exchange'
import { type DeviceCard, foldDevice, queueOnDevice, serverTime } from './fold-device'
import type { DeviceReview, Taken } from './taken'

/** What a device asks next, and what is left on it. */
export type AskedOffline = {
  readonly left: Left
  /** Null when nothing is left for now. */
  readonly card: PresentedQuestion | null
  /** When the next card in steps comes, in milliseconds from now; null without any. */
  readonly nextStepInMs: number | null
}

/** An answer as the page gives it. `atMs` is the device's own clock. */
export type AnsweredOffline = {
  readonly id: string
  readonly given: Given
  readonly tookMs: number
  readonly sure: boolean
  readonly atMs: number
}

export type MarkedOffline =
  | {
      readonly kind: 'marked'
      readonly feedback: Feedback
      /** Goes into the outbox before the feedback is shown. */
      readonly review: DeviceReview
      /** When the card comes back by each rating. */
      readonly comesBack: Readonly<Record<Rating, string>>
      /** Whether by each rating the card has lapsed too often and rests from now on. */
      readonly rests: Readonly<Record<Rating, boolean>>
    }
  | { readonly kind: 'refused'; readonly error: 'withdrawn' | 'invalid' }

export type Reviewer = ReturnType<typeof createReviewer>

/** Asks and marks the cards that a device has taken along, by the same machine and in the same words as the server. */
export function createReviewer(say: Say, taken: Taken) {
  const scheduler = createScheduler(taken.scheduling)

  /** What is asked after these reviews at an instant of the device's clock. */
  function ask(reviews: readonly DeviceReview[], deviceMs: number): AskedOffline {
    const atMs = serverTime(taken, deviceMs)
    const state = foldDevice(taken, reviews, scheduler)
    const today = dayOf(taken.clock, atMs)
    let { cards } = state
    for (;;) {
      const { waiting, next, nextStepMs } = queueOnDevice({ ...state, cards }, atMs, today)
      const card = next === null ? null : presentTaken(say, next)
      if (next === null || card !== null)
        return {
          left: { due: waiting.due, fresh: waiting.fresh, steps: waiting.steps + waiting.soon },
          card,
          nextStepInMs: nextStepMs === null ? null : Math.max(0, nextStepMs - atMs),
        }
      cards = cards.filter((other) => other !== next)
    }
  }

  /** Marks an answer about the card that was asked after these reviews. */
  function answer(
    reviews: readonly DeviceReview[],
    { card, handle, seed }: PresentedQuestion,
    { id, given, tookMs, sure, atMs: deviceMs }: AnsweredOffline,
  ): MarkedOffline {
    const state = foldDevice(taken, reviews, scheduler)
    const held = state.cards.find(({ taken: { card: cardId } }) => cardId === card)
    const showing = held?.taken.showings.find((known) => known.handle === handle && known.seed === seed)
    const body = held === undefined || showing === undefined ? null : soundBody(held, showing)
    if (held === undefined || showing === undefined || body === null) return { kind: 'refused', error: 'withdrawn' }
    const marked = markBody(body, seed, given)
    if (marked.kind === 'refused') return marked
    const evidence = { right: marked.right, helped: false, sure, tookMs, usualMs: state.usualMs[body.kind] ?? null }
    const rating = rateEvidence(evidence)
    const atMs = serverTime(taken, deviceMs)
    const after = scheduler.preview(held.memory, {
      atMs,
      day: Math.max(dayOf(taken.clock, atMs), held.memory?.lastDay ?? 0),
    })
    const { print } = showing
    const sent = { id, card, handle, seed, given, print, tookMs, sure, rating: null, at: deviceMs, taken: taken.at }
    return {
      kind: 'marked',
      feedback: presentFeedback(say, body, marked.shown, marked.answer),
      review: { owner: taken.owner, sent, rating, kind: body.kind, status: taken.selfRating ? 'unrated' : 'unsent' },
      comesBack: comesBackByRating(say, after),
      rests: {
        again: restsAfter(held.memory, after.again),
        hard: restsAfter(held.memory, after.hard),
        good: restsAfter(held.memory, after.good),
        easy: restsAfter(held.memory, after.easy),
      },
    }
  }

  return { ask, answer }
}

/** Each is proved against the machine on the device, too: one that it does not agree with is not asked. */
function soundBody({ taken: { card } }: DeviceCard, { handle, seed, body }: TakenShowing) {
  return findSoundBody({ id: `${card} ${handle} ${seed}`, version: 1, body })
}

function presentTaken(say: Say, device: DeviceCard): PresentedQuestion | null {
  const { taken, memory, reviews } = device
  const showing = taken.showings[reviews % taken.showings.length]
  const topic = topics.find((known) => known === showing?.topic)
  const body = showing === undefined ? null : soundBody(device, showing)
  if (showing === undefined || body === null || topic === undefined) return null
  const { handle, seed, level } = showing
  const question = presentItem(say, { position: 0, topic, level, body, options: showOptions(body, seed) })
  return { kind: 'question', card: taken.card, handle, seed, question, isNew: memory === null }
}
