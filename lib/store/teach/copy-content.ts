import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type AssignmentSettings, settingsSchema } from '../../teach/assignment'
import { jsonColumn, toJsonColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'

/** From which course to which, by whom, and when as a column has it. */
type Copying = { readonly from: string; readonly to: string; readonly by: string; readonly at: string }

/**
 * Copies what a course asks into another: its own questions, each as its newest version, and its assignments as drafts
 * with the old times, which ask the copies.
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

const assignmentRow = z.object({ id: z.string(), settings: jsonColumn.pipe(settingsSchema) })

function copyAssignments(prepare: Prepare, { from, to, at }: Copying, copies: ReadonlyMap<string, string>): void {
  const rows = prepare<[string]>(
    'SELECT id, settings FROM "Assignment" WHERE "courseId" = ? AND "deletedAt" IS NULL',
  ).all(from)
  const insert = prepare<[object]>(
    `INSERT INTO "Assignment" (id, "courseId", kind, title, settings, version, "opensAt", "dueAt", "closesAt", "createdAt")
     SELECT @id, @to, kind, title, @settings, 1, "opensAt", "dueAt", "closesAt", @at FROM "Assignment" WHERE id = @old`,
  )
  for (const { id: old, settings } of z.array(assignmentRow).parse(rows))
    insert.run({ id: randomUUID(), old, to, at, settings: toJsonColumn(askCopies(settings, copies)) })
}

/** The same settings, which ask the copies of a course's own questions. What was deleted there stays what is missing here. */
function askCopies(settings: AssignmentSettings, copies: ReadonlyMap<string, string>): AssignmentSettings {
  const questions = settings.questions.map(({ questionId, points }) => ({
    questionId: copies.get(questionId) ?? questionId,
    points,
  }))
  return { ...settings, questions }
}
