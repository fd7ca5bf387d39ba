import { z } from 'zod'
import { locales } from '../i18n/routing'
import { givenSchema } from '../items/shown'
import type { Feedback, PresentedItem } from './presented-item'

/** What the browser sends with an answer. `id` is made by the browser; the same id again changes nothing. */
export const answerRequestSchema = z.strictObject({
  id: z.uuid(),
  position: z.int().min(0).max(999),
  given: givenSchema,
  /** From seeing the question to answering it; a day at most counts. */
  tookMs: z
    .int()
    .min(0)
    .transform((ms) => Math.min(ms, 86_400_000)),
  locale: z.enum(locales),
})

/** What comes back: the feedback, the fact that was asked, and the next question, null after the last. */
export type AnswerReply = {
  readonly feedback: Feedback
  readonly fact: string
  readonly next: PresentedItem | null
}

/** Why an answer is not taken, and the status that says so. */
export const refusalStatus = {
  invalid: 400,
  'no such practice': 404,
  'already answered': 409,
  withdrawn: 410,
  busy: 503,
} as const
