import 'server-only'
import { z } from 'zod'
import { restoreSettings, type Settings } from '../review/settings'
import { jsonColumn, toInstantColumn, toJsonColumn } from './columns'
import { database } from './database'
import type { Prepare } from './sqlite/statements'

const chosenRow = z.object({ chosen: jsonColumn })

/** What the user has chosen; the defaults where they have chosen nothing. One indexed read: most pages ask. */
export async function findSettings(userId: string): Promise<Settings> {
  const { read } = await database()
  return settingsIn(read, userId)
}

/** As `findSettings`, as the transaction of `prepare` sees them. */
export function settingsIn(prepare: Prepare, userId: string): Settings {
  const row = prepare<[string]>('SELECT chosen FROM "Settings" WHERE "userId" = ?').get(userId)
  return restoreSettings(row === undefined ? {} : chosenRow.parse(row).chosen)
}

export type Saved = { readonly kind: 'saved' } | { readonly kind: 'refused'; readonly error: 'busy' }

type SettingsColumns = { readonly userId: string; readonly chosen: string; readonly changedAt: string }

/** Keeps what the user has chosen, in place of what they chose before. Refuses as 'busy' as every write does. */
export async function saveSettings(chosen: {
  readonly userId: string
  readonly settings: Settings
  readonly now: Date
}): Promise<Saved> {
  const { writeNow } = await database()
  const columns = {
    userId: chosen.userId,
    chosen: toJsonColumn(chosen.settings),
    changedAt: toInstantColumn(chosen.now),
  }
  const written = await writeNow((prepare) =>
    prepare<[SettingsColumns]>(
      `INSERT INTO "Settings" ("userId", chosen, "changedAt") VALUES (@userId, @chosen, @changedAt)
       ON CONFLICT ("userId") DO UPDATE SET chosen = excluded.chosen, "changedAt" = excluded."changedAt"`,
    ).run(columns),
  )
  return written.kind === 'written' ? { kind: 'saved' } : written
}
