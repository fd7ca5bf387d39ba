import { describe, expect, it } from 'vitest'
import { eventNames } from '@/lib/tcp/events'
import { rulesOf } from '@/lib/tcp/rules'
import { states } from '@/lib/tcp/states'
import { groupRules } from './group-rules'
import { stateView } from './state-view'

describe('the view of a state', () => {
  it.each(states)('%s shows its whole column once, event by event', (state) => {
    const view = stateView(state)
    const cells = [...view.calls, ...view.segments, ...view.timeouts]
    expect(cells.map(({ on }) => on)).toEqual(eventNames)
    const shown = cells.flatMap(({ rules }) => rules)
    expect(shown).toHaveLength(view.ruleCount)
    expect(new Set(shown)).toEqual(new Set(rulesOf('rfc9293').filter(({ from }) => from === state)))
  })

  it('FIN-WAIT-1 is left by the two arrows of the figure and by two ways that it omits', () => {
    const { waysIn, waysOut } = stateView('FIN-WAIT-1')
    expect(waysIn.map(({ other, arrow }) => [other, arrow?.number])).toEqual([
      ['SYN-RECEIVED', 8],
      ['ESTABLISHED', 12],
    ])
    expect(waysOut.map(({ other, arrow }) => [other, arrow?.number])).toEqual([
      ['FIN-WAIT-2', 14],
      ['CLOSING', 15],
      ['CLOSED', undefined],
      ['TIME-WAIT', undefined],
    ])
  })

  it('CLOSED is reached from every other state', () => {
    expect(stateView('CLOSED').waysIn).toHaveLength(states.length - 1)
  })

  it('the first state has none before it, and the last none behind', () => {
    expect(stateView('CLOSED').previous).toBeUndefined()
    expect(stateView('LISTEN').previous).toBe('CLOSED')
    expect(stateView('TIME-WAIT').next).toBeUndefined()
  })
})

it('rules that differ in their event alone are read as one', () => {
  const resets = rulesOf('rfc9293').filter(
    ({ from, to, on }) => from === 'SYN-RECEIVED' && to === 'LISTEN' && on !== 'rcv FIN',
  )
  expect(groupRules(resets).map(({ events }) => events)).toEqual([
    ['rcv RST', 'rcv RST,ACK'],
    ['rcv SYN', 'rcv SYN,ACK'],
  ])
})
