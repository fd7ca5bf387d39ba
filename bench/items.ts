// What one item costs: made from the machine's facts and shown, marked, explained; in the mean over the whole bank, in
// microseconds of one core. And how long the whole bank takes to be derived and proved, as npm run verify-bank does it.
import { deriveBank } from '../lib/items/bank'
import { explainAnswer } from '../lib/items/kinds/all'
import { markGiven } from '../lib/items/mark'
import { showOptions } from '../lib/items/shown'
import { verifyBank } from '../lib/items/verify-bank'
import { coreRate } from './measure/core-rate'
import { givenFor } from './measure/given'
import { report } from './measure/report'

const firstFrom = process.cpuUsage()
const bank = deriveBank()
const { flaws } = verifyBank(bank)
const first = process.cpuUsage(firstFrom)
if (flaws.length > 0) throw new Error(`The bank has ${flaws.length} flaws`)

const { items } = bank
const stored = items.map(({ id, body }, index) => ({ id, version: 1, body, given: givenFor(body, index) }))
const marked = stored.flatMap((item, seed) => {
  const mark = markGiven(item, seed, item.given)
  return mark.kind === 'marked' ? [mark] : []
})
if (marked.length !== items.length) throw new Error('An answer was refused')

/** What came out goes here, so that no compiler leaves the work out. */
let made: unknown

const microseconds = (perSecond: number) => 1_000_000 / perSecond

const makings = coreRate(() => {
  made = deriveBank().items.map(({ body }, seed) => showOptions(body, seed))
  return items.length
}, 1000)
const markings = coreRate(() => {
  for (const [seed, item] of stored.entries()) made = markGiven(item, seed, item.given)
  return items.length
})
const explanations = coreRate(() => {
  for (const { body, answer } of marked) made = explainAnswer(body, answer)
  return items.length
})
const proofs = coreRate(() => {
  made = verifyBank(deriveBank())
  return 1
}, 1000)
if (made === undefined) throw new Error('Nothing was measured')

report('items', [
  { name: 'items in the bank', measured: items.length, unit: '' },
  { name: 'make and show', measured: microseconds(makings), unit: 'µs', target: { below: 50 } },
  { name: 'mark', measured: microseconds(markings), unit: 'µs', target: { below: 50 } },
  { name: 'explain', measured: microseconds(explanations), unit: 'µs', target: { below: 50 } },
  {
    name: 'derive and prove all, first time',
    measured: (first.user + first.system) / 1e6,
    unit: 's',
    target: { below: 2 },
  },
  { name: 'derive and prove all, again', measured: 1 / proofs, unit: 's', target: { below: 2 } },
])
