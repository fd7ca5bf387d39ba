import 'server-only'
import { toInstantColumn } from '../columns'
import { database } from '../database'

export type Suspension = {
  readonly userId: string
  readonly cardIds: readonly string[]
  readonly now: Date
}

export type Suspended =
  /** How many cards changed; the others were so already, or are not this user's. */
  { readonly kind: 'changed'; readonly count: number } | { readonly kind: 'refused'; readonly error: 'busy' }

/** Sets cards of this user aside: they are asked no more until they are taken up again. What is remembered of them stays. */
export function suspendCards(suspension: Suspension): Promise<Suspended> {
  return change(
    suspension,
    `UPDATE "Card" SET "suspendedAt" = @now
     WHERE "userId" = @userId AND "suspendedAt" IS NULL AND id IN (SELECT value FROM json_each(@cardIds))`,
  )
}

/** Takes suspended cards of this user up again, as they were. The card of a deleted note stays aside. */
export function resumeCards(suspension: Suspension): Promise<Suspended> {
  return change(
    suspension,
    `UPDATE "Card" SET "suspendedAt" = NULL
     WHERE "userId" = @userId AND "suspendedAt" IS NOT NULL AND id IN (SELECT value FROM json_each(@cardIds))
     AND NOT EXISTS (SELECT 1 FROM "Note" n WHERE n.id = "Card"."noteId" AND n."deletedAt" IS NOT NULL)`,
  )
}

type Values = { readonly userId: string; readonly cardIds: string; readonly now: string }

async function change({ userId, cardIds, now }: Suspension, sql: string): Promise<Suspended> {
  const { writeNow } = await database()
  const values = { userId, cardIds: JSON.stringify(cardIds), now: toInstantColumn(now) }
  const written = await writeNow((prepare) => prepare<[Values]>(sql).run(values).changes)
  return written.kind === 'written' ? { kind: 'changed', count: written.value } : written
}
