import { loadSay } from '@/lib/i18n/say'
import { problemResponse } from '@/lib/programs/problem'
import { readJson } from '@/lib/programs/read-json'
import { findReader } from '@/lib/session/reader'
import { findLearner } from '@/lib/store/review/learner'
import { markReview } from '@/lib/store/review/mark-review'
import { comesBackByRating } from '@/lib/words/come-back'
import { presentFeedback } from '@/lib/words/present-feedback'
import { type CheckReply, reviewRefusalStatus, reviewRequestSchema } from '@/lib/words/review-exchange'

/** One card answered by somebody who rates themselves: the verdict, and where each rating would lead. Nothing is kept. */
export async function POST(request: Request) {
  const body = await readJson(request)
  if (body.kind === 'refused') return problemResponse(body.problem)
  const { userId, settings, foundTimeZone } = await findReader()
  if (userId === undefined) return refuse('no such card')
  const sent = reviewRequestSchema.safeParse(body.value)
  if (!sent.success) return refuse('invalid')
  const marked = await markReview(userId, sent.data)
  if (marked.kind === 'refused') return refuse(marked.error)
  const now = new Date()
  const { scheduler, today } = await findLearner({ userId, settings, foundTimeZone, now })
  const say = await loadSay(sent.data.locale)
  const reply: CheckReply = {
    feedback: presentFeedback(say, marked.body, marked.shown, marked.answer),
    comesBack: comesBackByRating(say, scheduler.preview(marked.memory, { atMs: now.getTime(), day: today })),
  }
  return Response.json(reply)
}

function refuse(error: keyof typeof reviewRefusalStatus) {
  return Response.json({ error }, { status: reviewRefusalStatus[error] })
}
