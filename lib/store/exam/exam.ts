import 'server-only'
import { z } from 'zod'
import { isTimeUp } from '../../assessment/attempt'
import type { FrozenQuestion } from '../../assessment/score'
import { jsonColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { type ExamKey, holdAttempt, type Loaded, loadAttempt, loadSettled } from './exam-log'

export type Exam = Loaded & { readonly paper: readonly FrozenQuestion[] }

/** `itemId` is the item of the bank, or the version of a teacher's question. */
const questionRow = z.object({
  position: z.number(),
  itemId: z.string(),
  itemVersion: z.number(),
  factId: z.string(),
  topic: z.string(),
  level: z.number(),
  body: jsonColumn,
  seed: z.number(),
  points: z.number(),
})

/** The attempt with its paper; undefined where this user has none with that id. One whose time is up is closed first. */
export async function findExam(key: ExamKey & { readonly now: Date }): Promise<Exam | undefined> {
  const { read } = await database()
  const loaded = await findAttempt(key)
  return loaded === undefined ? undefined : { ...loaded, paper: paperOf(read, loaded.id) }
}

/** The attempt without its paper, closed first where its time is up. */
export async function findAttempt({ now, ...key }: ExamKey & { readonly now: Date }): Promise<Loaded | undefined> {
  const { read, writeNow } = await database()
  const loaded = loadAttempt(read, key)
  if (loaded !== undefined) holdAttempt(loaded)
  if (loaded === undefined || loaded.attempt.finished !== null || !isTimeUp(loaded.attempt, now.getTime()))
    return loaded
  const written = await writeNow((prepare) => loadSettled(prepare, key, now.getTime()))
  // Busy: the reader is told what the log holds; the next read or the sweep closes it.
  return written.kind === 'written' ? written.value : loaded
}

/** One question as it was frozen, for an answer to be held against; undefined where the owner or the place is another. */
export async function findFrozenQuestion(
  place: ExamKey & { readonly position: number },
): Promise<FrozenQuestion | undefined> {
  const { read } = await database()
  const row = read<[typeof place]>(
    `SELECT q.position, coalesce(q."itemId", q."versionId") AS "itemId", q."itemVersion", q."factId", q.topic, q.level, q.body, q.seed, q.points
     FROM "ExamQuestion" q JOIN "ExamAttempt" a ON a.id = q."attemptId"
     WHERE q."attemptId" = @attemptId AND q.position = @position AND a."userId" = @userId`,
  ).get(place)
  return row === undefined ? undefined : frozen(row)
}

function paperOf(read: Prepare, attemptId: string): readonly FrozenQuestion[] {
  const rows = read<[string]>(
    `SELECT position, coalesce("itemId", "versionId") AS "itemId", "itemVersion", "factId", topic, level, body, seed, points
     FROM "ExamQuestion" WHERE "attemptId" = ? ORDER BY position`,
  ).all(attemptId)
  return rows.map(frozen)
}

function frozen(row: unknown): FrozenQuestion {
  const { itemId: id, itemVersion: version, body, ...question } = questionRow.parse(row)
  return { ...question, item: { id, version, body } }
}

/** The user's attempts, newest first, at most `limit`; those whose time is up are closed first. */
export async function listExams(which: {
  readonly userId: string
  readonly limit: number
  readonly now: Date
}): Promise<readonly Exam[]> {
  const { read } = await database()
  const ids = read<[{ readonly userId: string; readonly limit: number }], string>(
    `SELECT id FROM "ExamAttempt" WHERE "userId" = @userId AND "assignmentId" IS NULL
     ORDER BY "startedAt" DESC LIMIT @limit`,
  )
    .pluck()
    .all({ userId: which.userId, limit: which.limit })
  const found = await Promise.all(ids.map((attemptId) => findExam({ userId: which.userId, attemptId, now: which.now })))
  return found.filter((exam) => exam !== undefined)
}
