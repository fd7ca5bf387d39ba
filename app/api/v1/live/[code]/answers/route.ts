import { z } from 'zod'
import { givenSchema, readGiven, showOptions } from '@/lib/items/shown'
import { publish } from '@/lib/live-hub'
import { liveTopics } from '@/lib/live-topics'
import { ensureVoter } from '@/lib/session/voter'
import { answerLive } from '@/lib/store/teach/answer-live'
import { readSent } from '../../../read-sent'
import { refusal } from '../../../refusal'
import { findByCode } from '../../find-by-code'

const requestSchema = z.strictObject({ given: givenSchema })

const statuses = {
  invalid: 400,
  'no code': 404,
  'no such question': 404,
  closed: 409,
  full: 409,
  wait: 429,
  busy: 503,
} as const

/** What a phone in the hall answers; no account, and nothing about what is right. What is acknowledged here is on disk. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/live/[code]/answers'>) {
  const body = await readSent(request)
  if (body.kind === 'refused') return body.response
  const found = await findByCode((await params).code, request.headers)
  if (found.kind === 'refused') return refuse(found.error)
  const sent = requestSchema.safeParse(body.value)
  if (!sent.success) return refuse('invalid')
  const { id, asked, seed, state } = found.live
  if (state !== 'open') return refuse('closed')
  const answer = readGiven(asked.body, showOptions(asked.body, seed), sent.data.given)
  if (answer === null) return refuse('invalid')
  const answered = await answerLive({ liveId: id, voter: await ensureVoter(id), answer, now: new Date() })
  if (answered.kind === 'refused') return refuse(answered.error)
  publish(liveTopics.answers(id))
  return Response.json({ kept: true }, { headers: { 'Cache-Control': 'private, no-store' } })
}

function refuse(error: keyof typeof statuses) {
  return refusal(error, statuses[error])
}
