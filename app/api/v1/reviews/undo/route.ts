import { isForeign } from '@/lib/session/is-foreign'
import { findReader } from '@/lib/session/reader'
import { findLearner } from '@/lib/store/review/learner'
import { undoReview } from '@/lib/store/review/undo-review'
import { undoRefusalStatus, undoRequestSchema } from '@/lib/words/review-exchange'
import { readSent, type Sent } from '../../read-sent'
import { refusal } from '../../refusal'

/** Takes back the review that is named, where it is the last one still; or the last one, where none is named. */
export async function POST(request: Request) {
  // A page of before this could be named sends nothing at all.
  const isNamed = request.headers.has('content-type')
  const body = isNamed ? await readSent(request) : readNothing(request)
  if (body.kind === 'refused') return body.response
  const sent = undoRequestSchema.safeParse(body.value)
  if (!sent.success) return refuse('invalid')
  const { userId, settings, foundTimeZone } = await findReader()
  if (userId === undefined) return refuse('nothing to undo')
  const now = new Date()
  const { scheduler } = await findLearner({ userId, settings, foundTimeZone, now })
  const undone = await undoReview(userId, scheduler, now, sent.data.review)
  return undone.kind === 'refused' ? refuse(undone.error) : new Response(null, { status: 204 })
}

function readNothing({ headers }: Request): Sent {
  return isForeign(headers) ? { kind: 'refused', response: refusal('foreign', 403) } : { kind: 'read', value: {} }
}

function refuse(error: keyof typeof undoRefusalStatus) {
  return refusal(error, undoRefusalStatus[error])
}
