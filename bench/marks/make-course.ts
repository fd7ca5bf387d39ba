import { randomUUID } from 'node:crypto'
import { presets } from '../../lib/assessment/blueprint'
import { drawPaper } from '../../lib/assessment/paper'
import { randomFrom } from '../../lib/items/random'
import { ensureUserId } from '../../lib/session/session'
import { toInstantColumn, toJsonColumn } from '../../lib/store/columns'
import { database } from '../../lib/store/database'
import { derivedBank } from '../../lib/store/derived-bank'
import { type ExamItem, listExamItems } from '../../lib/store/exam/exam-items'
import { prepareStore } from '../../lib/store/prepare'
import type { Prepare } from '../../lib/store/sqlite/statements'
import { defaultAssignments } from '../../lib/teach/assignment'
import { givenFor } from '../measure/given'

/** A course with marks, and who teaches it as their browser knows them. */
export type MadeCourse = {
  readonly cookie: string
  readonly userId: string
  readonly courseId: string
  readonly assignmentIds: readonly string[]
}

type Size = {
  readonly students: number
  /** How many questions each assignment has. */
  readonly questions: readonly number[]
}

const start = Date.UTC(2026, 8, 1, 8)
const day = 86_400_000

/**
 * Makes a course in the database that the settings name: each student has sat each assignment, with a paper of their own
 * and half of the answers as likely wrong as right. Rows are written as the app writes them; nobody waits for a clock.
 */
export async function makeCourse({ students, questions }: Size): Promise<MadeCourse> {
  await prepareStore(() => {}, derivedBank)
  const { userId, setCookies } = await ensureUserId(new Headers({ 'user-agent': 'bench' }))
  const opened = await database()
  const items = await listExamItems()
  const courseId = randomUUID()
  const now = toInstantColumn(new Date(start))
  const ids = Array.from({ length: students }, () => randomUUID())
  await write((prepare) => {
    prepare<[string]>('UPDATE "User" SET "isAnonymous" = 0 WHERE id = ?').run(userId)
    prepare<[string, string]>(
      `INSERT INTO "Course" (id, name, term, names, "createdAt") VALUES (?, 'Networks', 'Autumn', 'real', ?)`,
    ).run(courseId, now)
    const member = prepare<[string, string, string, string, string]>(
      `INSERT INTO "Member" ("courseId", "userId", role, name, pseudonym, "joinedAt") VALUES (?, ?, ?, ?, 'Alder', ?)`,
    )
    member.run(courseId, userId, 'owner', 'Teacher', now)
    for (const [index, id] of ids.entries()) {
      prepare<[string, string, string, string, string]>(
        `INSERT INTO "User" (id, name, email, "isAnonymous", "createdAt", "updatedAt") VALUES (?, ?, ?, 0, ?, ?)`,
      ).run(id, `Student ${index + 1}`, `${id}@example.org`, now, now)
      member.run(courseId, id, 'student', `Student ${index + 1}`, now)
    }
  })
  const assignmentIds: string[] = []
  for (const [number, count] of questions.entries())
    assignmentIds.push(await addAssignment({ courseId, students: ids, number, count, items }))
  await opened.close()
  const cookie = setCookies.map((setCookie) => setCookie.split(';')[0]).join('; ')
  return { cookie, userId, courseId, assignmentIds }
}

async function write(work: (prepare: Prepare) => void): Promise<void> {
  const written = await (await database()).writeNow(work)
  if (written.kind === 'refused') throw new Error(written.error)
}

type Assigned = {
  readonly courseId: string
  readonly students: readonly string[]
  readonly number: number
  readonly count: number
  readonly items: readonly ExamItem[]
}

async function addAssignment({ courseId, students, number, count, items }: Assigned): Promise<string> {
  const id = randomUUID()
  const blueprint = { ...presets.midterm, questions: count }
  const opens = start + number * day
  const at = toInstantColumn(new Date(opens))
  const closes = toInstantColumn(new Date(opens + day))
  const settings = toJsonColumn({ ...defaultAssignments.homework, blueprint })
  await write((prepare) => {
    prepare<[string, string, string, string, string, string, string, string, string]>(
      `INSERT INTO "Assignment" (id, "courseId", kind, title, settings, version, "opensAt", "dueAt", "closesAt",
         "createdAt", "publishedAt") VALUES (?, ?, 'homework', ?, ?, 1, ?, ?, ?, ?, ?)`,
    ).run(id, courseId, `Homework ${number + 1}`, settings, at, closes, closes, at, at)
  })
  // Some papers at a time, as many as a transaction should hold.
  for (let from = 0; from < students.length; from += 25)
    await write((prepare) => {
      for (const [index, userId] of students.slice(from, from + 25).entries()) {
        const seed = number * 10_000 + from + index
        const drawn = drawPaper({ blueprint, candidates: items, seed })
        if (drawn.kind === 'short') throw new Error('The bank is too small')
        sit(prepare, { id, userId, seed, opens, blueprint }, drawn.questions)
      }
    })
  return id
}

type Sitting = {
  readonly id: string
  readonly userId: string
  readonly seed: number
  readonly opens: number
  readonly blueprint: object
}

/** A paper that was answered and handed in: its rows and its log. */
function sit(
  prepare: Prepare,
  { id, userId, seed, opens, blueprint }: Sitting,
  questions: readonly { readonly item: ExamItem; readonly seed: number; readonly points: number }[],
): void {
  const random = randomFrom(seed)
  const attemptId = randomUUID()
  const at = (seconds: number) => toInstantColumn(new Date(opens + seconds * 1000))
  const end = questions.length * 30 + 30
  prepare<[string, string, number, string, string, string, string, string]>(
    `INSERT INTO "ExamAttempt" (id, blueprint, questions, "startedAt", "endsAt", "finishedAt", number, "userId", "assignmentId")
     VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)`,
  ).run(attemptId, toJsonColumn(blueprint), questions.length, at(0), at(86_400), at(end), userId, id)
  const event = prepare<
    [string, number, string, string, string | null, number | null, number | null, string | null, string]
  >(
    `INSERT INTO "ExamEvent" (id, number, kind, at, "by", position, revision, value, "attemptId")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  event.run(randomUUID(), 0, 'started', at(0), null, null, null, null, attemptId)
  for (const [position, { item, seed: showing, points }] of questions.entries()) {
    const { id: itemId, fact, topic, level, pathLength, version, body } = item
    prepare<[string, number, string, number, string, string, number, string, string, number, number]>(
      `INSERT INTO "ExamQuestion" ("attemptId", position, "itemId", "itemVersion", "factId", topic, level, "pathLength",
         body, seed, points) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(attemptId, position, itemId, version, fact, topic, level, pathLength, toJsonColumn(body), showing, points)
    const given = toJsonColumn(givenFor(body, Math.floor(random() * 4)))
    event.run(randomUUID(), position + 1, 'draft', at(30 * (position + 1)), 'page', position, 1, given, attemptId)
  }
  event.run(randomUUID(), questions.length + 1, 'handed in', at(end), null, null, null, null, attemptId)
}
