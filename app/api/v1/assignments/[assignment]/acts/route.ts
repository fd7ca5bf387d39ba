import { z } from 'zod'
import { parseInput } from '@/lib/programs/parse-input'
import { problemResponse } from '@/lib/programs/problem'
import { readJson } from '@/lib/programs/read-json'
import { findUserId } from '@/lib/session/session'
import { staffActSchema, supervise } from '@/lib/store/teach/supervise'

const requestSchema = z.strictObject({
  act: staffActSchema,
  /** One student; null for everybody who has begun. */
  studentId: z.string().max(100).nullable(),
})

/** What staff do to tries that run: more time, a stop of the clock, handing in, opening again. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/assignments/[assignment]/acts'>) {
  const now = new Date()
  const { assignment: assignmentId } = await params
  const body = await readJson(request)
  if (body.kind === 'refused') return problemResponse(body.problem)
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
  return Response.json({ error: done.error }, { status: done.error === 'busy' ? 503 : 404, headers })
}
