import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Blueprint } from '../../assessment/blueprint'
import type { PaperQuestion } from '../../assessment/paper'
import type { Prediction } from '../../assessment/predict'
import type { Shortage } from '../../assessment/strata'
import { toInstantColumn, toJsonColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { drawSound } from './draw-sound'
import { type ExamItem, listExamItems } from './exam-items'
import { appendEvent, loadSettled } from './exam-log'
import { insertPaper } from './insert-paper'

export type NewExam = {
  readonly userId: string
  readonly blueprint: Blueprint
  /** Draws the paper and orders its options. */
  readonly seed: number
  /** The score that is expected, kept beside what it will come to; null where nothing is known. */
  readonly prediction: Prediction | null
  readonly now: Date
}

export type StartedExam =
  /** `already`: this user has an open attempt, and that is it. */
  | { readonly kind: 'started' | 'already'; readonly attemptId: string }
  | { readonly kind: 'refused'; readonly error: 'busy' }
  | ({ readonly kind: 'short' } & Shortage)

/**
 * Draws a paper, freezes it and starts the attempt, by one transaction. Whoever has an open attempt gets that one, however
 * often and at once it is asked. Refuses a blueprint that the bank cannot fill, and as 'busy' where another process holds
 * the database. Throws where the user does not exist.
 */
export async function startExam(exam: NewExam): Promise<StartedExam> {
  const { read, writeNow } = await database()
  const drawn = drawSound(exam, await listExamItems(), recentItemIds(read, exam.userId))
  if (drawn.kind === 'short') return drawn
  const written = await writeNow((prepare) => insertExam(prepare, exam, drawn.questions))
  return written.kind === 'written' ? written.value : written
}

/** The items of this user's newest papers: a new one has others as long as there are others. */
function recentItemIds(read: Prepare, userId: string): ReadonlySet<string> {
  const ids = read<[string], string>(
    `SELECT q."itemId" FROM (
       SELECT id FROM "ExamAttempt" WHERE "userId" = ? AND "assignmentId" IS NULL
       ORDER BY "startedAt" DESC LIMIT 3
     ) a JOIN "ExamQuestion" q ON q."attemptId" = a.id`,
  )
    .pluck()
    .all(userId)
  return new Set(ids)
}

function insertExam(
  prepare: Prepare,
  { userId, blueprint, prediction, now }: NewExam,
  questions: readonly PaperQuestion<ExamItem>[],
): StartedExam {
  const open = prepare<[string], string>('SELECT id FROM "ExamAttempt" WHERE "openUserId" = ?').pluck().get(userId)
  const settled = open === undefined ? undefined : loadSettled(prepare, { userId, attemptId: open }, now.getTime())
  if (settled?.attempt.finished === null) return { kind: 'already', attemptId: settled.id }
  const attemptId = randomUUID()
  const { minutes } = blueprint
  const endsAt = new Date(now.getTime() + minutes * 60_000)
  insertAttempt(prepare).run({
    attemptId,
    userId,
    blueprint: toJsonColumn(blueprint),
    questions: questions.length,
    minutes,
    startedAt: toInstantColumn(now),
    endsAt: toInstantColumn(endsAt),
    mean: prediction?.mean ?? null,
    low: prediction?.low ?? null,
    high: prediction?.high ?? null,
  })
  insertPaper(prepare, attemptId, questions)
  appendEvent(prepare, { id: attemptId, logged: 0 }, { kind: 'started', id: attemptId, at: now.getTime() })
  return { kind: 'started', attemptId }
}

type AttemptColumns = {
  readonly attemptId: string
  readonly userId: string
  readonly blueprint: string
  readonly questions: number
  readonly minutes: number
  readonly startedAt: string
  readonly endsAt: string
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
}

const insertAttempt = (prepare: Prepare) =>
  prepare<[AttemptColumns]>(
    `INSERT INTO "ExamAttempt" (id, "userId", "openUserId", blueprint, questions, minutes, "startedAt", "endsAt",
       "predictedMean", "predictedLow", "predictedHigh")
     VALUES (@attemptId, @userId, @userId, @blueprint, @questions, @minutes, @startedAt, @endsAt, @mean, @low, @high)`,
  )
