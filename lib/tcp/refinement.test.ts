import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay } from './replay/replay'
import { rules } from './rules'
import { run } from './run'
import { arbitrarySituation, everySituation } from './situations.testing'
import { everyNth, trials } from './trials.testing'

const share = process.env.SHARE_OF_TRIALS

describe('refinement between event processing and the rows', () => {
  it('every move of every run is a rule of the grid, and its proof replays', async () => {
    await fc.assert(
      fc.property(arbitrarySituation, ({ tcb, event, profile, iss }) => {
        const result = run({ profile, iss }, tcb, event)
        expect(replay(result)).toEqual({ kind: 'holds' })
      }),
      trials(2000, share),
    )
  }, 60_000)

  it('so is every move in a finite world', () => {
    const flaws: string[] = []
    for (const { tcb, event, profile, iss } of everyNth(everySituation(), share === undefined ? 5 : 29)) {
      const verdict = replay(run({ profile, iss }, tcb, event))
      if (verdict.kind === 'fails') flaws.push(`${profile}, ${tcb.state}, ${JSON.stringify(event)}: ${verdict.why}`)
    }
    expect(flaws.slice(0, 10)).toEqual([])
  }, 60_000)

  it('every rule of the grid is reached in that world', () => {
    const unreached = new Set(rules.map((rule) => rule.id))
    for (const { tcb, event, profile, iss } of everyNth(everySituation(), share === undefined ? 1 : 29)) {
      for (const move of run({ profile, iss }, tcb, event).moves) unreached.delete(move.rule)
    }
    // A sample of the world cannot reach them all.
    expect(share === undefined ? [...unreached] : []).toEqual([])
  }, 60_000)
})
