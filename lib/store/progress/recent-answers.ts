import 'server-only'
import { z } from 'zod'
import { scorePaper } from '../../assessment/score'
import type { AnsweredItem } from '../../progress/occasions'
import { booleanColumn, columnsOf, instantColumn, jsonColumn } from '../columns'
import { database } from '../database'
import { listExams } from '../exam/exam'
import { type Item, itemRow } from '../item'
import { practicedItem } from '../practiced-item'
import type { Prepare } from '../sqlite/statements'

/** Where an answer was given, for a link to it. */
export type AnswerSource =
  | { readonly kind: 'practice'; readonly practiceId: string; readonly position: number }
  | { readonly kind: 'review'; readonly cardId: string; readonly factId: string }
  | { readonly kind: 'exam'; readonly attemptId: string; readonly position: number }

export type RecentAnswer = AnsweredItem & {
  readonly source: AnswerSource
  readonly item: Pick<Item, 'id' | 'version' | 'body' | 'topic' | 'level'> & { readonly isMade?: boolean }
  readonly seed: number
}

/** How far back answers are looked at. What somebody believes is of today: what lies behind these says little of it. */
export const recentLimits = { answers: 300, reviews: 300, exams: 5 } as const

/**
 * The user's last answers in practices, reviews (without those taken back) and exams. Two indexes give no more than the
 * limits, whatever the length of the history.
 */
export async function listRecentAnswers(userId: string, now: Date): Promise<readonly RecentAnswer[]> {
  const { read } = await database()
  const { answers, reviews, exams } = recentLimits
  const rows = [...practised(read, userId, answers), ...reviewed(read, userId, reviews)]
  const items = itemsOf(read, [...new Set(rows.map(({ itemId }) => itemId))])
  const answered = rows.flatMap(({ itemId, source, at, answer, made, ...rest }) => {
    const item = items.get(itemId)
    return item === undefined ? [] : [{ ...rest, item: practicedItem(item, made), source, answer, atMs: at.getTime() }]
  })
  return [...answered, ...(await examined(userId, exams, now))]
}

const common = {
  itemId: z.string(),
  itemVersion: z.number(),
  right: booleanColumn,
  at: instantColumn,
}
const practisedRow = z.object({ ...common, given: jsonColumn, practiceId: z.string(), position: z.number() })
const reviewedRow = z.object({ ...common, given: jsonColumn.nullable(), cardId: z.string(), seed: z.number() })
const askedColumns = z.object({ seed: z.number(), made: jsonColumn.nullable() })
const factColumn = z.object({ factId: z.string() })

type Limited = { readonly userId: string; readonly limit: number }

function practised(read: Prepare, userId: string, limit: number) {
  const rows = read<[Limited]>(
    `SELECT ${columnsOf(practisedRow, 'a')}, pi.seed, pi.body AS made
     FROM "Answer" a JOIN "PracticeItem" pi ON pi."practiceId" = a."practiceId" AND pi.position = a.position
     WHERE a."userId" = @userId ORDER BY a.at DESC LIMIT @limit`,
  ).all({ userId, limit })
  return z
    .array(practisedRow.extend(askedColumns.shape))
    .parse(rows)
    .map(({ practiceId, position, given, ...answer }) => {
      const source: AnswerSource = { kind: 'practice', practiceId, position }
      return { ...answer, answer: given, source }
    })
}

/** What items asked in reviews; a card that was flipped was not answered. */
function reviewed(read: Prepare, userId: string, limit: number) {
  const rows = read<[Limited]>(
    `SELECT ${columnsOf(reviewedRow, 'r')}, c."factId" FROM "Review" r JOIN "Card" c ON c.id = r."cardId"
     WHERE r."userId" = @userId AND r."itemId" IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM "Undo" u WHERE u."reviewId" = r.id)
     ORDER BY r."receivedAt" DESC LIMIT @limit`,
  ).all({ userId, limit })
  return z
    .array(reviewedRow.extend(factColumn.shape))
    .parse(rows)
    .map(({ cardId, factId, given, ...review }) => {
      const source: AnswerSource = { kind: 'review', cardId, factId }
      return { ...review, made: null, answer: given, source }
    })
}

function itemsOf(read: Prepare, ids: readonly string[]): ReadonlyMap<string, Item> {
  const rows = read<[string]>(
    `SELECT ${columnsOf(itemRow, 'i')} FROM "Item" i WHERE i.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids))
  return new Map(
    z
      .array(itemRow)
      .parse(rows)
      .map((item) => [item.id, item]),
  )
}

/** The answered questions of the last finished exams; an exam keeps its items as they were. */
async function examined(userId: string, limit: number, now: Date): Promise<readonly RecentAnswer[]> {
  const exams = await listExams({ userId, limit, now })
  return exams.flatMap(({ id: attemptId, attempt, paper, blueprint }) => {
    const { finished } = attempt
    if (finished === null) return []
    const scores = new Map(scorePaper(paper, attempt, blueprint.credit).questions.map((one) => [one.position, one]))
    return paper.flatMap(({ position, item, topic, level, seed }) => {
      const score = scores.get(position)
      if (score === undefined || score.answer === null) return []
      const source: AnswerSource = { kind: 'exam', attemptId, position }
      return {
        source,
        seed,
        atMs: finished.at,
        item: { ...item, topic, level },
        itemVersion: item.version,
        right: score.credit === 100,
        answer: score.answer,
      }
    })
  })
}
