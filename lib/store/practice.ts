import 'server-only'
import { z } from 'zod'
import { type Answer, answerRow } from './answer'
import { columnsOf, instantColumn, jsonColumn, wordsColumn } from './columns'
import type { PracticeAim } from './create-practice'
import { database } from './database'
import { itemRow } from './item'
import { type PracticedItem, practicedItem } from './practiced-item'

/** A practice without its items. */
type PracticeHead = {
  readonly id: string
  readonly topics: readonly string[]
  readonly kinds: readonly string[]
  readonly aim: PracticeAim
  readonly length: number
  readonly startedAt: Date
  /** When the last item was answered. */
  readonly finishedAt: Date | null
}

type PracticeItem = {
  /** Counts from 0. */
  readonly position: number
  readonly seed: number
  readonly item: PracticedItem
  /** Undefined as long as the item is not answered. */
  readonly answer: Answer | undefined
}

export type Practice = PracticeHead & { readonly items: readonly PracticeItem[] }

const headRow = z.object({
  id: z.string(),
  topics: wordsColumn,
  kinds: wordsColumn,
  aim: z.enum(['chosen', 'beliefs']),
  length: z.number(),
  startedAt: instantColumn,
  finishedAt: instantColumn.nullable(),
})
const itemsRow = itemRow.extend({ position: z.number(), seed: z.number(), made: jsonColumn.nullable() })

/** The practice with its items in order and what was answered; undefined where this user has none with that id. */
export async function findPractice(which: {
  readonly userId: string
  readonly practiceId: string
}): Promise<Practice | undefined> {
  const { read } = await database()
  const head = read<[typeof which]>(
    `SELECT ${columnsOf(headRow, 'p')} FROM "Practice" p WHERE p.id = @practiceId AND p."userId" = @userId`,
  ).get(which)
  if (head === undefined) return undefined
  const items = read<[string]>(
    `SELECT ${columnsOf(itemRow, 'i')}, pi.position, pi.seed, pi.body AS made FROM "PracticeItem" pi JOIN "Item" i ON i.id = pi."itemId"
     WHERE pi."practiceId" = ? ORDER BY pi.position`,
  ).all(which.practiceId)
  const answers = read<[string]>(`SELECT ${columnsOf(answerRow, 'a')} FROM "Answer" a WHERE a."practiceId" = ?`).all(
    which.practiceId,
  )
  const answerAt = new Map(
    z
      .array(answerRow)
      .parse(answers)
      .map((answer) => [answer.position, answer]),
  )
  return {
    ...headRow.parse(head),
    items: z
      .array(itemsRow)
      .parse(items)
      .map(({ position, seed, made, ...item }) => ({
        position,
        seed,
        item: practicedItem(item, made),
        answer: answerAt.get(position),
      })),
  }
}

export type PracticeSummary = PracticeHead & {
  /** How many of its items were answered, and how many of these right. */
  readonly answered: number
  readonly right: number
}

const summaryRow = headRow.extend({ answered: z.number(), right: z.number() })

/** The user's practices, newest first, at most `limit`. */
export async function listPractices(which: {
  readonly userId: string
  readonly limit: number
}): Promise<readonly PracticeSummary[]> {
  const { read } = await database()
  // The counts go by the index of the practice: work per practice listed, whatever the length of the history.
  const rows = read<[typeof which]>(
    `SELECT ${columnsOf(headRow, 'p')},
       (SELECT count(*) FROM "Answer" a WHERE a."practiceId" = p.id) AS answered,
       (SELECT count(*) FROM "Answer" a WHERE a."practiceId" = p.id AND a."right") AS "right"
     FROM "Practice" p WHERE p."userId" = @userId ORDER BY p."startedAt" DESC LIMIT @limit`,
  ).all(which)
  return z.array(summaryRow).parse(rows)
}
