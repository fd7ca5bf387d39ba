import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A fresh data folder, and the settings of an app that uses it. */
export type Settings = {
  readonly folder: string
  readonly environment: {
    readonly DATABASE_URL: string
    readonly BETTER_AUTH_SECRET: string
    readonly LOG_LEVEL: string
  }
}

/**
 * Makes a fresh data folder and points this process at it too, for lib/env.ts reads the environment once: call this
 * before anything of lib/store or lib/session is loaded.
 */
export function makeSettings(): Settings {
  const folder = mkdtempSync(path.join(tmpdir(), 'timewait-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const environment = {
    DATABASE_URL: `file:${path.join(folder, 'timewait.db')}`,
    BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
    LOG_LEVEL: 'error',
  }
  Object.assign(process.env, environment)
  return { folder, environment }
}
