import 'server-only'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from './data-folder'
import { type Environment, env } from './env'

/**
 * The secret that signs sessions: BETTER_AUTH_SECRET, else one made at the first start and kept beside the database,
 * readable by its owner alone, so that people stay signed in over a restart.
 */
export function sessionSecret(settings: Pick<Environment, 'BETTER_AUTH_SECRET' | 'DATABASE_URL'> = env): string {
  if (settings.BETTER_AUTH_SECRET !== undefined) return settings.BETTER_AUTH_SECRET
  const file = join(openDataFolder(settings), 'session-secret')
  try {
    // 'wx' fails where the file exists: of two starts at once, one writes and both read the same.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8')
}
