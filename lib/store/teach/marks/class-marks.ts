import 'server-only'
import { z } from 'zod'
import { windowFor } from '../../../teach/assignment'
import {
  type CourseMarking,
  courseMarkingSchema,
  type Mark,
  markOf,
  type Try,
  usualMarking,
} from '../../../teach/gradebook'
import { worthOf } from '../../../teach/worth'
import { instantColumn, jsonColumn } from '../../columns'
import type { Database } from '../../database'
import type { Prepare } from '../../sqlite/statements'
import { assignmentsOf, exceptionsOf, type MarkedAssignment, placeOf } from './assignments'
import { listScoredTries, type ScoredTry } from './paper-scores'

/** What staff gave by hand, the newest in force. */
export type ByHand = {
  readonly at: number
  readonly by: string
  readonly points: number | null
  readonly reason: string
  readonly comment: string
}

export type MarkCell = {
  readonly mark: Mark | null
  readonly byHand: ByHand | null
  readonly tries: readonly ScoredTry[]
  /** When it is due for this student, or closes where nothing is due; null where neither. */
  readonly dueAt: number | null
}

/** Everything that makes the marks of a course. */
export type ClassMarks = {
  readonly assignments: readonly MarkedAssignment[]
  /** The cell of a student; `points` puts other points in the place of those of a try, as a regrade would. */
  cellOf(assignment: MarkedAssignment, userId: string, points?: PointsOf): MarkCell
}

export type PointsOf = (one: ScoredTry) => { readonly earned: number; readonly outOf: number }

const byHandRow = z.object({
  assignmentId: z.string(),
  userId: z.string(),
  at: instantColumn.transform((at) => at.getTime()),
  by: z.string(),
  points: z.number().nullable(),
  reason: z.string(),
  comment: z.string(),
})

/** Reads the marks of a course, of one student or of all, at one assignment or at all. Who may is the caller's to ask. */
export async function readMarks(
  database: Database,
  which: { readonly courseId: string; readonly now: number; readonly assignmentId?: string; readonly userId?: string },
): Promise<ClassMarks> {
  const { courseId, now } = which
  const exceptions = exceptionsOf(database.read, courseId)
  const byHand = byHandOf(database.read, courseId)
  const tries = groupTries(await listScoredTries(database, which))
  return {
    assignments: assignmentsOf(database.read, courseId).filter(({ id }) => (which.assignmentId ?? id) === id),
    cellOf(assignment, userId, points = (one) => one) {
      const place = exceptions.size + byHand.size === 0 ? '' : placeOf(assignment.id, userId)
      const { dueAt, closesAt } = windowFor(assignment.window, exceptions.get(place) ?? null)
      const own = tries.get(assignment.id)?.get(userId) ?? []
      const given = byHand.get(place) ?? null
      const ends = closesAt ?? dueAt
      const mark = markOf({
        tries: own.map((one): Try => {
          const { number, finishedAt } = one
          const { earned, outOf } = points(one)
          return { number, earned, outOf, worth: worthOf(assignment.settings, { number, finishedAt, dueAt }) }
        }),
        counts: assignment.settings.counts,
        overrides: given === null ? [] : [given],
        outOf: assignment.outOf,
        isClosed: ends !== null && now >= ends,
      })
      return { mark, byHand: given, tries: own, dueAt: dueAt ?? closesAt }
    },
  }
}

/** By assignment and student. */
function groupTries(tries: readonly ScoredTry[]): ReadonlyMap<string, ReadonlyMap<string, readonly ScoredTry[]>> {
  const groups = new Map<string, Map<string, ScoredTry[]>>()
  for (const one of tries) {
    const { assignmentId, userId } = one
    const ofAssignment = groups.get(assignmentId) ?? new Map<string, ScoredTry[]>()
    groups.set(assignmentId, ofAssignment)
    const group = ofAssignment.get(userId)
    if (group === undefined) ofAssignment.set(userId, [one])
    else group.push(one)
  }
  return groups
}

function byHandOf(read: Prepare, courseId: string): ReadonlyMap<string, ByHand> {
  const rows = read<[string]>(
    `SELECT o."assignmentId", o."userId", o.at, o."by", o.points, o.reason, o.comment
     FROM "Override" o JOIN "Assignment" a ON a.id = o."assignmentId" WHERE a."courseId" = ? ORDER BY o.at, o.rowid`,
  ).all(courseId)
  return new Map(
    z
      .array(byHandRow)
      .parse(rows)
      .map(({ assignmentId, userId, ...given }) => [placeOf(assignmentId, userId), given]),
  )
}

/** How the course makes a total of its marks. */
export function markingOf(read: Prepare, courseId: string): CourseMarking {
  const text = read<[string], string>('SELECT marking FROM "Course" WHERE id = ?').pluck().get(courseId)
  const parsed = courseMarkingSchema.safeParse(text === undefined ? {} : jsonColumn.parse(text))
  return parsed.success ? parsed.data : usualMarking
}
