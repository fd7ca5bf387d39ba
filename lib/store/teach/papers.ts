import 'server-only'
import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { PaperQuestion } from '../../assessment/paper'
import { type AssignmentSettings, paperBlueprint } from '../../teach/assignment'
import { columnsOf, toInstantColumn, toJsonColumn } from '../columns'
import { database } from '../database'
import type { ExamItem } from '../exam/exam-items'
import { insertPaper } from '../exam/insert-paper'
import type { Prepare } from '../sqlite/statements'
import { assignmentRow } from './assignment'
import { drawFor } from './draw-for'
import { findDrawable } from './find-drawable'

/** How long before an exam opens its papers are made. */
const aheadMs = 15 * 60_000

/** How many papers are made by one transaction: the answers of others are not to wait for more. */
const atOnce = 10

/**
 * Lays the papers of every exam that opens soon ready, one for each of its students, so that the start of a whole room costs
 * one row each. Returns how many were made. Who joins afterwards gets one at the start; what the bank cannot fill is left to
 * the start, which says so.
 */
export async function makePapersAhead(now: Date): Promise<number> {
  const { read, writeNow } = await database()
  const soon = { now: toInstantColumn(now), soon: toInstantColumn(new Date(now.getTime() + aheadMs)) }
  const rows = read<[typeof soon]>(
    `SELECT ${columnsOf(assignmentRow, 'a')} FROM "Assignment" a JOIN "Course" c ON c.id = a."courseId"
     WHERE a."papersAt" IS NULL AND a."opensAt" <= @soon AND a.kind = 'exam' AND a."publishedAt" IS NOT NULL
     AND a."deletedAt" IS NULL AND c."archivedAt" IS NULL AND (a."closesAt" IS NULL OR a."closesAt" > @now)`,
  ).all(soon)
  let made = 0
  for (const { id, courseId, version, settings } of z.array(assignmentRow).parse(rows)) {
    const drawable = await findDrawable(courseId, settings)
    const waiting = studentsWithout(read, id)
    for (let first = 0; first < waiting.length; first += atOnce) {
      const papers = waiting.slice(first, first + atOnce).flatMap((userId) => {
        const drawn = drawFor(settings, drawable, randomInt(2 ** 32))
        return drawn.kind === 'drawn' ? [{ userId, questions: drawn.questions }] : []
      })
      const written = await writeNow((prepare) => {
        // It may have been changed since: its papers are made at the next turn.
        if (!isAt(prepare, id, version)) return 0
        for (const { userId, questions } of papers)
          layReady(prepare, { assignmentId: id, userId, number: 1, settings, questions })
        return papers.length
      })
      if (written.kind === 'refused') return made
      made += written.value
    }
    await writeNow((prepare) => {
      if (isAt(prepare, id, version))
        prepare<[string, string]>('UPDATE "Assignment" SET "papersAt" = ? WHERE id = ?').run(soon.now, id)
    })
  }
  return made
}

function isAt(prepare: Prepare, id: string, version: number): boolean {
  const now = prepare<[string], number>('SELECT version FROM "Assignment" WHERE id = ?').pluck().get(id)
  return now === version
}

function studentsWithout(read: Prepare, assignmentId: string): readonly string[] {
  return read<[string], string>(
    `SELECT m."userId" FROM "Assignment" a JOIN "Member" m ON m."courseId" = a."courseId"
     WHERE a.id = ? AND m.role = 'student' AND m."leftAt" IS NULL AND NOT EXISTS (
       SELECT 1 FROM "ExamAttempt" x WHERE x."assignmentId" = a.id AND x."userId" = m."userId" AND x.number > 0)
     ORDER BY m."userId"`,
  )
    .pluck()
    .all(assignmentId)
}

type Paper = {
  readonly assignmentId: string
  readonly userId: string
  readonly number: number
  readonly settings: AssignmentSettings
  readonly questions: readonly PaperQuestion<ExamItem>[]
}

/** Freezes a paper that is not begun yet. Returns the id of its attempt. */
export function layReady(prepare: Prepare, { assignmentId, userId, number, settings, questions }: Paper): string {
  const attempt = {
    id: randomUUID(),
    assignmentId,
    userId,
    number,
    blueprint: toJsonColumn(paperBlueprint(settings)),
    questions: questions.length,
  }
  prepare<[typeof attempt]>(
    `INSERT INTO "ExamAttempt" (id, "assignmentId", "userId", number, blueprint, questions)
     VALUES (@id, @assignmentId, @userId, @number, @blueprint, @questions)`,
  ).run(attempt)
  insertPaper(prepare, attempt.id, questions)
  return attempt.id
}

/** Puts away the papers that nobody has begun: what they were drawn by has changed. */
export function forgetPapers(prepare: Prepare, assignmentId: string): void {
  const unbegun = `SELECT id FROM "ExamAttempt" WHERE "assignmentId" = ? AND "startedAt" IS NULL`
  prepare<[string]>(`DELETE FROM "ExamQuestion" WHERE "attemptId" IN (${unbegun})`).run(assignmentId)
  prepare<[string]>('DELETE FROM "ExamAttempt" WHERE "assignmentId" = ? AND "startedAt" IS NULL').run(assignmentId)
  prepare<[string]>('UPDATE "Assignment" SET "papersAt" = NULL WHERE id = ?').run(assignmentId)
}
