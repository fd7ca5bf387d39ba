// How many configurations of two peers one core searches in a second, beside how many records of the same size it can
// keep in a table at all; and how long the model takes that the page of pairs shows first, and all that it may ask at once.
import { explore } from '../lib/tcp/peers/explore'
import { sizeOf, worldOf } from '../lib/tcp/peers/models'
import { explorePairs, smallModels } from '../lib/tcp/peers/pairs'
import { recordTable } from '../lib/tcp/peers/record-table'
import { coreRate } from './measure/core-rate'
import { report } from './measure/report'

const largest = 'crash and duplicates'
const width = 16

// Before anything else has run, as in a page that was just opened.
const opened = process.cpuUsage()
explorePairs('perfect')
const { user: userFirst, system: systemFirst } = process.cpuUsage(opened)

/** The machine's limit: as many different records, which nobody had to work out. */
const kept = coreRate(() => {
  const table = recordTable(width)
  for (let at = 0; at < sizeOf[largest]; at++) {
    const memory = table.memory()
    memory[table.draft()] = at & 65_535
    memory[table.draft() + 1] = at >> 16
    table.keep()
  }
  return table.size()
}, 1000)
const searched = coreRate(() => explore({ world: worldOf(largest), limit: 1_000_000 }).configurations, 3000)

const cold = process.cpuUsage()
for (const model of smallModels) explorePairs(model)
const { user, system } = process.cpuUsage(cold)
const again = coreRate(() => {
  for (const model of smallModels) explorePairs(model)
  return 1
})

report('explore', [
  { name: 'records kept in a table', measured: kept, unit: '/s' },
  { name: 'configurations searched', measured: searched, unit: '/s', target: { atLeast: 200_000 } },
  { name: 'searched / kept', measured: searched / kept, unit: '' },
  {
    name: 'the model of the page, first time',
    measured: (userFirst + systemFirst) / 1000,
    unit: 'ms',
    target: { below: 300 },
  },
  // These are searched when somebody asks where an excluded pair does occur, and a bar says how far they are.
  { name: 'the seven small models, first time', measured: (user + system) / 1000, unit: 'ms' },
  { name: 'the seven small models, again', measured: 1000 / again, unit: 'ms' },
])
