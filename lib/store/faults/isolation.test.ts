import { setTimeout as sleep } from 'node:timers/promises'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PrismaClient } from '../generated/client'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { scale } from './scale'

let store: TemporaryStore
beforeEach(async () => {
  store = await openTemporaryStore()
})
afterEach(() => store.close())

const row = (id: string) => ({ id, identifier: id, value: '', expiresAt: new Date() })
const transactions = scale(30, 300)
const plainWrites = scale(300, 3000)

/** Runs transactions that all fail beside plain writes; returns what was acknowledged, and the doomed rows anybody saw. */
async function storm(prisma: PrismaClient) {
  const acknowledged: string[] = []
  let doomedSeen = 0
  async function fail(n: number) {
    const doomed = prisma.$transaction(async (tx) => {
      await tx.verification.create({ data: row(`doomed-${n}`) })
      doomedSeen += await prisma.verification.count({ where: { id: { startsWith: 'doomed' } } })
      await sleep(1)
      throw new Error('on purpose')
    })
    await expect(doomed).rejects.toThrow('on purpose')
  }
  async function save(n: number) {
    await prisma.verification.create({ data: row(`plain-${n}`) })
    acknowledged.push(`plain-${n}`)
  }
  const inLine = async (count: number, run: (n: number) => Promise<void>) => {
    for (let n = 0; n < count; n++) await run(n)
  }
  const lines = 10
  await Promise.all([
    inLine(transactions, fail),
    ...Array.from({ length: lines }, (_, line) => inLine(plainWrites / lines, (n) => save(line * plainWrites + n))),
  ])
  return { acknowledged, doomedSeen }
}

const lostOf = (acknowledged: readonly string[]) => {
  const stored = new Set(store.database.read('SELECT id FROM "Verification"').pluck().all())
  return acknowledged.filter((id) => !stored.has(id))
}

describe(`${transactions} failing transactions beside ${plainWrites} plain writes`, () => {
  // When this fails, Prisma has repaired its adapter (prisma/orm#29933) and ours may go.
  test('lose acknowledged writes and show dirty reads with the stock adapter', { timeout: 60_000 }, async () => {
    const stock = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: `file:${store.database.file}` }) })
    const { acknowledged, doomedSeen } = await storm(stock)
    await stock.$disconnect()
    expect(acknowledged.length).toBe(plainWrites)
    expect(lostOf(acknowledged).length).toBeGreaterThan(0)
    expect(doomedSeen).toBeGreaterThan(0)
  })

  test('lose nothing and show no dirty read with ours', { timeout: 60_000 }, async () => {
    const { acknowledged, doomedSeen } = await storm(store.database.prisma)
    expect(acknowledged.length).toBe(plainWrites)
    expect(lostOf(acknowledged)).toEqual([])
    expect(doomedSeen).toBe(0)
    expect(await store.database.prisma.verification.count()).toBe(plainWrites)
  })
})
