import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { holdLockElsewhere } from './foreign-process'
import { scale } from './scale'

let store: TemporaryStore
beforeEach(async () => {
  store = await openTemporaryStore()
  // The first query of a client compiles Prisma's WebAssembly, which blocks by itself.
  await store.database.prisma.verification.deleteMany()
})
afterEach(() => store.close())

const row = (id: string) => ({ id, identifier: id, value: '', expiresAt: new Date() })
const insert = (id: string) =>
  store.database.writeNow((prepare) =>
    prepare(`INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES (?, ?, 0, 0)`).run(id, id),
  )
/** The longest that the event loop may stand still; SQLite's own wait would stop it for as long as the lock is held. */
const longestBlockMs = 100
/** Other programs on the machine can stop this process too, but not every time. */
const timing = { timeout: 20_000, retry: 4 }

describe('while another process holds the write lock', () => {
  const heldMs = scale(800, 2000)

  test(`for ${heldMs} ms, reads go on, nothing is blocked, and all writes arrive`, timing, async () => {
    const { prisma } = store.database
    const { ended } = await holdLockElsewhere(store.database.file, heldMs)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const startedAt = performance.now()
    const writes = Promise.all([
      ...Array.from({ length: 20 }, (_, i) => insert(`raw-${i}`)),
      ...Array.from({ length: 10 }, (_, i) => prisma.verification.create({ data: row(`plain-${i}`) })),
      prisma.$transaction(async (tx) => tx.verification.create({ data: row('transaction') })),
    ]).then(() => performance.now() - startedAt)
    let reads = 0
    while (performance.now() - startedAt < heldMs / 2) {
      expect(await prisma.verification.count()).toBe(0)
      reads++
      await sleep(5)
    }
    const tookMs = await writes
    delay.disable()
    await ended
    expect(tookMs).toBeGreaterThan(heldMs / 2)
    expect(reads).toBeGreaterThan(5)
    expect(await prisma.verification.count()).toBe(11)
    expect(await prisma.rateLimit.count()).toBe(20)
    expect(delay.max / 1e6).toBeLessThan(longestBlockMs)
  })

  // Seven seconds, for the patience is five.
  test.runIf(scale(false, true))(
    'for too long, writes are refused as busy, and work again afterwards',
    { timeout: 20_000 },
    async () => {
      const { prisma } = store.database
      const { ended } = await holdLockElsewhere(store.database.file, 7000)
      const [raw, plain, transaction] = await Promise.allSettled([
        insert('raw'),
        prisma.verification.create({ data: row('plain') }),
        prisma.$transaction(async (tx) => tx.verification.create({ data: row('transaction') })),
      ])
      expect(raw).toEqual({ status: 'fulfilled', value: { kind: 'refused', error: 'busy' } })
      expect(plain).toMatchObject({ status: 'rejected', reason: { code: 'P1008' } })
      expect(transaction).toMatchObject({ status: 'rejected', reason: { code: 'P1008' } })
      await ended
      expect(await insert('raw')).toMatchObject({ kind: 'written' })
      await prisma.verification.create({ data: row('plain') })
      expect(await prisma.verification.count()).toBe(1)
    },
  )
})
