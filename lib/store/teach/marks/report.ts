import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { FrozenQuestion } from '../../../assessment/score'
import { paperByRules } from '../../../teach/regrade'
import { instantColumn, toInstantColumn } from '../../columns'
import { database } from '../../database'
import type { Prepare } from '../../sqlite/statements'
import { type Course, findCourse } from '../course'
import { mayIn } from '../may'
import { type ClassPaper, createPaperReader } from './class-papers'
import { createRulesReader } from './mark-paper'
import { tell } from './notice'

type Question = { readonly userId: string; readonly attemptId: string; readonly position: number }

export type Reported =
  | { readonly kind: 'reported' }
  | { readonly kind: 'refused'; readonly error: 'no such question' | 'reported already' | 'busy' }

/** Says that a question of one's own try at an assignment is wrong, while it runs or afterwards; once for each question. */
export async function reportQuestion(
  question: Question & { readonly text: string; readonly now: Date },
): Promise<Reported> {
  const { userId, attemptId, position, text, now } = question
  const { writeNow } = await database()
  const written = await writeNow((prepare): Reported => {
    const asked = prepare<[Question]>(
      `SELECT 1 FROM "ExamQuestion" q JOIN "ExamAttempt" t ON t.id = q."attemptId"
       WHERE q."attemptId" = @attemptId AND q.position = @position AND t."userId" = @userId
         AND t."assignmentId" IS NOT NULL AND t."startedAt" IS NOT NULL`,
    ).get({ userId, attemptId, position })
    if (asked === undefined) return { kind: 'refused', error: 'no such question' }
    const row = { id: randomUUID(), position, text, at: toInstantColumn(now), attemptId }
    const { changes } = prepare<[typeof row]>(
      `INSERT INTO "Report" (id, position, text, at, "attemptId") VALUES (@id, @position, @text, @at, @attemptId)
       ON CONFLICT DO NOTHING`,
    ).run(row)
    return changes === 0 ? { kind: 'refused', error: 'reported already' } : { kind: 'reported' }
  })
  return written.kind === 'written' ? written.value : written
}

const ownRow = z.object({
  position: z.number(),
  text: z.string(),
  answer: z.string().nullable(),
  outcome: z.enum(['kept', 'withdrawn']).nullable(),
})

export type OwnReport = Readonly<z.infer<typeof ownRow>>

/** What somebody has reported in a try of theirs, by position. */
export async function listOwnReports(key: {
  readonly userId: string
  readonly attemptId: string
}): Promise<ReadonlyMap<number, OwnReport>> {
  const { read } = await database()
  const rows = read<[typeof key]>(
    `SELECT r.position, r.text, r.answer, r.outcome FROM "Report" r JOIN "ExamAttempt" t ON t.id = r."attemptId"
     WHERE r."attemptId" = @attemptId AND t."userId" = @userId`,
  ).all(key)
  return new Map(
    z
      .array(ownRow)
      .parse(rows)
      .map((row) => [row.position, row]),
  )
}

const reportRow = z.object({
  id: z.string(),
  position: z.number(),
  text: z.string(),
  at: instantColumn,
  answeredAt: instantColumn.nullable(),
  answer: z.string().nullable(),
  outcome: z.enum(['kept', 'withdrawn']).nullable(),
  attemptId: z.string(),
  studentId: z.string(),
  student: z.string(),
  assignmentId: z.string(),
  title: z.string(),
})

/** A report with the paper of the try in which it was made, by the keys in force: the question, the answer and the proof. */
export type Report = Readonly<z.infer<typeof reportRow>> & {
  readonly paper: Omit<ClassPaper, 'paper'> & { readonly paper: readonly FrozenQuestion[] }
}

