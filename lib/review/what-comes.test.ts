import { expect, it } from 'vitest'
import { whatComes } from './what-comes'

const workload = { shares: [1, 1, 1, 1, 1, 1, 1], holiday: null }
const limits = { today: 100, newPerDay: 20, reviewsPerDay: 200, workload }
const holiday = { ...workload, holiday: { from: 98, to: 104 } }
const none = { stepInMs: null, dueOn: null, fresh: 0 }

it.each([
  [
    'a step, whatever else waits',
    { stepInMs: 1_800_000, dueOn: 99, fresh: 3 },
    limits,
    { kind: 'step', inMs: 1_800_000 },
  ],
  ['the first day that has one', { ...none, dueOn: 103 }, limits, { kind: 'due', inDays: 3 }],
  ['tomorrow, what had no room today', { ...none, dueOn: 97 }, limits, { kind: 'due', inDays: 1 }],
  ['new ones tomorrow', { ...none, fresh: 5 }, limits, { kind: 'fresh', inDays: 1 }],
  ['new ones before what is due later', { ...none, dueOn: 103, fresh: 5 }, limits, { kind: 'fresh', inDays: 1 }],
  ['what is due before new ones', { ...none, dueOn: 101, fresh: 5 }, limits, { kind: 'due', inDays: 1 }],
  ['after a holiday', { ...none, dueOn: 99 }, { ...limits, workload: holiday }, { kind: 'due', inDays: 5 }],
  ['new ones after a holiday', { ...none, fresh: 5 }, { ...limits, workload: holiday }, { kind: 'fresh', inDays: 5 }],
  ['no new ones where none are wanted', { ...none, fresh: 5 }, { ...limits, newPerDay: 0 }, { kind: 'limits' }],
  ['due ones all the same', { ...none, dueOn: 103, fresh: 5 }, { ...limits, newPerDay: 0 }, { kind: 'due', inDays: 3 }],
  ['nothing where no reviews are wanted', { ...none, dueOn: 99 }, { ...limits, reviewsPerDay: 0 }, { kind: 'limits' }],
  ['nothing where all are aside', none, limits, { kind: 'nothing' }],
] as const)('%s', (_, waiting, within, expected) => {
  expect(whatComes(waiting, within)).toEqual(expected)
})
