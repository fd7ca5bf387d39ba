import { describe, expect, it } from 'vitest'
import { deriveBank } from '../items/bank'
import { rulesOf } from '../tcp/rules'
import { arrowOf, masteryLevelOf, masteryOf, weakestOf } from './mastery'

const factIds = deriveBank().facts.map(({ id }) => id)

describe('the arrow of a fact', () => {
  it.each([
    ['rule/listen.rcv-syn', 'LISTEN>SYN-RECEIVED'],
    ['numbers/listen.rcv-syn', 'LISTEN>SYN-RECEIVED'],
    ['pair/LISTEN/SYN-RECEIVED', 'LISTEN>SYN-RECEIVED'],
    // Not in one step.
    ['pair/LISTEN/ESTABLISHED', null],
    // The state stays.
    ['rule/closed.rcv-syn', null],
    ['meaning/TIME-WAIT', null],
    ['path/handshake', null],
    ['statement/listen-answers-syn', null],
    ['rule/no-such-rule', null],
  ])('%s: %s', (factId, arrow) => {
    expect(arrowOf(factId)).toBe(arrow)
  })
})

describe('mastery', () => {
  it('is the mean over what was met, beside how much there is', () => {
    const { arrows, states, whole } = masteryOf(factIds, [
      { factId: 'rule/listen.rcv-syn', recall: 0.5 },
      { factId: 'numbers/listen.rcv-syn', recall: 0.9 },
      { factId: 'meaning/TIME-WAIT', recall: 0.95 },
      { factId: 'meaning/CLOSED', recall: null },
    ])
    const arrow = arrows.get('LISTEN>SYN-RECEIVED')
    expect(arrow).toMatchObject({ met: 2, recall: 0.7, level: 'fading' })
    expect(arrow?.of).toBe(factIds.filter((factId) => arrowOf(factId) === 'LISTEN>SYN-RECEIVED').length)
    expect(states.get('TIME-WAIT')).toEqual({ met: 1, of: 1, recall: 0.95, level: 'firm' })
    expect(states.get('CLOSED')).toEqual({ met: 0, of: 1, recall: null, level: null })
    expect(whole).toMatchObject({ met: 3, of: factIds.length })
  })

  it('has every arrow of Figure 5 from the beginning', () => {
    const { arrows } = masteryOf(factIds, [])
    const drawn = rulesOf('rfc9293').filter(({ figure5 }) => figure5)
    expect(drawn.filter(({ from, to }) => (arrows.get(`${from}>${to}`)?.of ?? 0) === 0)).toEqual([])
    expect([...arrows.values()].every(({ met, level }) => met === 0 && level === null)).toBe(true)
  })

  it.each([
    [1, 'firm'],
    [0.9, 'firm'],
    [0.896, 'firm'],
    [0.89, 'good'],
    [0.8, 'good'],
    [0.6, 'fading'],
    [0.59, 'weak'],
    [0, 'weak'],
  ] as const)('recall of %f is %s', (recall, level) => {
    expect(masteryLevelOf(recall)).toBe(level)
  })
})

it('the weakest come first, and neither what is firm nor what was never asked', () => {
  const remembered = [
    { factId: 'a', recall: 0.7 },
    { factId: 'b', recall: 0.95 },
    { factId: 'd', recall: 0.4 },
    { factId: 'c', recall: 0.4 },
    { factId: 'e', recall: null },
  ]
  expect(weakestOf(remembered, 2).map(({ factId }) => factId)).toEqual(['c', 'd'])
  expect(weakestOf(remembered, 9).length).toBe(3)
})
