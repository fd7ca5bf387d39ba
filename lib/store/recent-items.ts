import 'server-only'
import { z } from 'zod'
import { database } from './database'

/** The ids of the items in the user's newest `limit` answers, newest first; an item may come twice. */
export async function listRecentItemIds(which: {
  readonly userId: string
  readonly limit: number
}): Promise<readonly string[]> {
  const { read } = await database()
  const rows = read<[typeof which]>(
    'SELECT "itemId" FROM "Answer" WHERE "userId" = @userId ORDER BY at DESC LIMIT @limit',
  ).all(which)
  return z
    .array(z.object({ itemId: z.string() }))
    .parse(rows)
    .map(({ itemId }) => itemId)
}
