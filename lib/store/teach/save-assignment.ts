import 'server-only'
import { randomUUID } from 'node:crypto'
import {
  type AssignmentKind,
  type AssignmentSettings,
  checkAssignment,
  type Window,
  type WrongSetting,
} from '../../teach/assignment'
import { toInstantColumn, toJsonColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { type AssignmentKey, readAssignment, windowOf } from './assignment'
import { noteCourseEvent } from './course-event'
import { mayIn } from './may'
import { forgetPapers } from './papers'
import { renewTerms } from './running-terms'
import { tellClocks } from './tell-live'

export type AssignmentWords = {
  readonly kind: AssignmentKind
  readonly title: string
  readonly settings: AssignmentSettings
  readonly window: Window
}

export type SavedAssignment =
  | { readonly kind: 'saved'; readonly assignmentId: string }
  | { readonly kind: 'refused'; readonly error: 'no such course' | 'too many' | 'busy' | WrongSetting }

const mostAssignments = 500

type Making = AssignmentWords & { readonly userId: string; readonly courseId: string; readonly now: Date }

/** Makes an assignment that nobody but staff sees before it is published. */
export async function makeAssignment(making: Making): Promise<SavedAssignment> {
  const [wrong] = checkAssignment(making.settings, making.window)
  if (wrong !== undefined) return { kind: 'refused', error: wrong }
  const { writeNow } = await database()
  const written = await writeNow((prepare) => insert(prepare, making))
  return written.kind === 'written' ? written.value : written
}

function insert(prepare: Prepare, { userId, courseId, now, ...words }: Making): SavedAssignment {
  const isTheirs = prepare<[{ userId: string; courseId: string }]>(
    `SELECT 1 FROM "Course" c WHERE c.id = @courseId AND c."archivedAt" IS NULL AND ${mayIn('edit assignments', 'c.id')}`,
  ).get({ userId, courseId })
  if (isTheirs === undefined) return { kind: 'refused', error: 'no such course' }
  const count = prepare<[string]>('SELECT count(*) FROM "Assignment" WHERE "courseId" = ?').pluck()
  if (Number(count.get(courseId)) >= mostAssignments) return { kind: 'refused', error: 'too many' }
  const id = randomUUID()
  prepare<[object]>(
    `INSERT INTO "Assignment" (id, "courseId", kind, title, settings, version, "opensAt", "dueAt", "closesAt", "createdAt")
     VALUES (@id, @courseId, @kind, @title, @settings, 1, @opensAt, @dueAt, @closesAt, @createdAt)`,
  ).run({ id, courseId, ...columns(words), createdAt: toInstantColumn(now) })
  noteCourseEvent(prepare, { courseId, by: userId, at: now, act: 'assignment made', detail: { id, ...words } })
  return { kind: 'saved', assignmentId: id }
}

function columns({ kind, title, settings, window }: AssignmentWords) {
  const instant = (at: number | null) => (at === null ? null : toInstantColumn(new Date(at)))
  return {
    kind,
    title,
    settings: toJsonColumn(settings),
    opensAt: toInstantColumn(new Date(window.opensAt)),
    dueAt: instant(window.dueAt),
    closesAt: instant(window.closesAt),
  }
}

/**
 * Changes an assignment. What it was before stays in the course's events; papers that lie ready and that nobody has begun
 * are made anew; tries that run are told of another window. Papers that were begun stay as they are.
 */
export async function changeAssignment(
  key: AssignmentKey,
  words: Omit<AssignmentWords, 'kind'>,
  now: Date,
): Promise<SavedAssignment> {
  const [wrong] = checkAssignment(words.settings, words.window)
  if (wrong !== undefined) return { kind: 'refused', error: wrong }
  const { writeNow } = await database()
  const written = await writeNow((prepare): SavedAssignment => {
    const before = readAssignment(prepare, { ...key, act: 'edit assignments' })
    if (before === undefined || before.isArchived) return { kind: 'refused', error: 'no such course' }
    const { id, courseId, kind } = before
    prepare<[object]>(
      `UPDATE "Assignment" SET title = @title, settings = @settings, version = version + 1, "opensAt" = @opensAt,
         "dueAt" = @dueAt, "closesAt" = @closesAt WHERE id = @id`,
    ).run({ id, ...columns({ kind, ...words }) })
    const was = { title: before.title, settings: before.settings, window: windowOf(before) }
    const detail = { id, version: before.version, was, is: words }
    noteCourseEvent(prepare, { courseId, by: key.userId, at: now, act: 'assignment changed', detail })
    if (JSON.stringify(before.settings) !== JSON.stringify(words.settings)) forgetPapers(prepare, id)
    renewTerms(prepare, { courseId, assignmentId: id, by: key.userId, now })
    return { kind: 'saved', assignmentId: id }
  })
  if (written.kind === 'refused') return written
  if (written.value.kind === 'saved') tellClocks(key.assignmentId)
  return written.value
}

export const assignmentSteps = ['published', 'hidden', 'released', 'taken back', 'deleted'] as const
export type AssignmentStep = (typeof assignmentSteps)[number]

/**
 * Publishes an assignment, or hides it again as long as nobody has begun; releases its marks, or takes that back; deletes
 * it, where nobody has begun. False where it is none of theirs, or that cannot be.
 */
export async function stepAssignment(key: AssignmentKey, step: AssignmentStep, now: Date): Promise<boolean | 'busy'> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => {
    const act = step === 'released' || step === 'taken back' ? 'release' : 'edit assignments'
    const found = readAssignment(prepare, { ...key, act })
    if (found === undefined || found.isArchived) return false
    const { id, courseId } = found
    if ((step === 'hidden' || step === 'deleted') && isBegun(prepare, id)) return false
    const at = toInstantColumn(now)
    const change: Readonly<Record<AssignmentStep, [string, string | null]>> = {
      published: ['publishedAt', at],
      hidden: ['publishedAt', null],
      released: ['releasedAt', at],
      'taken back': ['releasedAt', null],
      deleted: ['deletedAt', at],
    }
    const [column, value] = change[step]
    prepare<[{ id: string; value: string | null }]>(`UPDATE "Assignment" SET "${column}" = @value WHERE id = @id`).run({
      id,
      value,
    })
    if (step === 'hidden' || step === 'deleted') forgetPapers(prepare, id)
    noteCourseEvent(prepare, { courseId, by: key.userId, at: now, act: `assignment ${step}`, detail: { id } })
    return true
  })
  return written.kind === 'written' ? written.value : 'busy'
}

/** Whether a student has begun. A try of staff is a look at the paper. */
function isBegun(prepare: Prepare, assignmentId: string): boolean {
  return (
    prepare<[string]>(
      `SELECT 1 FROM "ExamAttempt" x JOIN "Assignment" a ON a.id = x."assignmentId"
       JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = x."userId" AND m.role = 'student'
       WHERE x."assignmentId" = ? AND x."startedAt" IS NOT NULL AND x.number > 0`,
    ).get(assignmentId) !== undefined
  )
}
