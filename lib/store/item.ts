import 'server-only'
import { z } from 'zod'
import { instantColumn, jsonColumn } from './columns'
import { database } from './database'

/** An item as stored. Its body is whatever lib/items wrote there, to be parsed by its schema. */
export type Item = {
  readonly id: string
  readonly factId: string
  readonly kind: string
  readonly topic: string
  readonly level: number
  readonly version: number
  /** Situation and query, without words and without key. */
  readonly body: unknown
  /** When the item stopped being asked. */
  readonly retiredAt: Date | null
}

/** Reads a row with the columns of an item. */
export const itemRow = z.object({
  id: z.string(),
  factId: z.string(),
  kind: z.string(),
  topic: z.string(),
  level: z.number(),
  version: z.number(),
  body: jsonColumn,
  retiredAt: instantColumn.nullable(),
})

const itemColumns = {
  id: true,
  factId: true,
  kind: true,
  topic: true,
  level: true,
  version: true,
  body: true,
  retiredAt: true,
} as const satisfies Record<keyof Item, true>

/** The item with that id, retired or not. Throws where there is none. */
export async function selectItem(id: string): Promise<Item> {
  const { prisma } = await database()
  return itemRow.parse(await prisma.item.findUniqueOrThrow({ where: { id }, select: itemColumns }))
}

/** The item with that id, retired or not; undefined where there is none. */
export async function findItem(id: string): Promise<Item | undefined> {
  const { prisma } = await database()
  const found = await prisma.item.findUnique({ where: { id }, select: itemColumns })
  return found === null ? undefined : itemRow.parse(found)
}
