import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { untilFree } from './until-free'

const busy = () => new Sqlite.SqliteError('database is locked', 'SQLITE_BUSY')

describe('untilFree', () => {
  test('tries again until it is free', async () => {
    let attempts = 0
    const attempt = () => {
      attempts++
      if (attempts < 3) throw busy()
      return 'done'
    }
    expect(await untilFree(attempt, performance.now() + 1000)).toBe('done')
    expect(attempts).toBe(3)
  })

  test('gives up at the deadline, but tries once even after it', async () => {
    let attempts = 0
    const attempt = () => {
      attempts++
      throw busy()
    }
    await expect(untilFree(attempt, performance.now() - 1)).rejects.toThrow('database is locked')
    expect(attempts).toBe(1)
    await expect(untilFree(attempt, performance.now() + 50)).rejects.toThrow('database is locked')
    expect(attempts).toBeGreaterThan(2)
  })

  test('passes any other error on at once', async () => {
    let attempts = 0
    const attempt = () => {
      attempts++
      throw new Sqlite.SqliteError('disk is full', 'SQLITE_FULL')
    }
    await expect(untilFree(attempt, performance.now() + 1000)).rejects.toThrow('disk is full')
    expect(attempts).toBe(1)
  })
})
