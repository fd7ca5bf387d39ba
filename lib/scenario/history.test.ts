import { describe, expect, it } from 'vitest'
import { beginHistory, branchesAt, goTo, type History, redo, scenarioOf, undo, wishFor } from './history'
import { parseScenario, writeScenario } from './scenario-link'
import type { Wish } from './wish'

function begin(text: string) {
  const scenario = parseScenario(text)
  if (scenario === undefined) throw new Error(`Cannot read "${text}"`)
  return beginHistory(scenario)
}

function granted(history: History, wish: Wish): History {
  const wished = wishFor(history, wish)
  if (wished.kind === 'impossible') throw new Error(wished.why)
  return wished.history
}

const written = (history: History) => writeScenario(scenarioOf(history))
const drop: Wish = { kind: 'drop', number: 1 }

describe('a tree of wishes', () => {
  const { history } = begin('1cr.Bp.Aa.d1')

  it('goes back and on again, and no further than its ends', () => {
    const back = undo(undo(history))
    expect(written(back)).toBe('1cr.Bp')
    expect(written(redo(back))).toBe('1cr.Bp.Aa')
    expect(undo(undo(undo(back))).at).toBe(0)
    expect(redo(history)).toBe(history)
  })

  it('branches where something else is wished, and keeps the other branch', () => {
    const branched = granted(undo(history), drop)
    expect(written(branched)).toBe('1cr.Bp.Aa.l1')
    expect(branchesAt(branched, undo(branched).at)).toEqual([3, 4])
    expect(written(goTo(branched, 3))).toBe('1cr.Bp.Aa.d1')
    expect(written(redo(goTo(branched, 1)))).toBe('1cr.Bp.Aa')
    expect(written(redo(redo(goTo(goTo(branched, 3), 1))))).toBe('1cr.Bp.Aa.d1')
  })

  it('takes the same wish at the same moment for the same branch', () => {
    const again = granted(undo(history), { kind: 'deliver', number: 1, closing: false })
    expect(again.moments).toHaveLength(history.moments.length)
    expect(again.at).toBe(history.at)
  })

  it('an impossible wish changes nothing and says why', () => {
    expect(wishFor(history, drop)).toEqual({ kind: 'impossible', why: 'not in flight' })
    const cut = begin('1cr.Aa.d7.Bp')
    expect(cut.broken).toBe('no such segment')
    expect(written(cut.history)).toBe('1cr.Aa')
  })
})
