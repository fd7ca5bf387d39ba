import 'server-only'
import { database } from './database'
import { ownedTables } from './owned-tables'
import type { Prepare } from './sqlite/statements'

export type Deleted = { readonly kind: 'deleted' } | { readonly kind: 'refused'; readonly error: 'busy' }

/**
 * Deletes every row that is the user's, the user too, by one transaction: what is append-only otherwise is no exception.
 * Copies of the database made earlier (backups/) still hold them.
 */
export async function deleteUser(userId: string): Promise<Deleted> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => deleteOwned(prepare, userId))
  return written.kind === 'written' ? { kind: 'deleted' } : written
}

/** The same as a part of a larger transaction. */
export function deleteOwned(prepare: Prepare, userId: string): void {
  // Children before their parents.
  for (const { table, mine } of ownedTables.toReversed())
    prepare<[{ userId: string }]>(`DELETE FROM "${table}" WHERE ${mine}`).run({ userId })
}
