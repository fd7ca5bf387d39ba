import { expect, it } from 'vitest'
import { cardStateOf } from './card-state'
import type { Due, Memory } from './memory'

const memory = (due: Due): Memory => ({
  ...{ phase: 'review', stability: 3, difficulty: 5, step: 0, due },
  ...{ lastAtMs: 0, lastDay: 0, reps: 1, lapses: 0 },
})
const held = { suspended: false, rested: false }

it.each([
  ['untaken', null],
  ['new', { ...held, memory: null }],
  ['due', { ...held, memory: memory({ kind: 'on', day: 10 }) }],
  ['due', { ...held, memory: memory({ kind: 'at', atMs: 500 }) }],
  ['scheduled', { ...held, memory: memory({ kind: 'on', day: 11 }) }],
  ['scheduled', { ...held, memory: memory({ kind: 'at', atMs: 501 }) }],
  ['resting', { suspended: false, rested: true, memory: memory({ kind: 'on', day: 9 }) }],
  ['suspended', { suspended: true, rested: true, memory: null }],
] as const)('a card is %s', (state, card) => {
  expect(cardStateOf(card, 500, 10)).toBe(state)
})
