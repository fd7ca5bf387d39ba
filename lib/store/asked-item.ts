import 'server-only'
import { z } from 'zod'
import { columnsOf, jsonColumn } from './columns'
import type { PracticeAim } from './create-practice'
import { database } from './database'
import { itemRow } from './item'
import { type PracticedItem, practicedItem } from './practiced-item'

/** Where an answer belongs. The owner is always part of the question. */
export type Place = { readonly userId: string; readonly practiceId: string; readonly position: number }

/** An item as asked at one place of a practice, and what that practice is for. */
export type AskedItem = { readonly item: PracticedItem; readonly seed: number; readonly aim: PracticeAim }

const askedRow = itemRow.extend({ seed: z.number(), made: jsonColumn.nullable(), aim: z.enum(['chosen', 'beliefs']) })

/**
 * The item asked at `place`, by one indexed read, since it is needed before each answer is scored; undefined where this
 * user has no such practice or the practice no such position.
 */
export async function findAskedItem(place: Place): Promise<AskedItem | undefined> {
  const { read } = await database()
  const row = read<[Place]>(
    `SELECT ${columnsOf(itemRow, 'i')}, pi.seed, pi.body AS made, p.aim FROM "PracticeItem" pi
     JOIN "Practice" p ON p.id = pi."practiceId"
     JOIN "Item" i ON i.id = pi."itemId"
     WHERE pi."practiceId" = @practiceId AND pi.position = @position AND p."userId" = @userId`,
  ).get(place)
  if (row === undefined) return undefined
  const { seed, made, aim, ...item } = askedRow.parse(row)
  return { item: practicedItem(item, made), seed, aim }
}
