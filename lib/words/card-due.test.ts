import { expect, it } from 'vitest'
import { loadSay } from '../i18n/say'
import type { Due, Memory } from '../review/memory'
import { cardDueWords } from './card-due'

const say = await loadSay('en')
const due = (when: Due): Memory => ({
  phase: 'review',
  stability: 9,
  difficulty: 5,
  step: 0,
  due: when,
  lastAtMs: 0,
  lastDay: 90,
  reps: 3,
  lapses: 0,
})
const card = { suspended: false, rested: false, postponedTo: null }

it.each([
  [{ ...card, memory: due({ kind: 'on', day: 103 }) }, 'due in 3 days'],
  [{ ...card, memory: due({ kind: 'on', day: 101 }) }, 'due tomorrow'],
  [{ ...card, memory: due({ kind: 'on', day: 100 }) }, 'due now'],
  [{ ...card, memory: due({ kind: 'on', day: 95 }) }, 'due now'],
  [{ ...card, postponedTo: 102, memory: due({ kind: 'on', day: 95 }) }, 'put off: due in 2 days'],
  [{ ...card, postponedTo: 99, memory: due({ kind: 'on', day: 95 }) }, 'due now'],
  [{ ...card, memory: due({ kind: 'at', atMs: 5 }) }, 'in learning steps'],
  [{ ...card, rested: true, memory: due({ kind: 'on', day: 100 }) }, 'rests: forgotten too often'],
  [{ ...card, suspended: true, memory: due({ kind: 'on', day: 100 }) }, 'suspended'],
])('%#: %s', (waiting, words) => {
  expect(cardDueWords(say, waiting, 100)).toBe(words)
})
