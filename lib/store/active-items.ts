import 'server-only'
import { z } from 'zod'
import { type Database, database } from './database'

/** What choosing needs of an item. */
export type ActiveItem = {
  readonly id: string
  readonly factId: string
  readonly kind: string
  readonly topic: string
  readonly level: number
}

const activeRow = z.object({
  id: z.string(),
  factId: z.string(),
  kind: z.string(),
  topic: z.string(),
  level: z.number(),
})

type Held = { readonly version: string; readonly items: readonly ActiveItem[] }

const heldFor = new WeakMap<Database, Held>()

/** Every item that is not retired, in the order of the ids; kept in memory until the bank or what is retired changes. */
export async function listActiveItems(): Promise<readonly ActiveItem[]> {
  const opened = await database()
  const version = JSON.stringify(opened.read(bankVersion).get())
  const held = heldFor.get(opened)
  if (held !== undefined && held.version === version) return held.items
  const rows = opened
    .read('SELECT id, "factId", kind, topic, level FROM "Item" WHERE "retiredAt" IS NULL ORDER BY id')
    .all()
  const items = z.array(activeRow).parse(rows)
  heldFor.set(opened, { version, items })
  return items
}

/** Changes with each seeding, and with each item that is retired or comes back without one. */
export const bankVersion = `SELECT
  (SELECT fingerprint FROM "Bank" WHERE id = 'bank') AS fingerprint,
  (SELECT max("retiredAt") FROM "Item") AS "lastRetiredAt",
  (SELECT count(*) FROM "Item" WHERE "retiredAt" IS NULL) AS active`
