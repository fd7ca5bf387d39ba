import { expect, test } from 'vitest'
import { foldAttempt } from './attempt'
import { termsOf } from './clock'
import { examState } from './exam-state'

test('the state of an attempt tells what is in force and when it ends, and nothing else', () => {
  const attempt = foldAttempt({ startedAt: 1000, terms: termsOf(1), questions: 2 }, [
    { kind: 'draft', id: 'a', by: 'tab', position: 1, revision: 2, value: { choice: 3 }, at: 2000 },
    { kind: 'flag', id: 'b', by: 'tab', position: 0, revision: 1, value: true, at: 3000 },
  ])
  const nothing = { given: null, revision: 0, by: '', at: 0, flagged: false, flagRevision: 0 }
  expect(examState(attempt, 5000)).toEqual({
    now: 5000,
    endsAt: 61_000,
    pausedUntil: null,
    isOwnBreak: false,
    breakLeftMs: 0,
    reached: 0,
    finished: false,
    questions: [
      { ...nothing, flagged: true, flagRevision: 1 },
      { ...nothing, given: { choice: 3 }, revision: 2, by: 'tab', at: 2000 },
    ],
  })
})
