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

  it('so is every move in a finite world, and it reaches every rule of the grid', () => {
    const unreached = new Set(rules.map((rule) => rule.id))
    const flaws: string[] = []
    for (const { tcb, event, profile, iss } of everyNth(everySituation(), share === undefined ? 1 : 29)) {
      const result = run({ profile, iss }, tcb, event)
      const verdict = replay(result)
      if (verdict.kind === 'fails') flaws.push(`${profile}, ${tcb.state}, ${JSON.stringify(event)}: ${verdict.why}`)
      for (const move of result.moves) unreached.delete(move.rule)
    }
    expect(flaws.slice(0, 10)).toEqual([])
    // A sample of the world cannot reach them all.
    expect(share === undefined ? [...unreached] : []).toEqual([])
  }, 60_000)
})
