import { findUserId } from '@/lib/session/session'
import { findAttempt } from '@/lib/store/exam/exam'
import { refuse, tell } from '../reply'

/** The clock and the state of an attempt, for its pages to keep in step with. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/exams/[attempt]'>) {
  const { attempt: attemptId } = await params
  const userId = await findUserId(request.headers)
  const exam = userId === undefined ? undefined : await findAttempt({ userId, attemptId, now: new Date() })
  return exam === undefined ? refuse('no such exam') : tell(exam)
}
