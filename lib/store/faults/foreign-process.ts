import 'server-only'
import { spawn } from 'node:child_process'
import { once } from 'node:events'

const holdWriteLock = `
  const sqlite = new (require('better-sqlite3'))(process.argv[1], { timeout: 5000 })
  sqlite.exec('BEGIN IMMEDIATE')
  console.log('locked')
  setTimeout(() => { sqlite.exec('COMMIT'); sqlite.close() }, Number(process.argv[2]))
`

/** Lets another process hold the write lock of `file`. Resolves once it does; `ended` resolves when it has let go. */
export async function holdLockElsewhere(file: string, forMs: number): Promise<{ readonly ended: Promise<unknown> }> {
  const other = spawn(process.execPath, ['-e', holdWriteLock, file, String(forMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(other, 'exit')
  await once(other.stdout, 'data')
  return { ended }
}
