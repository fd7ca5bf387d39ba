import { examState } from '@/lib/assessment/exam-state'
import { type ExamRefusal, type ExamReply, refusalStatus } from '@/lib/assessment/exchange'
import type { Loaded } from '@/lib/store/exam/exam-log'
import type { Recorded } from '@/lib/store/exam/record-change'
import { refusal } from '../refusal'

/** Nothing of an exam is for a cache on the way. */
const headers = { 'Cache-Control': 'private, no-store' }

/** The state of an attempt as it is now. */
export function tell({ attempt }: Loaded): Response {
  return Response.json({ state: examState(attempt, Date.now()) } satisfies ExamReply, { headers })
}

/** Why a request is not in force, with what is. */
export function refuse(error: ExamRefusal, exam?: Loaded): Response {
  return refusal(
    error,
    refusalStatus[error],
    exam && ({ state: examState(exam.attempt, Date.now()) } satisfies Partial<ExamReply>),
  )
}

/** What became of something recorded, with what is in force. */
export function tellRecorded(recorded: Recorded): Response {
  if (recorded.kind === 'recorded') return tell(recorded.exam)
  return refuse(recorded.error, 'exam' in recorded ? recorded.exam : undefined)
}
