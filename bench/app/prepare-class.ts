import { randomInt } from 'node:crypto'
import { presets } from '../../lib/assessment/blueprint'
import { bodySchema } from '../../lib/items/item'
import type { Given } from '../../lib/items/shown'
import { ensureUserId } from '../../lib/session/session'
import { database } from '../../lib/store/database'
import { derivedBank } from '../../lib/store/derived-bank'
import { prepareStore } from '../../lib/store/prepare'
import { makeCourse } from '../../lib/store/teach/course'
import { makePapersAhead } from '../../lib/store/teach/papers'
import { makeAssignment, stepAssignment } from '../../lib/store/teach/save-assignment'
import { defaultAssignments } from '../../lib/teach/assignment'
import { givenFor } from '../measure/given'

/** A student whose paper lies ready, and what their browser would send. */
export type Sitter = {
  readonly cookie: string
  readonly attemptId: string
  /** An answer for each question, in their order. */
  readonly givens: readonly Given[]
}

export type Sitting = {
  readonly assignmentId: string
  /** The session of who teaches it. */
  readonly teacher: string
  readonly sitters: readonly Sitter[]
}

/**
 * Makes a course by the app's own functions, in the database that the settings name, and for each of `sizes` an exam of
 * `questions` questions that is open, taken by so many students of its own.
 */
export async function prepareClass(sizes: readonly number[], questions: number): Promise<readonly Sitting[]> {
  await prepareStore(() => {}, derivedBank)
  const { prisma, read } = await database()
  const teacher = await openAccount()
  const sittings: Sitting[] = []
  for (const size of sizes) {
    const now = new Date()
    const made = await makeCourse({ userId: teacher.userId, ownerName: 'Teacher', name: 'Networks', term: '', now })
    if (made.kind === 'refused') throw new Error(`Cannot make a course: ${made.error}`)
    const { courseId } = made
    const students: Awaited<ReturnType<typeof openAccount>>[] = []
    for (let nth = 0; nth < size; nth++) {
      const student = await openAccount()
      const member = { courseId, userId: student.userId, role: 'student', name: `Student ${nth}`, pseudonym: `${nth}` }
      await prisma.member.create({ data: { ...member, joinedAt: now } })
      students.push(student)
    }
    const saved = await makeAssignment({
      userId: teacher.userId,
      courseId,
      kind: 'exam',
      title: 'Midterm',
      settings: { ...defaultAssignments.exam, blueprint: { ...presets.midterm, questions } },
      window: { opensAt: now.getTime(), dueAt: null, closesAt: now.getTime() + 86_400_000 },
      now,
    })
    if (saved.kind === 'refused') throw new Error(`Cannot make an exam: ${saved.error}`)
    const { assignmentId } = saved
    await stepAssignment({ userId: teacher.userId, assignmentId }, 'published', now)
    await makePapersAhead(now)
    const sitters = students.map(({ userId, cookie }): Sitter => {
      const attemptId = read<[string, string], string>(
        'SELECT id FROM "ExamAttempt" WHERE "assignmentId" = ? AND "userId" = ?',
      )
        .pluck()
        .get(assignmentId, userId)
      if (attemptId === undefined) throw new Error('Cannot find the paper of a student')
      const bodies = read<[string], string>('SELECT body FROM "ExamQuestion" WHERE "attemptId" = ? ORDER BY position')
        .pluck()
        .all(attemptId)
      const givens = bodies.map((body) => givenFor(bodySchema.parse(JSON.parse(body)), randomInt(100)))
      return { cookie, attemptId, givens }
    })
    sittings.push({ assignmentId, teacher: teacher.cookie, sitters })
  }
  await (await database()).close()
  return sittings
}

async function openAccount() {
  const { userId, setCookies } = await ensureUserId(new Headers({ 'user-agent': 'bench' }))
  const { prisma } = await database()
  await prisma.user.update({ where: { id: userId }, data: { isAnonymous: false } })
  return { userId, cookie: setCookies.map((setCookie) => setCookie.split(';')[0]).join('; ') }
}
