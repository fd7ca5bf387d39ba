import { loadSay } from '@/lib/i18n/say'
import { markReview } from '@/lib/store/review/mark-review'
import { findCrammed } from '@/lib/store/review/next-crammed'
import { presentQuestion } from '@/lib/words/present-card'
import { presentFeedback } from '@/lib/words/present-feedback'
import { type CramReply, cramRequestSchema } from '@/lib/words/review-exchange'
import { receive, refuse } from '../receive'

/** One card answered aside from the schedule: marked and explained, and nothing is kept. */
export async function POST(request: Request) {
  const received = await receive(request, cramRequestSchema)
  if (received.kind === 'refused') return received.response
  const { sent, reader } = received
  const marked = await markReview(reader.userId, sent)
  if (marked.kind === 'refused') return refuse(marked.error)
  const say = await loadSay(sent.locale)
  const next = sent.next === null ? undefined : await findCrammed(reader.userId, sent.next)
  const reply: CramReply = {
    feedback: presentFeedback(say, marked.body, marked.shown, marked.answer),
    next: next === undefined ? null : presentQuestion(say, next),
  }
  return Response.json(reply)
}
