import { streamChanges } from '@/lib/live-stream'
import { clockTopic } from '@/lib/live-topics'
import { findUserId } from '@/lib/session/session'
import { findAttempt } from '@/lib/store/exam/exam'
import { refuse } from '../../reply'

/** Tells the pages of a try that staff have changed a clock of its assignment; whose and how, they ask anew. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/exams/[attempt]/events'>) {
  const { attempt: attemptId } = await params
  const userId = await findUserId(request.headers)
  const exam = userId === undefined ? undefined : await findAttempt({ userId, attemptId, now: new Date() })
  if (exam === undefined || exam.assignmentId === null) return refuse('no such exam')
  return streamChanges([clockTopic(exam.assignmentId)], request.signal)
}
