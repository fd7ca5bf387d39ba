import 'server-only'
import { z } from 'zod'
import type { Prepare } from '../sqlite/statements'

/** What an item of this kind takes this user as a rule; null where none was answered yet. */
export function findUsualMs(prepare: Prepare, userId: string, kind: string): number | null {
  const statement = prepare<[string, string]>(`SELECT "usualMs" FROM "UsualTime" WHERE "userId" = ? AND kind = ?`)
  const usualMs = statement.pluck().get(userId, kind)
  return typeof usualMs === 'number' ? usualMs : null
}

const usualRows = z.array(z.object({ kind: z.string(), usualMs: z.number() }))

/** What an item of each kind takes this user as a rule; kinds of which none was answered yet are missing. */
export function listUsualMs(prepare: Prepare, userId: string): Readonly<Record<string, number>> {
  const rows = prepare<[string]>(`SELECT kind, "usualMs" FROM "UsualTime" WHERE "userId" = ?`).all(userId)
  return Object.fromEntries(usualRows.parse(rows).map(({ kind, usualMs }) => [kind, usualMs]))
}

export function keepUsualMs(prepare: Prepare, row: { userId: string; kind: string; usualMs: number }): void {
  prepare<[typeof row]>(
    `INSERT INTO "UsualTime" ("userId", kind, "usualMs") VALUES (@userId, @kind, @usualMs)
     ON CONFLICT DO UPDATE SET "usualMs" = excluded."usualMs"`,
  ).run(row)
}
