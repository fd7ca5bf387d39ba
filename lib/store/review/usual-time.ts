import 'server-only'
import type { Prepare } from '../sqlite/statements'

/** What an item of this kind takes this user as a rule; null where none was answered yet. */
export function findUsualMs(prepare: Prepare, userId: string, kind: string): number | null {
  const statement = prepare<[string, string]>(`SELECT "usualMs" FROM "UsualTime" WHERE "userId" = ? AND kind = ?`)
  const usualMs = statement.pluck().get(userId, kind)
  return typeof usualMs === 'number' ? usualMs : null
}

export function keepUsualMs(prepare: Prepare, row: { userId: string; kind: string; usualMs: number }): void {
  prepare<[typeof row]>(
    `INSERT INTO "UsualTime" ("userId", kind, "usualMs") VALUES (@userId, @kind, @usualMs)
     ON CONFLICT DO UPDATE SET "usualMs" = excluded."usualMs"`,
  ).run(row)
}
