import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const holding = `
  const sqlite = new (require('better-sqlite3'))(process.argv[1], { timeout: 5000 })
  if (process.argv[2] === 'lock') sqlite.exec('BEGIN IMMEDIATE')
  else sqlite.pragma('wal_checkpoint(TRUNCATE)')
  console.log('done')
  process.stdin.on('close', () => process.exit()).resume()
`

function run(file: string, what: 'lock' | 'truncate'): ChildProcess {
  return spawn(process.execPath, ['-e', holding, file, what], { stdio: ['pipe', 'pipe', 'inherit'] })
}

/** Has another process hold the write lock of a database, until the function that it gives is called. */
export async function lockDatabase(file: string): Promise<() => Promise<void>> {
  const other = run(file, 'lock')
  if (other.stdout) await once(other.stdout, 'data')
  return async () => {
    const ended = once(other, 'exit')
    other.stdin?.end()
    await ended
  }
}

/** Empties the write-ahead log of a database from outside: the next write needs space on the disk. */
export async function emptyLog(file: string): Promise<void> {
  const other = run(file, 'truncate')
  if (other.stdout) await once(other.stdout, 'data')
  const ended = once(other, 'exit')
  other.stdin?.end()
  await ended
}
