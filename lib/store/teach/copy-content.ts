import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type AssignmentSettings, settingsSchema } from '../../teach/assignment'
import { daysLater } from '../../teach/local-time'
import { columnsOf, instantColumn, jsonColumn, toInstantColumn, toJsonColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'

/** From which course to which, by whom, when as a column has it; and how much later all of it is, by which wall clock. */
type Copying = {
  readonly from: string
  readonly to: string
  readonly by: string
  readonly at: string
  readonly weeksLater: number
  readonly timeZone: string
}

/**
 * Copies what a course asks into another: its own questions, each as its newest version, and its assignments as drafts
 * that are so many weeks later and ask the copies.
 */
export function copyContent(prepare: Prepare, copying: Copying): void {
  copyAssignments(prepare, copying, copyQuestions(prepare, copying))
}

const versionRow = z.object({ questionId: z.string(), title: z.string(), body: z.string(), verdict: z.string() })

/** The ids of the copies by those of the questions. */
function copyQuestions(prepare: Prepare, { from, to, by, at }: Copying): ReadonlyMap<string, string> {
  const rows = prepare<[string]>(
    `SELECT v."questionId", v.title, v.body, v.verdict FROM "Question" q JOIN "QuestionVersion" v ON v."questionId" = q.id
     WHERE q."courseId" = ? AND q."deletedAt" IS NULL
       AND v.number = (SELECT max(number) FROM "QuestionVersion" WHERE "questionId" = q.id)
     ORDER BY q."createdAt"`,
  ).all(from)
  const insertQuestion = prepare<[object]>(
    'INSERT INTO "Question" (id, "createdAt", "by", "courseId") VALUES (@id, @at, @by, @to)',
  )
  const insertVersion = prepare<[object]>(
    `INSERT INTO "QuestionVersion" (id, "questionId", number, at, "by", title, body, verdict)
     VALUES (@versionId, @id, 1, @at, @by, @title, @body, @verdict)`,
  )
  return new Map(
    z
      .array(versionRow)
      .parse(rows)
      .map(({ questionId, title, body, verdict }) => {
        const id = randomUUID()
        insertQuestion.run({ id, at, by, to })
        insertVersion.run({ versionId: randomUUID(), id, at, by, title, body, verdict })
        return [questionId, id]
      }),
  )
}

const assignmentRow = z.object({
  id: z.string(),
  settings: jsonColumn.pipe(settingsSchema),
  opensAt: instantColumn.nullable(),
  dueAt: instantColumn.nullable(),
  closesAt: instantColumn.nullable(),
})

function copyAssignments(prepare: Prepare, copying: Copying, copies: ReadonlyMap<string, string>): void {
  const { from, to, at, weeksLater, timeZone } = copying
  const later = (instant: Date | null) =>
    instant && toInstantColumn(new Date(daysLater(instant.getTime(), 7 * weeksLater, timeZone)))
  const rows = prepare<[string]>(
    `SELECT ${columnsOf(assignmentRow, 'a')} FROM "Assignment" a WHERE a."courseId" = ? AND a."deletedAt" IS NULL`,
  ).all(from)
  const insert = prepare<[object]>(
    `INSERT INTO "Assignment" (id, "courseId", kind, title, settings, version, "opensAt", "dueAt", "closesAt", "createdAt")
     SELECT @id, @to, kind, title, @settings, 1, @opensAt, @dueAt, @closesAt, @at FROM "Assignment" WHERE id = @old`,
  )
  for (const { id: old, settings, opensAt, dueAt, closesAt } of z.array(assignmentRow).parse(rows)) {
    const window = { opensAt: later(opensAt), dueAt: later(dueAt), closesAt: later(closesAt) }
    insert.run({ id: randomUUID(), old, to, at, settings: toJsonColumn(askCopies(settings, copies)), ...window })
  }
}

/** The same settings, which ask the copies of a course's own questions. What was deleted there stays what is missing here. */
function askCopies(settings: AssignmentSettings, copies: ReadonlyMap<string, string>): AssignmentSettings {
  const questions = settings.questions.map(({ questionId, points }) => ({
    questionId: copies.get(questionId) ?? questionId,
    points,
  }))
  return { ...settings, questions }
}
