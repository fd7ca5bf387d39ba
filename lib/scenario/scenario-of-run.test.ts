import { describe, expect, it } from 'vitest'
import { worldOf } from '../tcp/peers/models'
import { explorePairs, pairs } from '../tcp/peers/pairs'
import { playScenario } from './play-scenario'
import { writeScenario } from './scenario-link'
import { scenarioOfRun } from './scenario-of-run'

describe('a witness as a scenario', () => {
  it.each([
    ['perfect', 44],
    ['loss', 44],
    ['duplicates', 44],
    ['abort', 54],
    ['crash', 82],
  ] as const)('%s: the simulator comes to every pair that is reached, %i of them', (model, count) => {
    const table = explorePairs(model)
    const ends = pairs.flatMap((pair) => {
      const steps = table.witness(pair)
      const scenario = steps && scenarioOfRun(worldOf(model).start, steps)
      if (scenario === null) return []
      const result = playScenario(scenario)
      if (result.kind === 'impossible') throw new Error(result.why)
      expect({ A: result.played.at.A.state, B: result.played.at.B.state }).toEqual(pair)
      return [pair]
    })
    expect(ends.length).toBe(count)
  })

  it('is written in a few letters', () => {
    const steps = explorePairs('perfect').witness({ A: 'ESTABLISHED', B: 'ESTABLISHED' }) ?? []
    const scenario = scenarioOfRun(worldOf('perfect').start, steps)
    expect(scenario && writeScenario(scenario)).toBe('1cr.Ap.Ba.d1.d2.d3')
  })
})
