import { correctedTime } from '@/lib/offline/corrected-time'
import {
  type BatchReply,
  batchRequestSchema,
  deviceRefusalStatus,
  largestBatch,
  sentReviewSchema,
} from '@/lib/offline/exchange'
import { findReader } from '@/lib/session/reader'
import { findLearner } from '@/lib/store/review/learner'
import { recordReviews } from '@/lib/store/review/record-reviews'
import { readSent } from '../../read-sent'
import { refusal } from '../../refusal'

/** Reviews that were done without a network: each marked by the machine and put in its place in the log, in order of time. */
export async function POST(request: Request) {
  const body = await readSent(request, largestBatch)
  if (body.kind === 'refused') return body.response
  const now = new Date()
  const batch = batchRequestSchema.safeParse(body.value)
  if (!batch.success) return refuse('invalid')
  const { userId, settings, foundTimeZone } = await findReader()
  if (userId === undefined) return refuse('signed out')
  if (batch.data.owner !== userId) return refuse('another owner')

  const sent = { byServer: now.getTime(), byDevice: batch.data.now }
  const parsed = batch.data.reviews.map((review) => sentReviewSchema.safeParse(review))
  const reviews = parsed.map(({ data }) => {
    if (data === undefined) return null
    const { taken, at, ...review } = data
    return { ...review, at: new Date(correctedTime({ at, taken, sent })) }
  })
  const results = await recordReviews(
    { userId, reviews, receivedAt: now },
    await findLearner({ userId, settings, foundTimeZone, now }),
  )
  return Response.json({ results } satisfies BatchReply)
}

function refuse(error: keyof typeof deviceRefusalStatus) {
  return refusal(error, deviceRefusalStatus[error])
}
