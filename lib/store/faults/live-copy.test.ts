import { mkdirSync, rmSync } from 'node:fs'
import path, { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyDatabase } from '../backup'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { scale } from './scale'

let store: TemporaryStore
beforeEach(async () => {
  store = await openTemporaryStore()
})
afterEach(() => store.close())

const rounds = scale(8, 60)

test(`${rounds} copies beside the writes of 100 people lose nobody a write, and each holds what was acknowledged before it began`, async () => {
  const { writeNow, writer, file } = store.database
  const acknowledged: string[] = []
  const failed: unknown[] = []
  let isOver = false
  const people = Array.from({ length: 100 }, async (_, person) => {
    for (let nth = 0; !isOver; nth++) {
      const id = `${person}-${nth}`
      const written = await writeNow((prepare) =>
        prepare(`INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES (?, ?, 0, 0)`).run(id, id),
      ).catch((error: unknown) => failed.push(error))
      if (typeof written === 'object' && written.kind === 'written') acknowledged.push(id)
      else failed.push(written)
    }
  })
  const copies: { readonly copy: string; readonly before: readonly string[] }[] = []
  const folder = path.join(dirname(file), 'by-hand')
  mkdirSync(folder)
  for (let round = 0; round < rounds; round++) {
    const before = [...acknowledged]
    // As a migration copies (VACUUM INTO), as an operator does (the backup API of SQLite), and a checkpoint between the two.
    if (round % 2 === 0) {
      copies.push({
        before,
        copy: await writer.alone(async ({ prepare }) => copyDatabase(prepare, file, `round-${round}`)),
      })
    } else {
      const operator = new Sqlite(file)
      const copy = path.join(folder, `${round}.db`)
      // In one step: between two of them writes begin it anew.
      await operator.backup(copy, { progress: () => 1_000_000 })
      operator.pragma('wal_checkpoint(PASSIVE)')
      operator.close()
      copies.push({ before, copy })
    }
  }
  isOver = true
  await Promise.all(people)

  expect(failed).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(100)
  for (const { copy, before } of copies) {
    const restored = new Sqlite(copy, { readonly: true })
    expect(restored.pragma('integrity_check', { simple: true })).toBe('ok')
    const held = new Set(restored.prepare('SELECT id FROM "RateLimit"').pluck().all())
    expect(before.filter((id) => !held.has(id))).toEqual([])
    restored.close()
    rmSync(copy)
  }
})
