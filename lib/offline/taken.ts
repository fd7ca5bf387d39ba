import type { Rating } from '../review/rating'
import type { Moment } from './corrected-time'
import type { AheadReply, BatchRefusal, CardContent, SentReview } from './exchange'

/** A card as a device holds it. */
export type TakenCard = Pick<AheadReply['cards'][number], 'card' | 'version' | 'siblings'> & CardContent

/** All that a device has taken along: the cards, whose they are, and how their owner wants to review. */
export type Taken = Omit<AheadReply, 'now' | 'cards'> & {
  /** The build of the app that took them along: another one asks for them anew. */
  readonly build: string
  readonly at: Moment
  readonly cards: readonly TakenCard[]
}

/** A review on a device. It stays there until it is sent and the cards have been taken along anew. */
export type DeviceReview = {
  /** Whose it is: it waits for them, whoever is signed in meanwhile. */
  readonly owner: string
  /** As it is sent. */
  readonly sent: SentReview
  /** What the device counted it as, and what was asked. */
  readonly rating: Rating
  readonly kind: string
  /** `unrated`: its learner has yet to say how well they remembered, and until then it is not sent. */
  readonly status: 'unrated' | 'unsent' | 'sent' | { readonly refused: Exclude<BatchRefusal, 'busy'> }
}

/**
 * What a device holds once the server has answered: of a card that it held as it is, what it had. A card that it was
 * thought to hold and does not is left out, and comes at the next asking.
 */
export function takeAlong(held: Taken | null, reply: AheadReply, { build, byDevice }: Taking): Taken {
  const { now, cards, ...rest } = reply
  const before = new Map(held?.cards.map((card) => [`${card.card} ${card.version}`, card]))
  return {
    ...rest,
    build,
    at: { byServer: now, byDevice },
    cards: cards.flatMap(({ card, version, siblings, content }) => {
      const kept = content ?? before.get(`${card} ${version}`)
      return kept === undefined ? [] : [{ card, version, siblings, memory: kept.memory, showings: kept.showings }]
    }),
  }
}

type Taking = { readonly build: string; readonly byDevice: number }
