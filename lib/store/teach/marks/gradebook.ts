import 'server-only'
import { z } from 'zod'
import { type CourseMarking, type CourseTotal, courseTotal, type Mark, weightOf } from '../../../teach/gradebook'
import { database } from '../../database'
import type { Prepare } from '../../sqlite/statements'
import { type Course, findCourse } from '../course'
import type { MarkedAssignment } from './assignments'
import { type ByHand, markingOf, readMarks } from './class-marks'

export type GradebookCell = {
  readonly mark: Mark | null
  readonly byHand: ByHand | null
  readonly tries: number
}

export type GradebookStudent = {
  readonly userId: string
  readonly name: string
  /** The school's number for them; empty where there is none, and for observers of pseudonyms. */
  readonly number: string
  readonly hasLeft: boolean
  /** In the order of the assignments. */
  readonly cells: readonly GradebookCell[]
  readonly total: CourseTotal | null
}

export type Gradebook = {
  readonly course: Course
  readonly marking: CourseMarking
  readonly assignments: readonly (MarkedAssignment & { readonly weight: number })[]
  readonly students: readonly GradebookStudent[]
}

const studentRow = z.object({
  userId: z.string(),
  name: z.string(),
  pseudonym: z.string(),
  number: z.string(),
  hasLeft: z.literal([0, 1]),
})

/**
 * The marks of a course, for who may see them; undefined for everybody else. Who left stands at the end, and only with
 * something to show. `userId` asks; `studentId` narrows it to one student.
 */
export async function findGradebook(which: {
  readonly userId: string
  readonly courseId: string
  readonly studentId?: string
  readonly now: Date
}): Promise<Gradebook | undefined> {
  const { userId, courseId, studentId, now } = which
  const course = await findCourse({ userId, courseId, act: 'see marks' })
  if (course === undefined) return undefined
  const opened = await database()
  const marking = markingOf(opened.read, courseId)
  const marks = await readMarks(opened, {
    courseId,
    now: now.getTime(),
    ...(studentId !== undefined && { userId: studentId }),
  })
  const students = listStudents(opened.read, course, studentId ?? null).map((student) => {
    const cells = marks.assignments.map((assignment) => {
      const { mark, byHand, tries } = marks.cellOf(assignment, student.userId)
      return { assignmentId: assignment.id, mark, byHand, tries: tries.length }
    })
    return { ...student, cells, total: courseTotal(cells, marking) }
  })
  return {
    course,
    marking,
    assignments: marks.assignments.map((one) => ({ ...one, weight: weightOf(marking, one.id) })),
    students: students.filter(
      ({ hasLeft, cells }) => !hasLeft || cells.some(({ tries, byHand }) => tries > 0 || byHand),
    ),
  }
}

/** The students of a course by name, with those who left at the end; for observers by what the course lets them see. */
export function listStudents(
  read: Prepare,
  { id, names, role }: Course,
  studentId: string | null = null,
): readonly Pick<GradebookStudent, 'userId' | 'name' | 'number' | 'hasLeft'>[] {
  const rows = read<[{ id: string; studentId: string | null }]>(
    `SELECT "userId", name, pseudonym, number, "leftAt" IS NOT NULL AS "hasLeft" FROM "Member"
     WHERE "courseId" = @id AND role = 'student' AND (@studentId IS NULL OR "userId" = @studentId)`,
  ).all({ id, studentId })
  const isVeiled = role === 'observer' && names === 'pseudonym'
  const students = z
    .array(studentRow)
    .parse(rows)
    .map(({ userId, name, pseudonym, number, hasLeft }) => ({
      userId,
      name: isVeiled ? pseudonym : name,
      number: isVeiled ? '' : number,
      hasLeft: hasLeft === 1,
    }))
  const order = new Intl.Collator('zh-CN')
  return students.toSorted((a, b) => Number(a.hasLeft) - Number(b.hasLeft) || order.compare(a.name, b.name))
}
