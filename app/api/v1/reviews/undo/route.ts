import { findReader } from '@/lib/session/reader'
import { findLearner } from '@/lib/store/review/learner'
import { undoReview } from '@/lib/store/review/undo-review'

const status = { 'nothing to undo': 409, busy: 503 } as const

/** Takes back the last review. */
export async function POST() {
  const { userId, settings, foundTimeZone } = await findReader()
  if (userId === undefined) return refuse('nothing to undo')
  const now = new Date()
  const { scheduler } = await findLearner({ userId, settings, foundTimeZone, now })
  const undone = await undoReview(userId, scheduler, now)
  return undone.kind === 'refused' ? refuse(undone.error) : new Response(null, { status: 204 })
}

function refuse(error: keyof typeof status) {
  return Response.json({ error }, { status: status[error] })
}
