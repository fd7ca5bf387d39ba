import 'server-only'
import { z } from 'zod'
import type { Credit } from '../../../assessment/blueprint'
import { guessAt } from '../../../assessment/guessing'
import { findSoundBody } from '../../../items/mark'
import type { FactShare } from '../../../teach/facts-over-time'
import { jsonColumn } from '../../columns'
import type { Database } from '../../database'
import type { Prepare } from '../../sqlite/statements'
import type { MarkedAssignment } from './assignments'
import { listScoredTries } from './paper-scores'

type AskedRow = readonly [attemptId: string, position: number, factId: string, itemId: string, itemVersion: number]

const creditsColumn = jsonColumn.pipe(z.array(z.number().nullable()))

/**
 * How each fact went at an assignment: what the credits that are kept with the scores come to, so that no paper is marked
 * that has been. Of each student the first finished try counts, as in an analysis. Who may is the caller's to ask.
 */
export async function readFactShares(
  database: Database,
  courseId: string,
  { id: assignmentId, settings }: Pick<MarkedAssignment, 'id' | 'settings'>,
): Promise<readonly FactShare[]> {
  const firsts = new Map<string, { readonly number: number; readonly attemptId: string; readonly credits: string }>()
  for (const one of await listScoredTries(database, { courseId, assignmentId })) {
    const before = firsts.get(one.userId)
    if (before === undefined || one.number < before.number) firsts.set(one.userId, one)
  }
  const credits = new Map([...firsts.values()].map((one) => [one.attemptId, creditsColumn.parse(one.credits)]))
  const guessOf = createGuesses(database.read, settings.credit)
  const sums = new Map<string, { shown: number; credit: number; guess: number }>()
  for (const row of askedAt(database.read, assignmentId)) {
    const [attemptId, position, fact] = row
    const credit = credits.get(attemptId)?.[position] ?? null
    if (credit === null) continue
    const sum = sums.get(fact) ?? { shown: 0, credit: 0, guess: 0 }
    sums.set(fact, sum)
    sum.shown += 1
    sum.credit += credit
    sum.guess += guessOf(row)
  }
  return [...sums].map(([fact, { shown, credit, guess }]) => {
    return { fact, shown, facility: credit / 100 / shown, guess: guess / shown }
  })
}

/** The questions of all finished papers of an assignment. */
function askedAt(read: Prepare, assignmentId: string): readonly AskedRow[] {
  return read<[string], AskedRow>(
    `SELECT q."attemptId", q.position, q."factId", coalesce(q."itemId", q."versionId"), q."itemVersion"
     FROM "ExamAttempt" t JOIN "ExamQuestion" q ON q."attemptId" = t.id
     WHERE t."assignmentId" = ? AND t."finishedAt" IS NOT NULL`,
  )
    .raw()
    .all(assignmentId)
}

/** The mean credit of a guess at a question, worked out once for each item. */
function createGuesses(read: Prepare, rule: Credit): (row: AskedRow) => number {
  const known = new Map<string, number>()
  return ([attemptId, position, , id, version]) => {
    const name = `${version} ${id}`
    const before = known.get(name)
    if (before !== undefined) return before
    const text = read<[string, number], string>(
      'SELECT body FROM "ExamQuestion" WHERE "attemptId" = ? AND position = ?',
    )
    const body = findSoundBody({ id, version, body: jsonColumn.parse(text.pluck().get(attemptId, position)) })
    const guess = body === null ? null : guessAt(body, rule)
    const mean = guess === null ? 0 : guess.right + (1 - guess.right) * guess.wrong
    known.set(name, mean)
    return mean
  }
}
