import 'server-only'
import { execFileSync } from 'node:child_process'
import { fsyncSync, openSync, writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '../database'
import { migrate } from '../migrate'

// Run by failing-disk.test.ts under fiu-run, which can make the system calls of this process fail: writes by both ways
// while the disk works, fails and works again, prints what became of each write, and dies without closing anything.

const [url = '', controlPrefix = ''] = process.argv.slice(2)
const opened = await openDatabase(url)
await migrate(opened)

const fiu = (command: string) =>
  execFileSync('fiu-ctrl', ['-f', controlPrefix, '-c', command, String(process.pid)], {
    // Not LD_PRELOAD: the tool itself shall not fail.
    env: { ...process.env, LD_PRELOAD: '' },
  })

async function write(id: string): Promise<string> {
  try {
    const written = await opened.writeNow((prepare) =>
      prepare(`INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES (?, ?, 0, 0)`).run(id, id),
    )
    await opened.prisma.rateLimit.create({
      data: { id: `${id} by Prisma`, key: `${id} by Prisma`, count: 0, lastRequest: 0 },
    })
    return written.kind
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

const probe = openSync(`${controlPrefix}-probe`, 'w')
const probes = {
  'posix/io/rw/pwrite': () => writeSync(probe, 'x', 0),
  'posix/io/sync/fsync': () => fsyncSync(probe),
} as const

type Call = keyof typeof probes

function fails(call: Call): boolean {
  try {
    probes[call]()
    return false
  } catch {
    return true
  }
}

/** EIO. Left to itself, libfiu draws one of several errors, among them a full disk, which is another fault. */
const ioError = 5

/** Switches a fault on or off. fiu-ctrl may be back before its word has arrived, so that is waited for. */
async function turn(call: Call, how: 'enable' | 'disable'): Promise<void> {
  fiu(how === 'enable' ? `enable name=${call},failinfo=${ioError}` : `disable name=${call}`)
  const deadline = Date.now() + 10_000
  while (fails(call) !== (how === 'enable')) {
    if (Date.now() > deadline) throw new Error(`Cannot ${how} ${call}`)
    await setTimeout(5)
  }
}

async function writeWhileFailing(id: string, call: Call): Promise<string> {
  await turn(call, 'enable')
  const outcome = await write(id)
  await turn(call, 'disable')
  return outcome
}

const outcomes = [
  ['before', await write('before')],
  ['while writing fails', await writeWhileFailing('while writing fails', 'posix/io/rw/pwrite')],
  ['after', await write('after')],
  ['while fsync fails', await writeWhileFailing('while fsync fails', 'posix/io/sync/fsync')],
  ['after a failed fsync', await write('after a failed fsync')],
]
process.stdout.write(JSON.stringify(outcomes), () => process.kill(process.pid, 'SIGKILL'))
