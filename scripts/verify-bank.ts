// npm run verify-bank: proves every item against the machine, the derived bank and, where there is one, the stored one.
// A stored item that no longer agrees is taken out of use and listed. Ends with 1 where anything is wrong.
import { existsSync } from 'node:fs'
import { deriveBank } from '../lib/items/bank'
import { verifyBank } from '../lib/items/verify-bank'

const began = performance.now()
const report = verifyBank(deriveBank())
const took = Math.round(performance.now() - began)

for (const { item, what } of report.flaws) console.error(`${item}: ${what}`)
console.log(`${report.items} items over ${report.facts} facts proved in ${took} ms, ${report.flaws.length} flaws`)
for (const [kind, count] of Object.entries(report.byKind)) console.log(`  ${kind}: ${count}`)
console.log(`${report.drawn} arrows of Figure 5, each asked in at least ${report.kindsPerArrow} kinds`)

const file = (process.env.DATABASE_URL ?? 'file:./data/timewait.db').replace(/^file:/, '')
const stored = existsSync(file) ? await verifyStored() : 0
process.exitCode = report.flaws.length + stored > 0 ? 1 : 0

async function verifyStored(): Promise<number> {
  const { storeHealth } = await import('../lib/store/health')
  const { migrations } = await storeHealth()
  if (migrations.pending > 0) {
    console.log('The stored bank is of another version: start the app once, which brings it up to date')
    return 0
  }
  const { retireUnsound } = await import('../lib/store/retire-unsound')
  const { checked, retired } = await retireUnsound(new Date())
  for (const { item, what } of retired) console.error(`stored ${item}: ${what}; taken out of use`)
  console.log(`${checked} stored items checked, ${retired.length} taken out of use`)
  return retired.length
}
