import { z } from 'zod'
import { parseInput } from '@/lib/programs/parse-input'
import { problemResponse } from '@/lib/programs/problem'
import { findUserId } from '@/lib/session/session'
import { staffActSchema, supervise } from '@/lib/store/teach/supervise'
import { readSent } from '../../../read-sent'
import { refusal } from '../../../refusal'

const requestSchema = z.strictObject({
  act: staffActSchema,
  /** One student; null for everybody who has begun. */
  studentId: z.string().max(100).nullable(),
})

/** What staff do to tries that run: more time, a stop of the clock, handing in, opening again. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/assignments/[assignment]/acts'>) {
  const now = new Date()
  const { assignment: assignmentId } = await params
  const body = await readSent(request)
  if (body.kind === 'refused') return body.response
  const parsed = parseInput(requestSchema, body.value)
  if (parsed.kind === 'refused') return problemResponse(parsed.problem)
  const userId = await findUserId(request.headers)
  const { act, studentId } = parsed.value
  const done =
    userId === undefined
      ? ({ kind: 'refused', error: 'no such assignment' } as const)
      : await supervise({ userId, assignmentId }, act, { studentId, now })
  const headers = { 'Cache-Control': 'private, no-store' }
  if (done.kind === 'done') return Response.json({ count: done.count }, { headers })
  return refusal(done.error, done.error === 'busy' ? 503 : 404)
}
