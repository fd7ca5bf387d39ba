import { z } from 'zod'
import { locales } from '../i18n/routing'
import { givenSchema } from '../items/shown'
import { type Rating, ratings } from '../review/rating'
import type { PresentedFlip } from './presented-flip'
import type { Feedback, PresentedItem } from './presented-item'

/** What the browser sends when a card was answered. `id` is made by the browser; the same id again changes nothing. */
export const reviewRequestSchema = z.strictObject({
  id: z.uuid(),
  card: z.uuid(),
  handle: z.int().min(0).max(4294967295),
  seed: z.int().min(0).max(2147483647),
  given: givenSchema,
  tookMs: z
    .int()
    .min(0)
    .transform((ms) => Math.min(ms, 86_400_000)),
  /** When it was answered, by the device's clock. */
  at: z.iso.datetime(),
  sure: z.boolean(),
  helped: z.boolean(),
  /** The learner's own rating, where they rate themselves; else null. */
  rating: z.enum(ratings).nullable(),
  /** Where this answer is wrong, only that is to be said, and nothing counted: another try follows. */
  mayTryAgain: z.boolean().default(false),
  locale: z.enum(locales),
})

/** What the browser sends when a hint is asked for. */
export const hintRequestSchema = reviewRequestSchema.pick({ card: true, handle: true, seed: true, locale: true })

/** What the browser sends to take a review back: which one, where it knows that; else the last one is meant. */
export const undoRequestSchema = z.strictObject({ review: z.uuid().nullable().default(null) })

/** A hint in words, where to read, and the places of options that it strikes out. */
export type HintReply = { readonly text: string; readonly cite: string; readonly struck: readonly number[] }

/** What the browser sends when a card was answered aside from the schedule, with the card to ask next, if any. */
export const cramRequestSchema = z.strictObject({
  ...reviewRequestSchema.pick({ card: true, handle: true, seed: true, given: true, locale: true }).shape,
  next: reviewRequestSchema.pick({ card: true, seed: true }).nullable(),
})

/** Null as the next where it can be asked no more. */
export type CramReply = { readonly feedback: Feedback; readonly next: PresentedQuestion | null }

/** What is said instead of a verdict where another try follows. */
export type NotYet = { readonly notYet: true }

/** A card as a browser gets it: a question, or two sides to flip. */
export type PresentedCard = PresentedQuestion | PresentedFlip

/** The question of a card, and what names it to the server without telling the answer. */
export type PresentedQuestion = {
  readonly kind: 'question'
  readonly card: string
  readonly handle: number
  readonly seed: number
  readonly question: PresentedItem
  readonly isNew: boolean
}

/** What is left for today. */
export type Left = { readonly due: number; readonly fresh: number; readonly steps: number }

/** What somebody who rates themselves is told before they do: the verdict, and when the card comes back by each rating. */
export type CheckReply = { readonly feedback: Feedback; readonly comesBack: Readonly<Record<Rating, string>> }

export type ReviewReply = {
  readonly feedback: Feedback
  readonly rating: Rating
  /** When the card comes back, in words. */
  readonly comesBack: string
  /** It has been forgotten so often that it rests now. */
  readonly leech: boolean
  readonly left: Left
  /** Null when nothing is left for now. */
  readonly next: PresentedCard | null
}

/** Why no review is taken back, and the status that says so. */
export const undoRefusalStatus = { invalid: 400, 'nothing to undo': 409, busy: 503 } as const

/** Why a review is not taken, and the status that says so. */
export const reviewRefusalStatus = { invalid: 400, 'no such card': 404, withdrawn: 410, busy: 503 } as const
