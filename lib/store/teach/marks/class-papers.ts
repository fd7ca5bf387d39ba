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
  factId: z.string(),
  topic: z.string(),
  level: z.number(),
  pathLength: z.string(),
  body: z.string(),
  seed: z.number(),
  points: z.number(),
})

/** Reads papers of one class, each body once: a class is asked the same items again and again. */
export function createPaperReader(read: Prepare): (key: ExamKey) => ClassPaper | undefined {
  const bodies = new Map<string, unknown>()
  const parse = (name: string, text: string) => {
    const known = bodies.get(name)
    if (known !== undefined) return known
    const body = jsonColumn.parse(text)
    bodies.set(name, body)
    return body
  }
  return ({ userId, attemptId }) => {
    const loaded = loadAttempt(read, { userId, attemptId })
    if (loaded === undefined) return undefined
    const rows = read<[string]>(
      `SELECT position, "itemId", "itemVersion", "factId", topic, level, "pathLength", body, seed, points
       FROM "ExamQuestion" WHERE "attemptId" = ? ORDER BY position`,
    ).all(attemptId)
    const paper = z
      .array(row)
      .parse(rows)
      .map(({ itemId: id, itemVersion: version, body, ...question }) => ({
        ...question,
        item: { id, version, body: parse(`${version} ${id}`, body) },
      }))
    return { userId, attemptId, attempt: loaded.attempt, credit: loaded.blueprint.credit, paper }
  }
}
