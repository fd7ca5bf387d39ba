import { loadSay } from '@/lib/i18n/say'
import { findLearner } from '@/lib/store/review/learner'
import { markReview } from '@/lib/store/review/mark-review'
import { comesBackByRating } from '@/lib/words/come-back'
import { presentFeedback } from '@/lib/words/present-feedback'
import { type CheckReply, reviewRequestSchema } from '@/lib/words/review-exchange'
import { receive, refuse } from '../receive'

/** One card answered by somebody who rates themselves: the verdict, and where each rating would lead. Nothing is kept. */
export async function POST(request: Request) {
  const received = await receive(request, reviewRequestSchema)
  if (received.kind === 'refused') return received.response
  const { sent, reader } = received
  const marked = await markReview(reader.userId, sent)
  if (marked.kind === 'refused') return refuse(marked.error)
  const now = new Date()
  const { scheduler, today } = await findLearner({ ...reader, now })
  const say = await loadSay(sent.locale)
  const reply: CheckReply = {
    feedback: presentFeedback(say, marked.body, marked.shown, marked.answer),
    comesBack: comesBackByRating(say, scheduler.preview(marked.memory, { atMs: now.getTime(), day: today })),
  }
  return Response.json(reply)
}
