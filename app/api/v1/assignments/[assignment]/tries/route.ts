import { z } from 'zod'
import { isWithin } from '@/lib/network'
import { parseInput } from '@/lib/programs/parse-input'
import { problemResponse } from '@/lib/programs/problem'
import { findUserId } from '@/lib/session/session'
import { type StartRefusal, startTry } from '@/lib/store/teach/start-try'
import { readSent } from '../../../read-sent'
import { refusal } from '../../../refusal'

const requestSchema = z.strictObject({ password: z.string().max(100), isHonoured: z.boolean() })

const statusOf: Readonly<Record<StartRefusal | 'short' | 'missing', number>> = {
  'no such assignment': 404,
  'not open': 409,
  closed: 410,
  'no tries left': 409,
  password: 403,
  'password wait': 429,
  'password tomorrow': 429,
  honour: 403,
  network: 403,
  short: 409,
  missing: 409,
  busy: 503,
}

/**
 * Begins a try, or goes on with the open one. Versioned, as everything that a room does in the same second: a deployment
 * breaks no page that waits for the start.
 */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/assignments/[assignment]/tries'>) {
  // When it arrived, whatever waits before it is read.
  const now = new Date()
  const { assignment: assignmentId } = await params
  const body = await readSent(request)
  if (body.kind === 'refused') return body.response
  const parsed = parseInput(requestSchema, body.value)
  if (parsed.kind === 'refused') return problemResponse(parsed.problem)
  const userId = await findUserId(request.headers)
  const { password, isHonoured } = parsed.value
  // The last hop is what the server or the proxy before it has seen (scripts/sender.mjs); before it anything can stand.
  const address = (request.headers.get('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? ''
  const isFromNetwork = (networks: readonly string[]) => networks.length === 0 || isWithin(address, networks)
  const started =
    userId === undefined
      ? ({ kind: 'refused', error: 'no such assignment' } as const)
      : await startTry({ userId, assignmentId, now, password, isHonoured, isFromNetwork })
  if ('attemptId' in started) {
    const status = started.kind === 'started' ? 201 : 200
    return Response.json(
      { attemptId: started.attemptId },
      { status, headers: { 'Cache-Control': 'private, no-store' } },
    )
  }
  const error = started.kind === 'refused' ? started.error : started.kind
  return refusal(error, statusOf[error])
}
