import 'server-only'
import { z } from 'zod'
import { createScheduler } from '../review/scheduler'
import { booleanColumn } from './columns'
import { database } from './database'
import { deleteOwned } from './delete-user'
import { hasWork } from './owned-counts'
import { ownedTables } from './owned-tables'
import { rebuildNow } from './review/rebuild'
import type { Prepare } from './sqlite/statements'
import { schedulingIn } from './training/weights'

type Merge = { readonly from: string; readonly to: string }

export type Merged =
  | { readonly kind: 'merged' }
  | { readonly kind: 'refused'; readonly error: 'no such guest' | 'busy' }

/**
 * Takes all work of the guest `from` to the account `to` and deletes the guest, by one transaction. Refuses as
 * 'no such guest' where `from` is no guest or `to` no account, so that a merge done twice changes nothing.
 * What is remembered is folded anew from both logs.
 * Throws, and changes nothing, where a line of the owned tables would leave work behind.
 */
export async function mergeGuest(merge: Merge, now: Date): Promise<Merged> {
  const { writeNow } = await database()
  const written = await writeNow((prepare): Merged => {
    if (!isGuest(prepare, merge.from) || isGuest(prepare, merge.to) !== false)
      return { kind: 'refused', error: 'no such guest' }
    for (const statement of ownedTables.flatMap((owned): readonly string[] => owned.merge))
      prepare<[Merge]>(statement).run(merge)
    if (hasWork(prepare, merge.from)) throw new Error(`Cannot merge guest "${merge.from}": some work would be lost`)
    deleteOwned(prepare, merge.from)
    const scheduler = createScheduler(schedulingIn(prepare, merge.to))
    rebuildNow(prepare, merge.to, scheduler, now)
    return { kind: 'merged' }
  })
  return written.kind === 'written' ? written.value : written
}

const guestRow = z.object({ isAnonymous: booleanColumn.nullable() })

/** Whether the user is a guest; undefined where there is no such user. */
function isGuest(prepare: Prepare, userId: string): boolean | undefined {
  const row = prepare<[string]>('SELECT "isAnonymous" FROM "User" WHERE id = ?').get(userId)
  return row === undefined ? undefined : guestRow.parse(row).isAnonymous === true
}
