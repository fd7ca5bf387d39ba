import type { z } from 'zod'
import { loadSay } from '@/lib/i18n/say'
import { dayOf } from '@/lib/review/day'
import { findDeckByName } from '@/lib/review/deck'
import { findCardOf } from '@/lib/store/review/find-card-of'
import { findNextFlip } from '@/lib/store/review/flip'
import { findLearner, type LearnerToday } from '@/lib/store/review/learner'
import { findNextAsked } from '@/lib/store/review/next-asked'
import { recordReview } from '@/lib/store/review/record-review'
import { siblingsOf } from '@/lib/store/review/siblings-of'
import { comesBack } from '@/lib/words/come-back'
import { type FlipReply, flipRequestSchema } from '@/lib/words/flip-exchange'
import { presentCard } from '@/lib/words/present-card'
import { receive, refuse } from '../receive'

type Sent = z.infer<typeof flipRequestSchema>
type Who = { readonly userId: string; readonly learner: LearnerToday; readonly now: Date }

/** One card flipped and rated by its learner: logged and scheduled as any review. What is acknowledged here is on disk. */
export async function POST(request: Request) {
  const received = await receive(request, flipRequestSchema)
  if (received.kind === 'refused') return received.response
  const { sent, reader } = received
  const { userId, settings, foundTimeZone } = reader
  const card = await findCardOf({ userId, cardId: sent.card })
  if (card === undefined) return refuse('no such card')

  const now = new Date()
  const learner = await findLearner({ userId, settings, foundTimeZone, now })
  // A device's clock may run ahead: nothing was reviewed in the future.
  const at = new Date(Math.min(Date.parse(sent.at), now.getTime()))
  const recorded = await recordReview(
    {
      id: sent.id,
      userId,
      cardId: card.id,
      at,
      day: dayOf(learner.clock, at.getTime()),
      receivedAt: now,
      item: null,
      given: null,
      evidence: { right: sent.rating !== 'again', helped: false, sure: false, tookMs: sent.tookMs },
      selfRating: sent.rating,
      siblings: card.factId === null ? [] : await siblingsOf(card.factId),
    },
    learner,
  )
  if (recorded.kind === 'refused') return refuse(recorded.error)

  const say = await loadSay(sent.locale)
  const { waiting, next } = await findNext(sent, { userId, learner, now })
  const reply: FlipReply = {
    rating: recorded.rating,
    comesBack: recorded.card.memory === null ? '' : comesBack(say, recorded.card.memory),
    leech: recorded.kind === 'recorded' && recorded.leech,
    left: { due: waiting.due, fresh: waiting.fresh, steps: waiting.steps + waiting.soon },
    next: next === undefined ? null : presentCard(say, next),
  }
  return Response.json(reply)
}

async function findNext({ next }: Sent, { userId, learner, now }: Who) {
  if (next.of === 'review') {
    const { waiting, asked } = await findNextAsked(userId, learner, now)
    return { waiting, next: asked }
  }
  const deck = findDeckByName(next.deck) ?? ({ kind: 'all' } as const)
  const onScreen = next.onScreen === null ? undefined : await findCardOf({ userId, cardId: next.onScreen })
  const { waiting, flip } = await findNextFlip({ userId, learner, now, deck, onScreen: onScreen ?? null })
  return { waiting, next: flip }
}
