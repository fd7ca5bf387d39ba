import { z } from 'zod'
import { locales } from '../i18n/routing'
import { type Rating, ratings } from '../review/rating'
import type { Left, PresentedCard } from './review-exchange'

/** What the browser sends when a card was flipped and rated. The same id again changes nothing. */
export const flipRequestSchema = z.strictObject({
  id: z.uuid(),
  card: z.uuid(),
  rating: z.enum(ratings),
  tookMs: z
    .int()
    .min(0)
    .transform((ms) => Math.min(ms, 86_400_000)),
  /** When it was rated, by the device's clock. */
  at: z.iso.datetime(),
  /** What is to come next: the card after the one that is on the screen already, of a deck; or the next card of the review. */
  next: z.union([
    z.strictObject({ of: z.literal('review') }),
    z.strictObject({ of: z.literal('deck'), deck: z.string().max(64), onScreen: z.uuid().nullable() }),
  ]),
  locale: z.enum(locales),
})

export type FlipReply<Next extends PresentedCard = PresentedCard> = {
  readonly rating: Rating
  /** When the card comes back, in words. */
  readonly comesBack: string
  /** It has been forgotten so often that it rests now. */
  readonly leech: boolean
  readonly left: Left
  /** Null when nothing is left for now. */
  readonly next: Next | null
}
