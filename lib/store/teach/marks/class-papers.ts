import 'server-only'
import { z } from 'zod'
import type { Attempt } from '../../../assessment/attempt'
import type { Credit } from '../../../assessment/blueprint'
import type { FrozenQuestion } from '../../../assessment/score'
import { jsonColumn } from '../../columns'
import { type ExamKey, loadAttempt } from '../../exam/exam-log'
import type { Prepare } from '../../sqlite/statements'

/** A question with the rest of its stratum. */
export type ClassQuestion = FrozenQuestion & { readonly pathLength: string }

/** A finished try with its paper. */
export type ClassPaper = ExamKey & {
  readonly attempt: Attempt
  readonly credit: Credit
  readonly paper: readonly ClassQuestion[]
}

const row = z.object({
  position: z.number(),
  itemId: z.string(),
  itemVersion: z.number(),
  seed: z.number(),
  points: z.number(),
})

const askedRow = z.object({
  factId: z.string(),
  topic: z.string(),
  level: z.number(),
  pathLength: z.string(),
  body: jsonColumn,
})

type Asked = Omit<ClassQuestion, 'position' | 'seed' | 'points'>

/**
 * Reads papers of one class. What is frozen of an item is read once for each of its versions, which never change: a class is
 * asked the same items again and again.
 */
export function createPaperReader(read: Prepare): (key: ExamKey) => ClassPaper | undefined {
  const known = new Map<string, Asked>()
  const askedAt = (attemptId: string, { itemId: id, itemVersion: version, position }: z.infer<typeof row>): Asked => {
    const name = `${version} ${id}`
    const before = known.get(name)
    if (before !== undefined) return before
    const { body, ...stratum } = askedRow.parse(
      read<[string, number]>(
        `SELECT "factId", topic, level, "pathLength", body FROM "ExamQuestion" WHERE "attemptId" = ? AND position = ?`,
      ).get(attemptId, position),
    )
    const asked = { ...stratum, item: { id, version, body } }
    known.set(name, asked)
    return asked
  }
  return ({ userId, attemptId }) => {
    const loaded = loadAttempt(read, { userId, attemptId })
    if (loaded === undefined) return undefined
    const rows = read<[string]>(
      `SELECT position, coalesce("itemId", "versionId") AS "itemId", "itemVersion", seed, points
       FROM "ExamQuestion" WHERE "attemptId" = ? ORDER BY position`,
    ).all(attemptId)
    const paper = z
      .array(row)
      .parse(rows)
      .map((one) => {
        const { position, seed, points } = one
        return { ...askedAt(attemptId, one), position, seed, points }
      })
    return { userId, attemptId, attempt: loaded.attempt, credit: loaded.blueprint.credit, paper }
  }
}
