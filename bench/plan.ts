// What an exam ahead costs a learner who has a card of every fact: the queue behind each answer, with and without a date,
// and the plan on Home; in milliseconds of one core. And what it costs to fold all cards anew as after a training.
import { deriveBank } from '../lib/items/bank'
import { randomFrom } from '../lib/items/random'
import { dayOf, isoDateOf } from '../lib/review/day'
import { planted } from '../lib/review/past.testing'
import { defaultSettings, type Settings } from '../lib/review/settings'
import { listActiveItems } from '../lib/store/active-items'
import { derivedBank } from '../lib/store/derived-bank'
import { findExamPlan } from '../lib/store/plan/exam-plan'
import { prepareStore } from '../lib/store/prepare'
import { findLearner } from '../lib/store/review/learner'
import { findNextAsked } from '../lib/store/review/next-asked'
import { addUser, openTemporaryStore } from '../lib/store/temporary-store'
import { writePast } from '../lib/store/training/past.testing'
import { keepRefolded, refold } from '../lib/store/training/refold'
import { median } from './measure/median'
import { report } from './measure/report'

const days = 120
const now = new Date()
const today = dayOf({ timeZone: 'UTC', dayStartsAtHour: 4 }, now.getTime())
const store = await openTemporaryStore()
await prepareStore(() => {}, derivedBank)
const userId = await addUser(store.database, 'learner')
const items = [...new Map((await listActiveItems()).map((item) => [item.factId, item])).values()]
const past = { firstDay: today - days, days, newPerDay: 6, truth: () => planted, random: randomFrom(1) }
const reviews = await writePast(store.database, userId, { items, past })
const settingsIn = (examIn: number | null): Settings => ({
  ...defaultSettings,
  timeZone: 'UTC',
  examOn: examIn === null ? null : isoDateOf(today + examIn),
})

/** Milliseconds of one core for each time; the median of seven rounds. */
async function cost(work: () => Promise<unknown>, times: number): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < 8; round++) {
    const before = process.cpuUsage()
    for (let time = 0; time < times; time++) await work()
    const { user, system } = process.cpuUsage(before)
    if (round > 0) rounds.push((user + system) / 1000 / times)
  }
  return median(rounds)
}

const person = (examIn: number | null) => ({ userId, settings: settingsIn(examIn), foundTimeZone: 'UTC', now })
const queue = (examIn: number | null) =>
  cost(async () => findNextAsked(userId, await findLearner(person(examIn)), now), 20)
const { scheduler } = await findLearner(person(null))

const { writeNow } = store.database
const refolded = await refold(userId, scheduler, async () => {})

report('plan', [
  { name: 'facts, each with a card', measured: deriveBank().facts.length, unit: '' },
  { name: 'reviews in the log', measured: reviews, unit: '' },
  { name: 'the queue without a date', measured: await queue(null), unit: 'ms' },
  { name: 'the queue, exam in 60 days', measured: await queue(60), unit: 'ms' },
  { name: 'the queue, exam in 3 days', measured: await queue(3), unit: 'ms' },
  { name: 'the plan of Home, exam in 60 days', measured: await cost(() => findExamPlan(person(60)), 10), unit: 'ms' },
  {
    name: 'all cards folded anew, with pauses',
    measured: await cost(() => refold(userId, scheduler, async () => {}), 1),
    unit: 'ms',
  },
  {
    name: 'and kept, by one transaction',
    measured: await cost(() => writeNow((prepare) => keepRefolded(prepare, userId, { refolded, scheduler, now })), 1),
    unit: 'ms',
  },
])
await store.close()
