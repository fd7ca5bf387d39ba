import { describe, expect, it } from 'vitest'
import { findStateBySlug, otherStates, phaseOf, phases, slugOf, states, synchronizedStates } from './states'

describe('the states (3.3.2)', () => {
  it('are eleven, CLOSED first', () => {
    expect(new Set(states).size).toBe(11)
    expect(states[0]).toBe('CLOSED')
  })

  it('are synchronized in group 3 of 3.5.2, the last seven', () => {
    expect(synchronizedStates).toEqual(states.slice(4))
    expect(otherStates).toEqual(states.slice(3))
  })

  it('have a slug that leads back to them', () => {
    expect(slugOf('FIN-WAIT-1')).toBe('fin-wait-1')
    for (const state of states) expect(findStateBySlug(slugOf(state))).toBe(state)
    expect(findStateBySlug('FIN-WAIT-1')).toBeUndefined()
  })

  it('fall into every phase', () => {
    expect(new Set(Object.values(phaseOf))).toEqual(new Set(phases))
  })
})
