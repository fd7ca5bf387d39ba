import { loadSay } from '@/lib/i18n/say'
import { dayOf } from '@/lib/review/day'
import { findLearner } from '@/lib/store/review/learner'
import { markReview } from '@/lib/store/review/mark-review'
import { findNextAsked } from '@/lib/store/review/next-asked'
import { recordReview } from '@/lib/store/review/record-review'
import { comesBack } from '@/lib/words/come-back'
import { presentCard } from '@/lib/words/present-card'
import { presentFeedback } from '@/lib/words/present-feedback'
import { type NotYet, type ReviewReply, reviewRequestSchema } from '@/lib/words/review-exchange'
import { receive, refuse } from './receive'

/** One card answered: marked by the machine, logged, scheduled, explained. What is acknowledged here is on disk. */
export async function POST(request: Request) {
  const received = await receive(request, reviewRequestSchema)
  if (received.kind === 'refused') return received.response
  const { sent, reader } = received
  const { userId, settings, foundTimeZone } = reader
  const { id, tookMs, sure, helped, locale, rating } = sent

  const marked = await markReview(userId, sent)
  if (marked.kind === 'refused') return refuse(marked.error)
  if (!marked.right && sent.mayTryAgain) return Response.json({ notYet: true } satisfies NotYet)
  const now = new Date()
  const learner = await findLearner({ userId, settings, foundTimeZone, now })
  // A device's clock may run ahead: nothing was reviewed in the future.
  const at = new Date(Math.min(Date.parse(sent.at), now.getTime()))
  const recorded = await recordReview(
    {
      id,
      userId,
      cardId: marked.cardId,
      at,
      day: dayOf(learner.clock, at.getTime()),
      receivedAt: now,
      item: marked.item,
      given: marked.answer,
      evidence: { right: marked.right, helped, sure, tookMs },
      selfRating: settings.selfRating ? rating : null,
      siblings: marked.siblings,
    },
    learner,
  )
  if (recorded.kind === 'refused') return refuse(recorded.error)

  const say = await loadSay(locale)
  const { waiting, asked } = await findNextAsked(userId, learner, now)
  const reply: ReviewReply = {
    feedback: presentFeedback(say, marked.body, marked.shown, marked.answer),
    rating: recorded.rating,
    comesBack: recorded.card.memory === null ? '' : comesBack(say, recorded.card.memory),
    leech: recorded.kind === 'recorded' && recorded.leech,
    left: { due: waiting.due, fresh: waiting.fresh, steps: waiting.steps + waiting.soon },
    next: asked === undefined ? null : presentCard(say, asked),
  }
  return Response.json(reply)
}
