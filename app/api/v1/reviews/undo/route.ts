import { problemResponse } from '@/lib/programs/problem'
import { readJson } from '@/lib/programs/read-json'
import { findReader } from '@/lib/session/reader'
import { findLearner } from '@/lib/store/review/learner'
import { undoReview } from '@/lib/store/review/undo-review'
import { undoRefusalStatus, undoRequestSchema } from '@/lib/words/review-exchange'

/** Takes back the review that is named, where it is the last one still; or the last one, where none is named. */
export async function POST(request: Request) {
  // A page of before this could be named sends nothing at all.
  const isNamed = request.headers.has('content-type')
  const body = isNamed ? await readJson(request) : ({ kind: 'parsed', value: {} } as const)
  if (body.kind === 'refused') return problemResponse(body.problem)
  const sent = undoRequestSchema.safeParse(body.value)
  if (!sent.success) return refuse('invalid')
  const { userId, settings, foundTimeZone } = await findReader()
  if (userId === undefined) return refuse('nothing to undo')
  const now = new Date()
  const { scheduler } = await findLearner({ userId, settings, foundTimeZone, now })
  const undone = await undoReview(userId, scheduler, now, sent.data.review)
  return undone.kind === 'refused' ? refuse(undone.error) : new Response(null, { status: 204 })
}

function refuse(error: keyof typeof undoRefusalStatus) {
  return Response.json({ error }, { status: undoRefusalStatus[error] })
}
