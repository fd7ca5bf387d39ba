import 'server-only'
import { openDatabase } from '../database'
import { migrate } from '../migrate'

// Run by dying-migration.test.ts: migrates by a folder in which a statement calls die(), and with that is killed.

const [url = '', folder = ''] = process.argv.slice(2)
const opened = await openDatabase(url)
await opened.writer.alone(async ({ sqlite }) => {
  sqlite.function('die', () => process.kill(process.pid, 'SIGKILL'))
})
await migrate(opened, folder)
await opened.close()
