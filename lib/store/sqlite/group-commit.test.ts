import { statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'

let store: TemporaryStore
let witness: Sqlite.Database
beforeEach(async () => {
  store = await openTemporaryStore()
  witness = new Sqlite(store.database.file, { readonly: true })
})
afterEach(async () => {
  witness.close()
  await store.close()
})

const insert = (id: string) =>
  store.database.writeNow((prepare) =>
    prepare(`INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES (?, ?, 0, 0)`).run(id, id),
  )
const stored = () => witness.prepare('SELECT id FROM "RateLimit" ORDER BY id').pluck().all()

describe('writeNow', () => {
  test('resolves when the write can be seen from outside', async () => {
    expect(await insert('a')).toEqual({ kind: 'written', value: { changes: 1, lastInsertRowid: 1 } })
    expect(stored()).toEqual(['a'])
  })

  test('lets one that throws take no other along', async () => {
    const outcomes = await Promise.allSettled([
      insert('a'),
      insert('a'),
      store.database.writeNow((prepare) => {
        prepare('DELETE FROM "RateLimit"').run()
        throw new Error('on purpose')
      }),
      insert('b'),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(stored()).toEqual(['a', 'b'])
  })

  test('sees what those before it in the same turn have written', async () => {
    const count = () => store.database.writeNow((prepare) => prepare('SELECT count(*) FROM "RateLimit"').pluck().get())
    const [, first, , second] = await Promise.all([insert('a'), count(), insert('b'), count()])
    expect([first, second]).toMatchObject([{ value: 1 }, { value: 2 }])
  })

  test('commits 200 writes of one turn together', async () => {
    const wal = () => statSync(`${store.database.file}-wal`).size
    const before = wal()
    await Promise.all(Array.from({ length: 200 }, (_, i) => insert(`row-${i}`)))
    expect(stored().length).toBe(200)
    // A commit of its own costs each write two pages at least.
    expect(wal() - before).toBeLessThan(50 * 4096)
  })

  test('refuses work that would go on after the commit', async () => {
    await expect(store.database.writeNow(async () => {})).rejects.toThrow(
      'Transaction function cannot return a promise',
    )
  })

  test('waits for the transactions of Prisma and they for it', async () => {
    const { prisma } = store.database
    await insert('counter')
    const increase = () =>
      prisma.$transaction(async (tx) => {
        const { count } = await tx.rateLimit.findUniqueOrThrow({ where: { id: 'counter' } })
        await tx.rateLimit.update({ where: { id: 'counter' }, data: { count: count + 1 } })
      })
    const increaseNow = () =>
      store.database.writeNow((prepare) => {
        const count = Number(prepare(`SELECT count FROM "RateLimit" WHERE id = 'counter'`).pluck().get())
        prepare(`UPDATE "RateLimit" SET count = ? WHERE id = 'counter'`).run(count + 1)
      })
    await Promise.all(Array.from({ length: 50 }, (_, i) => (i % 2 ? increase() : increaseNow())))
    expect(witness.prepare('SELECT count FROM "RateLimit"').pluck().get()).toBe(50)
  })
})
