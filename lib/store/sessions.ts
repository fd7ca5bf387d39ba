import 'server-only'
import { z } from 'zod'
import { instantColumn } from './columns'
import { database } from './database'

export type SessionRow = { readonly userId: string; readonly expiresAt: Date }

const sessionRow = z.object({
  userId: z.string(),
  expiresAt: instantColumn,
})

/** The session with that token, expired or not, by one indexed read; undefined where there is none. */
export async function findSession(token: string): Promise<SessionRow | undefined> {
  const { read } = await database()
  const row = read<[string]>('SELECT "userId", "expiresAt" FROM "Session" WHERE token = ?').get(token)
  return row === undefined ? undefined : sessionRow.parse(row)
}
