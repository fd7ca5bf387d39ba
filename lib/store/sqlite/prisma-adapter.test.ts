import { setTimeout as sleep } from 'node:timers/promises'
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

const row = (id: string) => ({ id, identifier: id, value: '', expiresAt: new Date('2026-11-23T08:00:00.000Z') })
const stored = () => witness.prepare('SELECT id FROM "Verification" ORDER BY id').pluck().all()

describe('a transaction of Prisma', () => {
  test('that fails takes no write of another request along, and shows it nothing', async () => {
    const { prisma } = store.database
    let other: Promise<unknown> = Promise.resolve()
    const doomed = prisma.$transaction(async (tx) => {
      await tx.verification.create({ data: row('doomed') })
      other = prisma.verification.create({ data: row('other') })
      expect(await prisma.verification.count()).toBe(0)
      throw new Error('on purpose')
    })
    await expect(doomed).rejects.toThrow('on purpose')
    await other
    expect(stored()).toEqual(['other'])
  })

  test('sees its own writes', async () => {
    const count = await store.database.prisma.$transaction(async (tx) => {
      await tx.verification.create({ data: row('a') })
      return tx.verification.count()
    })
    expect(count).toBe(1)
  })

  test('whose COMMIT fails leaves nothing behind and poisons nothing', async () => {
    const { prisma } = store.database
    const orphan = { id: 's', token: 't', userId: 'nobody', expiresAt: new Date() }
    const failing = prisma.$transaction(async (tx) => {
      await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`
      await tx.verification.create({ data: row('with the orphan') })
      await tx.session.create({ data: orphan })
    })
    await expect(failing).rejects.toThrow(/foreign key/i)
    await prisma.verification.create({ data: row('after') })
    expect(stored()).toEqual(['after'])
    expect(await prisma.session.count()).toBe(0)
  })

  test('that takes too long is rolled back, and the next write goes through', async () => {
    const { prisma } = store.database
    const slow = prisma.$transaction(
      async (tx) => {
        await tx.verification.create({ data: row('slow') })
        await sleep(80)
        await tx.verification.create({ data: row('too late') })
      },
      { timeout: 30 },
    )
    await expect(slow).rejects.toMatchObject({ code: 'P2028' })
    await prisma.verification.create({ data: row('after') })
    expect(stored()).toEqual(['after'])
  })

  test('that does not get its turn in time is forgotten, and the next write goes through', async () => {
    const { prisma } = store.database
    const first = prisma.$transaction(async (tx) => {
      await tx.verification.create({ data: row('first') })
      await sleep(80)
    })
    await sleep(5)
    const impatient = prisma.$transaction((tx) => tx.verification.create({ data: row('impatient') }), { maxWait: 20 })
    await expect(impatient).rejects.toMatchObject({ code: 'P2028' })
    await first
    await prisma.verification.create({ data: row('after') })
    expect(stored()).toEqual(['after', 'first'])
  })

  test('keeps 100 increments at once apart', async () => {
    const { prisma } = store.database
    await prisma.rateLimit.create({ data: { id: 'n', key: 'n', count: 0, lastRequest: 0n } })
    const increase = () =>
      prisma.$transaction(async (tx) => {
        const { count } = await tx.rateLimit.findUniqueOrThrow({ where: { id: 'n' } })
        await tx.rateLimit.update({ where: { id: 'n' }, data: { count: count + 1 } })
      })
    await Promise.all(Array.from({ length: 100 }, increase))
    expect((await prisma.rateLimit.findUniqueOrThrow({ where: { id: 'n' } })).count).toBe(100)
  })

  test('undoes an inner transaction alone', async () => {
    await store.database.prisma.$transaction(async (tx) => {
      await tx.verification.create({ data: row('outer') })
      const inner = tx.$transaction(async (innerTx) => {
        await innerTx.verification.create({ data: row('inner') })
        throw new Error('on purpose')
      })
      await expect(inner).rejects.toThrow('on purpose')
    })
    expect(stored()).toEqual(['outer'])
  })

  test('refuses an isolation level that SQLite has not', async () => {
    const loose = store.database.prisma.$transaction(async () => {}, {
      isolationLevel: 'ReadCommitted' as 'Serializable',
    })
    await expect(loose).rejects.toThrow()
    await store.database.prisma.verification.create({ data: row('after') })
    expect(stored()).toEqual(['after'])
  })
})

describe('a statement outside of a transaction', () => {
  test('gives the errors that Prisma knows', async () => {
    const { prisma } = store.database
    await prisma.verification.create({ data: row('a') })
    await expect(prisma.verification.create({ data: row('a') })).rejects.toMatchObject({ code: 'P2002' })
    await expect(prisma.verification.update({ where: { id: 'b' }, data: { value: '' } })).rejects.toMatchObject({
      code: 'P2025',
    })
    await expect(prisma.session.create({ data: { ...row('s'), userId: 'x' } as never })).rejects.toThrow()
  })

  test('cannot write on the reading connection', () => {
    expect(() => store.database.read('DELETE FROM "Verification"').run()).toThrow('readonly')
  })

  test('in a batch is all or nothing', async () => {
    const { prisma } = store.database
    const create = (id: string) => prisma.verification.create({ data: row(id) })
    await expect(prisma.$transaction([create('a'), create('a')])).rejects.toMatchObject({ code: 'P2002' })
    expect(stored()).toEqual([])
    await prisma.$transaction([create('a'), create('b')])
    expect(stored()).toEqual(['a', 'b'])
  })
})
