import 'server-only'
import { openDatabase } from '../database'
import { migrate } from '../migrate'

// Run by durability.test.ts under strace, which lists the calls of this process: migrates, says so by a call that strace
// sees, and writes COUNT times, each after the one before was acknowledged.

const [url = '', count = '0'] = process.argv.slice(2)
const opened = await openDatabase(url)
await migrate(opened)
process.chdir('/')
for (let nth = 0; nth < Number(count); nth++) {
  const written = await opened.writeNow((prepare) =>
    prepare(`INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES (?, ?, 0, 0)`).run(`${nth}`, `${nth}`),
  )
  if (written.kind !== 'written') throw new Error(`Cannot write: ${written.error}`)
}
process.chdir('/tmp')
await opened.close()
