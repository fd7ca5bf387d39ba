import { examState } from '@/lib/assessment/exam-state'
import { streamChanges } from '@/lib/live-stream'
import { clockTopic } from '@/lib/live-topics'
import { findUserId } from '@/lib/session/session'
import { findAttempt } from '@/lib/store/exam/exam'
import { refuse } from '../../reply'

/** A room is told of a change within this time; who waits for minutes sees them within five seconds. */
const spreadMs = 1500

/** Tells the pages of a try how it stands, whenever staff have changed a clock of its assignment: 500 pages need not ask. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/exams/[attempt]/events'>) {
  const { attempt: attemptId } = await params
  const userId = await findUserId(request.headers)
  if (userId === undefined) return refuse('no such exam')
  const find = () => findAttempt({ userId, attemptId, now: new Date() })
  const exam = await find()
  if (exam === undefined || exam.assignmentId === null) return refuse('no such exam')
  const say = async () => {
    const found = await find()
    return found && JSON.stringify(examState(found.attempt, Date.now()))
  }
  return streamChanges([clockTopic(exam.assignmentId)], request.signal, { say, spreadMs })
}
