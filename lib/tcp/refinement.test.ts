import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay } from './replay/replay'
import { rules } from './rules'
import { run } from './run'
import { arbitrarySituation } from './situations.testing'

describe('refinement between event processing and the rows', () => {
  it('every move of every run is a rule of the grid, and its proof replays', () => {
    fc.assert(
      fc.property(arbitrarySituation, ({ tcb, event, profile, iss }) => {
        const result = run({ profile, iss }, tcb, event)
        expect(replay(result)).toEqual({ kind: 'holds' })
      }),
      { numRuns: 30_000 },
    )
  }, 60_000)

  it('reaches every rule of the grid', () => {
    const unreached = new Set(rules.map((rule) => rule.id))
    fc.assert(
      fc.property(arbitrarySituation, ({ tcb, event, profile, iss }) => {
        for (const move of run({ profile, iss }, tcb, event).moves) unreached.delete(move.rule)
      }),
      { numRuns: 150_000, seed: 9293 },
    )
    expect([...unreached]).toEqual([])
  }, 60_000)
})
