// npm run verify-bank: proves every item against the machine, the derived bank and, where there is one, the stored one.
// A stored item that no longer agrees is taken out of use and listed. Ends with 1 where anything is wrong.
import { existsSync } from 'node:fs'
import { deriveBank } from '../lib/items/bank'
import { mutationScore } from '../lib/items/diagnosis/mutation-score'
import { verifyBank } from '../lib/items/verify-bank'

const began = performance.now()
const bank = deriveBank()
const report = verifyBank(bank)
const took = Math.round(performance.now() - began)

for (const { item, what } of report.flaws) console.error(`${item}: ${what}`)
console.log(`${report.items} items over ${report.facts} facts proved in ${took} ms, ${report.flaws.length} flaws`)
for (const [kind, count] of Object.entries(report.byKind)) console.log(`  ${kind}: ${count}`)
console.log(`${report.drawn} arrows of Figure 5, each asked in at least ${report.kindsPerArrow} kinds`)

const { told, missed, indistinguishable, alike, noMutant } = mutationScore(bank.items)
const tellable = told.size + missed.length
console.log(
  `mutation score: ${told.size} of ${tellable} beliefs told from the RFC by an item, ${Math.floor((100 * told.size) / tellable)} %`,
)
for (const id of missed) console.error(`  ${id}: no item tells it`)
for (const { id, open } of indistinguishable) console.log(`  not asked: ${id}, for the RFC leaves it open (${open})`)
for (const ids of alike) console.error(`  told from each other by no item: ${ids.join(', ')}`)
for (const { id, why } of noMutant) console.log(`  no mutant: ${id}, a belief ${why}`)

const file = (process.env.DATABASE_URL ?? 'file:./data/timewait.db').replace(/^file:/, '')
const stored = existsSync(file) ? await verifyStored() : 0
process.exitCode = report.flaws.length + missed.length + stored > 0 ? 1 : 0

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
