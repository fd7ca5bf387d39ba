import 'server-only'
import { windowFor } from '../../teach/assignment'
import { mayRole } from '../../teach/roles'
import { type Shown, shownTo } from '../../teach/shown'
import { database } from '../database'
import type { Exam } from '../exam/exam'
import { readAssignment, type SeenAssignment, windowOf } from './assignment'
import { readException } from './exception'

const everything: Shown = { score: true, answers: true, key: true, explanation: true }
const nothing: Shown = { score: false, answers: false, key: false, explanation: false }

/**
 * What of an attempt its owner is shown now, and the assignment that says so: of a mock exam that is over everything; of a
 * try what its settings and its release say; of one in a course that they have left nothing. Staff see their own look at a
 * paper whole.
 */
export async function findShown(
  userId: string,
  { assignmentId, attempt }: Pick<Exam, 'assignmentId' | 'attempt'>,
  now: Date,
): Promise<{ readonly shown: Shown; readonly assignment: SeenAssignment | null }> {
  const isFinished = attempt.finished !== null
  if (assignmentId === null) return { shown: isFinished ? everything : nothing, assignment: null }
  const { read } = await database()
  const assignment = readAssignment(read, { userId, assignmentId, act: 'see course' })
  if (assignment === undefined) return { shown: nothing, assignment: null }
  if (mayRole(assignment.role, 'see papers')) return { shown: isFinished ? everything : nothing, assignment }
  const { dueAt, closesAt } = windowFor(windowOf(assignment), readException(read, { userId, assignmentId }))
  const shown = shownTo({
    settings: assignment.settings,
    now: now.getTime(),
    isFinished,
    dueAt: dueAt ?? closesAt,
    releasedAt: assignment.releasedAt?.getTime() ?? null,
  })
  return { shown, assignment }
}