/** The reports of a course, the unanswered first and of those the oldest; undefined for who may not see its papers. */
export async function listReports(which: {
  readonly userId: string
  readonly courseId: string
}): Promise<{ readonly course: Course; readonly reports: readonly Report[] } | undefined> {
  const course = await findCourse({ ...which, act: 'see papers' })
  if (course === undefined) return undefined
  const { read } = await database()
  const rows = read<[typeof which]>(
    `SELECT r.id, r.position, r.text, r.at, r."answeredAt", r.answer, r.outcome, r."attemptId",
       t."userId" AS "studentId", m.name AS student, a.id AS "assignmentId", a.title
     FROM "Assignment" a JOIN "ExamAttempt" t ON t."assignmentId" = a.id JOIN "Report" r ON r."attemptId" = t.id
     JOIN "Member" m ON m."courseId" = a."courseId" AND m."userId" = t."userId"
     WHERE a."courseId" = @courseId AND ${mayIn('see papers', 'a."courseId"')}
     ORDER BY r."answeredAt" IS NOT NULL, CASE WHEN r."answeredAt" IS NULL THEN r.at END, r."answeredAt" DESC LIMIT 200`,
  ).all(which)
  const readPaper = createPaperReader(read)
  const rulesOf = createRulesReader(read)
  const reports = z
    .array(reportRow)
    .parse(rows)
    .flatMap((row) => {
      const paper = readPaper({ userId: row.studentId, attemptId: row.attemptId })
      if (paper === undefined) return []
      const inForce = paperByRules(paper.paper, rulesOf(row.assignmentId).rules)
      return [{ ...row, paper: { ...paper, paper: inForce } }]
    })
  return { course, reports }
}

export type ReportAnswered =
  | {
      readonly kind: 'answered'
      readonly assignmentId: string
      readonly item: { readonly itemId: string; readonly version: number }
    }
  | { readonly kind: 'refused'; readonly error: 'no such report' | 'answered already' | 'busy' }

type Answering = {
  readonly userId: string
  readonly courseId: string
  readonly reportId: string
  readonly outcome: 'kept' | 'withdrawn'
  readonly answer: string
  readonly now: Date
}

const answeringRow = z.object({
  answeredAt: instantColumn.nullable(),
  position: z.number(),
  studentId: z.string(),
  assignmentId: z.string(),
  title: z.string(),
  itemId: z.string(),
  version: z.number(),
})

/**
 * Answers a report, once, and tells who made it. That the question is withdrawn is said here and done by a regrade: so it is
 * for who may regrade, and an assistant, who marks and changes no rule, leaves the report to them or keeps the question.
 */
export async function answerReport(answering: Answering): Promise<ReportAnswered> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => answerNow(prepare, answering))
  return written.kind === 'written' ? written.value : written
}

function answerNow(prepare: Prepare, answering: Answering): ReportAnswered {
  const { userId, courseId, reportId, outcome, answer, now } = answering
  const found = prepare<[{ userId: string; courseId: string; reportId: string }]>(
    `SELECT r."answeredAt", r.position, t."userId" AS "studentId", a.id AS "assignmentId", a.title,
       coalesce(q."itemId", q."versionId") AS "itemId", q."itemVersion" AS version
     FROM "Report" r JOIN "ExamAttempt" t ON t.id = r."attemptId" JOIN "Assignment" a ON a.id = t."assignmentId"
     JOIN "ExamQuestion" q ON q."attemptId" = t.id AND q.position = r.position
     WHERE r.id = @reportId AND a."courseId" = @courseId AND ${mayIn(outcome === 'withdrawn' ? 'release' : 'mark', 'a."courseId"')}`,
  ).get({ userId, courseId, reportId })
  if (found === undefined) return { kind: 'refused', error: 'no such report' }
  const { answeredAt, position, studentId, assignmentId, title, itemId, version } = answeringRow.parse(found)
  if (answeredAt !== null) return { kind: 'refused', error: 'answered already' }
  prepare<[{ reportId: string; at: string; userId: string; answer: string; outcome: string }]>(
    `UPDATE "Report" SET "answeredAt" = @at, "answeredBy" = @userId, answer = @answer, outcome = @outcome WHERE id = @reportId`,
  ).run({ reportId, at: toInstantColumn(now), userId, answer, outcome })
  tell(prepare, studentId, { kind: 'report answered', courseId, assignmentId, title, position, outcome, answer }, now)
  return { kind: 'answered', assignmentId, item: { itemId, version } }
}
