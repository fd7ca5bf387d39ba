import { z } from 'zod'
import type { Body } from '../items/item'
import { givenSchema } from '../items/shown'
import type { DayClock } from '../review/day'
import type { Memory } from '../review/memory'
import { ratings } from '../review/rating'
import type { Scheduling } from '../review/scheduler'

/** The most cards that a device takes along, and the most reviews that it sends at once. */
const mostAtOnce = 50

const instant = z.int().min(0).max(8_640_000_000_000_000)
const number = z.int().min(0).max(4294967295)

/** What a device asks for: the cards that it holds already, as they were. */
export const aheadRequestSchema = z.strictObject({
  held: z
    .array(z.strictObject({ card: z.uuid(), version: number }))
    .max(mostAtOnce)
    .readonly(),
})

/** One form in which a card is asked: the situation and the query, from which the machine works out the key. */
export type TakenShowing = {
  readonly handle: number
  readonly seed: number
  readonly topic: string
  readonly level: number
  readonly body: Body
  /** What is shown, as a number (`printOf`). */
  readonly print: number
}

/** What a device needs to ask a card and to go on with its memory; null before the first review. */
export type CardContent = { readonly memory: Memory | null; readonly showings: readonly TakenShowing[] }

/** What the server answers: the cards in their order; of one that the device holds as it is, nothing but that. */
export type AheadReply = {
  /** Whose cards these are. */
  readonly owner: string
  readonly now: number
  readonly scheduling: Scheduling
  readonly clock: DayClock
  readonly selfRating: boolean
  readonly numberKeys: boolean
  /** What an item of each kind takes this learner as a rule. */
  readonly usualMs: Readonly<Record<string, number>>
  readonly cards: readonly {
    readonly card: string
    /** Another number whenever the card is not as it was. */
    readonly version: number
    /** The cards among these that rest for the day when this one is asked. */
    readonly siblings: readonly string[]
    readonly content: CardContent | null
  }[]
}

/** A review that was done on a device, as it is sent. */
export const sentReviewSchema = z.strictObject({
  /** Made on the device; the same id again changes nothing. */
  id: z.uuid(),
  card: z.uuid(),
  handle: number,
  seed: z.int().min(0).max(2147483647),
  given: givenSchema,
  /** What was shown, as the showing came with it: an answer by places is marked against nothing else. */
  print: number,
  tookMs: z
    .int()
    .min(0)
    .transform((ms) => Math.min(ms, 86_400_000)),
  sure: z.boolean(),
  /** The learner's own rating, where they rate themselves; else null. */
  rating: z.enum(ratings).nullable(),
  /** When it was answered, by the device's clock, and when the card was taken along, by both. */
  at: instant,
  taken: z.strictObject({ byServer: instant, byDevice: instant }).readonly(),
})

export type SentReview = Readonly<z.input<typeof sentReviewSchema>>

/** Reviews on their way to the server. Each is parsed by itself: one that makes no sense stops none of the others. */
export const batchRequestSchema = z.strictObject({
  /** Whose reviews these are. */
  owner: z.string().max(100),
  /** What the device's clock says as they leave. */
  now: instant,
  reviews: z.array(z.unknown()).min(1).max(mostAtOnce).readonly(),
})

/** The largest batch in octets: fifty reviews of half a kilobyte take half of it. */
export const largestBatch = 64 * 1024

/** Why a review of a batch is not taken. All but 'busy' are for good. */
export type BatchRefusal = 'invalid' | 'no such card' | 'withdrawn' | 'busy'

/** What became of one review of a batch. */
export type BatchResult =
  | { readonly kind: 'recorded' | 'already' }
  | { readonly kind: 'refused'; readonly error: BatchRefusal }

/** The results in the order in which the reviews were sent. */
export type BatchReply = { readonly results: readonly BatchResult[] }

/** Why nothing of a whole request is taken, and the status that says so: nobody is signed in, or somebody else. */
export const deviceRefusalStatus = { invalid: 400, 'signed out': 401, 'another owner': 409 } as const
