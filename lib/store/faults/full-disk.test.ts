import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { storeHealth } from '../health'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { scale, skipWithout } from './scale'

/** Mounts a disk of 3 MiB at `folder`, or says why it can't. */
function mountSmallDisk(folder: string): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can mount a small disk'
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' })
    return undefined
  } catch (error) {
    return `no small disk can be mounted here: ${String(error)}`
  }
}

/** Writes by both ways, eight at a time, and returns the ids that were acknowledged and the errors of the others. */
async function fill({ database }: TemporaryStore, name: string, rounds: number, size: number) {
  const acknowledged: string[] = []
  const errors: unknown[] = []
  const value = 'x'.repeat(size)
  const writeBy = (id: string) => ({
    raw: () =>
      database.writeNow((prepare) =>
        prepare(
          `INSERT INTO "Verification" (id, identifier, value, "expiresAt") VALUES (?, '', ?, '2026-11-23T08:00:00.000+00:00')`,
        ).run(id, value),
      ),
    plain: () => database.prisma.verification.create({ data: { id, identifier: '', value, expiresAt: new Date() } }),
    transaction: () =>
      database.prisma.$transaction(async (tx) => {
        await tx.verification.count()
        await tx.verification.create({ data: { id, identifier: '', value, expiresAt: new Date() } })
      }),
  })
  for (let round = 0; round < rounds; round++)
    await Promise.all(
      (['raw', 'raw', 'raw', 'raw', 'raw', 'raw', 'plain', 'transaction'] as const).map(async (way, i) => {
        const id = `${name}-${round}-${i}-${way}`
        await writeBy(id)
          [way]()
          .then(
            () => acknowledged.push(id),
            (error: unknown) => errors.push(error),
          )
      }),
    )
  return { acknowledged, errors }
}

test('on a full disk nothing is acknowledged that is not stored, and writing goes on once there is space', {
  timeout: 120_000,
}, async ({ skip }) => {
  const disk = mkdtempSync(path.join(tmpdir(), 'timewait-disk-'))
  const why = mountSmallDisk(disk)
  if (why !== undefined) rmSync(disk, { recursive: true })
  skipWithout(skip, why)
  const ballast = path.join(disk, 'ballast')
  try {
    writeFileSync(ballast, Buffer.alloc(1024 * 1024))
    const store = await openTemporaryStore(disk)
    const { database } = store
    const before = await fill(store, 'before', scale(150, 400), 2000)
    expect(before.acknowledged.length).toBeGreaterThan(10)
    expect(before.errors.length).toBeGreaterThan(100)
    expect(before.errors.map(String).filter((error) => !/full|SQLITE_FULL/i.test(error))).toEqual([])
    expect((await storeHealth()).database).toBe('cannot write')
    expect(await database.prisma.verification.count()).toBe(before.acknowledged.length)

    rmSync(ballast)
    const after = await fill(store, 'after', 5, 200)
    expect(after.errors).toEqual([])
    expect((await storeHealth()).database).toBe('ok')

    const witness = new Sqlite(database.file, { readonly: true })
    const stored = witness.prepare('SELECT id FROM "Verification" ORDER BY id').pluck().all()
    expect(stored).toEqual([...before.acknowledged, ...after.acknowledged].sort())
    expect(witness.pragma('integrity_check', { simple: true })).toBe('ok')
    witness.close()
    await store.close()
  } finally {
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  }
})
