import { examState } from '@/lib/assessment/exam-state'
import { type ExamRefusal, type ExamReply, refusalStatus } from '@/lib/assessment/exchange'
import type { Loaded } from '@/lib/store/exam/exam-log'

/** Nothing of an exam is for a cache on the way. */
const headers = { 'Cache-Control': 'private, no-store' }

/** The state of an attempt as it is now. */
export function tell({ attempt }: Loaded): Response {
  return Response.json({ state: examState(attempt, Date.now()) } satisfies ExamReply, { headers })
}

/** Why a request is not in force, with what is. */
export function refuse(error: ExamRefusal, exam?: Loaded): Response {
  const reply: ExamReply = exam === undefined ? { error } : { error, state: examState(exam.attempt, Date.now()) }
  return Response.json(reply, { status: refusalStatus[error], headers })
}
