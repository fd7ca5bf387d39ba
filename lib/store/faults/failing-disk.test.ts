import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { skipWithout } from './scale'

const fiuIsHere = spawnSync('fiu-run', ['-h']).error === undefined

test('a disk that fails to write is survived; after a failed fsync nothing is acknowledged any more', {
  timeout: 120_000,
}, ({ skip }) => {
  skipWithout(skip, fiuIsHere ? undefined : 'it needs fiu-run (Debian: fiu-utils)')
  const folder = mkdtempSync(path.join(tmpdir(), 'timewait-fiu-'))
  const file = path.join(folder, 'timewait.db')
  const control = path.join(folder, 'fiu')
  const node = [process.execPath, '--conditions=react-server', '--import', 'tsx']
  const child = fileURLToPath(new URL('./failing-disk-child.ts', import.meta.url))
  const run = spawnSync('fiu-run', ['-x', '-f', control, ...node, child, `file:${file}`, control], { encoding: 'utf8' })
  expect(run.stderr.replace(/^.*(Warning|--trace).*\n?/gm, '')).toBe('')
  expect(JSON.parse(run.stdout)).toEqual([
    ['before', 'written'],
    ['while writing fails', 'SQLITE_IOERR_WRITE'],
    ['after', 'written'],
    ['while fsync fails', 'SQLITE_IOERR_FSYNC'],
    ['after a failed fsync', 'SQLITE_IOERR_FSYNC'],
  ])
  const witness = new Sqlite(file)
  const stored = witness.prepare('SELECT id FROM "RateLimit"').pluck().all()
  expect(stored).toEqual(expect.arrayContaining(['before', 'before by Prisma', 'after', 'after by Prisma']))
  expect(stored).not.toContain('while writing fails')
  expect(stored).not.toContain('after a failed fsync')
  expect(witness.pragma('integrity_check', { simple: true })).toBe('ok')
  witness.close()
  rmSync(folder, { recursive: true })
})
