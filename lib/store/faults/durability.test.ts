import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'

let store: TemporaryStore
beforeEach(async () => {
  store = await openTemporaryStore()
})
afterEach(() => store.close())

const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'query_only'] as const

describe('every connection', () => {
  test.each([
    ['writing', () => store.database.writer.alone(async ({ prepare }) => prepare), 0],
    ['reading', async () => store.database.read, 1],
  ] as const)('%s waits for the disk (synchronous=FULL is 2)', async (_, prepared, queryOnly) => {
    const prepare = await prepared()
    const values = settings.map((setting) => prepare(`PRAGMA ${setting}`).pluck().get())
    expect(values).toEqual(['wal', 2, 1, queryOnly])
  })

  test('of Prisma is one of these two', async () => {
    const { prisma } = store.database
    expect(
      await prisma.$queryRawUnsafe('SELECT synchronous, query_only FROM pragma_synchronous, pragma_query_only'),
    ).toEqual([{ synchronous: 2n, query_only: 1n }])
    expect(await prisma.$queryRawUnsafe('PRAGMA synchronous')).toEqual([{ synchronous: 2n }])
    expect(await prisma.$queryRawUnsafe('PRAGMA query_only')).toEqual([{ query_only: 0n }])
  })
})

test('a process opens a file once, however often it asks', async () => {
  const { database } = await import('../database')
  const opened = await Promise.all([database(), database(), database()])
  expect(new Set(opened)).toEqual(new Set([store.database]))
})
