import { expect, it } from 'vitest'
import { cardStateOf, dueDayOf, isPutOff } from './card-state'
import type { Due, Memory } from './memory'

const memory = (due: Due): Memory => ({
  ...{ phase: 'review', stability: 3, difficulty: 5, step: 0, due },
  ...{ lastAtMs: 0, lastDay: 0, reps: 1, lapses: 0 },
})
const held = { suspended: false, rested: false, postponedTo: null }

it.each([
  ['untaken', null],
  ['new', { ...held, memory: null }],
  ['due', { ...held, memory: memory({ kind: 'on', day: 10 }) }],
  ['due', { ...held, memory: memory({ kind: 'at', atMs: 500 }) }],
  ['scheduled', { ...held, memory: memory({ kind: 'on', day: 11 }) }],
  ['scheduled', { ...held, memory: memory({ kind: 'at', atMs: 501 }) }],
  ['due', { ...held, postponedTo: 10, memory: memory({ kind: 'on', day: 7 }) }],
  ['scheduled', { ...held, postponedTo: 12, memory: memory({ kind: 'on', day: 7 }) }],
  ['due', { ...held, postponedTo: 12, memory: memory({ kind: 'at', atMs: 500 }) }],
  ['resting', { ...held, suspended: false, rested: true, memory: memory({ kind: 'on', day: 9 }) }],
  ['suspended', { ...held, suspended: true, rested: true, memory: null }],
] as const)('a card is %s', (state, card) => {
  expect(cardStateOf(card, 500, 10)).toBe(state)
})

it.each([
  [null, null, null, false],
  [memory({ kind: 'at', atMs: 500 }), 12, null, false],
  [memory({ kind: 'on', day: 7 }), null, 7, false],
  [memory({ kind: 'on', day: 7 }), 12, 12, true],
  [memory({ kind: 'on', day: 7 }), 10, 10, false],
  // Its own day comes later anyway.
  [memory({ kind: 'on', day: 20 }), 12, 20, false],
])('a card is asked on its own day, or on the later one to which it was put off', (of, postponedTo, day, isPut) => {
  expect(dueDayOf({ memory: of, postponedTo })).toBe(day)
  expect(isPutOff({ memory: of, postponedTo }, 10)).toBe(isPut)
})
