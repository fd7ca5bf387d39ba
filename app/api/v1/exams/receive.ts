import type * as z from 'zod'
import { parseInput } from '@/lib/programs/parse-input'
import { problemResponse } from '@/lib/programs/problem'
import { findUserId } from '@/lib/session/session'
import type { ExamKey } from '@/lib/store/exam/exam-log'
import { readSent } from '../read-sent'
import { refuse } from './reply'

export type Received<T> =
  | { readonly kind: 'received'; readonly key: ExamKey & { readonly now: Date }; readonly sent: T }
  | { readonly kind: 'refused'; readonly response: Response }

/**
 * What every write of an exam begins with: when it arrived, who sends, and what. The instant is taken first, so that a slow
 * body or a busy server takes nothing from who was in time.
 */
export async function receive<T>(request: Request, attemptId: string, schema: z.ZodType<T>): Promise<Received<T>> {
  const now = new Date()
  const body = await readSent(request)
  if (body.kind === 'refused') return body
  const userId = await findUserId(request.headers)
  if (userId === undefined) return { kind: 'refused', response: refuse('no such exam') }
  const parsed = parseInput(schema, body.value)
  if (parsed.kind === 'refused') return { kind: 'refused', response: problemResponse(parsed.problem) }
  return { kind: 'received', key: { userId, attemptId, now }, sent: parsed.value }
}
