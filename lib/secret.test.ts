import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sessionSecret } from './secret'

const folder = mkdtempSync(join(tmpdir(), 'timewait-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the session secret', () => {
  test('is the one that is set', () => {
    expect(sessionSecret({ BETTER_AUTH_SECRET: 'x'.repeat(32), DATABASE_URL: 'file:/nowhere/db' })).toBe('x'.repeat(32))
  })

  test('is made once, kept beside the database, and readable by its owner alone', () => {
    const settings = { DATABASE_URL: `file:${folder}/data/timewait.db` }
    const made = sessionSecret(settings)
    expect(made).toMatch(/^[\w-]{43}$/)
    expect(sessionSecret(settings)).toBe(made)
    expect(statSync(join(folder, 'data', 'session-secret')).mode & 0o777).toBe(0o600)
  })
})
