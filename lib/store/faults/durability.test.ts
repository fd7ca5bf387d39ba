import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { skipWithout } from './scale'

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

test('each acknowledgement has waited for an fsync of its own', { timeout: 120_000 }, ({ skip }) => {
  skipWithout(skip, spawnSync('strace', ['-V']).error && 'it needs strace')
  const folder = mkdtempSync(path.join(tmpdir(), 'timewait-strace-'))
  const calls = path.join(folder, 'calls')
  const node = [process.execPath, '--conditions=react-server', '--import', 'tsx']
  const child = fileURLToPath(new URL('./synced-writes-child.ts', import.meta.url))
  const traced = ['-f', '-o', calls, '-e', 'trace=fsync,fdatasync,chdir', ...node, child]
  const run = spawnSync('strace', [...traced, `file:${path.join(folder, 'timewait.db')}`, '40'], { encoding: 'utf8' })
  expect(run.status, run.stderr).toBe(0)
  const whileWriting = /chdir\("\/"\)(.*)chdir\("\/tmp"\)/s.exec(readFileSync(calls, 'utf8'))?.[1] ?? ''
  expect(whileWriting.match(/f(data)?sync\(\d+\) += 0/g)?.length).toBeGreaterThanOrEqual(40)
  rmSync(folder, { recursive: true })
})
