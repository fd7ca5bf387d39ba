import 'server-only'
import { type CourseTotal, courseTotal, type Mark, weightOf } from '../../../teach/gradebook'
import { shownTo } from '../../../teach/shown'
import { database } from '../../database'
import { type Course, findCourse } from '../course'
import { markingOf, readMarks } from './class-marks'

export type OwnMark = {
  readonly assignmentId: string
  readonly title: string
  readonly weight: number
  readonly outOf: number
  /** Null where there is none yet, or where it is not to be seen yet. */
  readonly mark: Mark | null
  /** What staff wrote; empty where nothing is to be seen. */
  readonly comment: string
  readonly isByHand: boolean
  /** Whether there is something that the release keeps back. */
  readonly isHeldBack: boolean
  readonly dueAt: number | null
  /** The finished tries, the newest first. */
  readonly attempts: readonly { readonly attemptId: string; readonly number: number }[]
}

export type OwnMarks = {
  readonly course: Course
  readonly marks: readonly OwnMark[]
  readonly total: CourseTotal | null
}

/**
 * A student's own marks in a course, as far as the release lets them be seen; undefined where they may not sit its papers.
 * What is not to be seen is not in it, in the total neither.
 */
export async function findOwnMarks(which: {
  readonly userId: string
  readonly courseId: string
  readonly now: Date
}): Promise<OwnMarks | undefined> {
  const { userId, courseId } = which
  const now = which.now.getTime()
  const course = await findCourse({ userId, courseId, act: 'take' })
  if (course === undefined) return undefined
  const opened = await database()
  const marking = markingOf(opened.read, courseId)
  const { assignments, cellOf } = await readMarks(opened, { courseId, userId, now })
  const marks = assignments.map((assignment): OwnMark => {
    const { mark, byHand, tries, dueAt } = cellOf(assignment, userId)
    const { id: assignmentId, title, settings, outOf, releasedAt } = assignment
    const { score } = shownTo({ settings, now, isFinished: true, dueAt, releasedAt })
    const newestFirst = tries.toSorted((a, b) => b.number - a.number)
    return {
      ...{ assignmentId, title, outOf, dueAt, weight: weightOf(marking, assignmentId) },
      mark: score ? mark : null,
      comment: score ? (byHand?.comment ?? '') : '',
      isByHand: score && mark?.from === 'override',
      isHeldBack: !score && mark !== null,
      attempts: newestFirst.map(({ attemptId, number }) => ({ attemptId, number })),
    }
  })
  return { course, marks, total: courseTotal(marks, marking) }
}
