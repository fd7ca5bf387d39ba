import { describe, expect, it } from 'vitest'
import type { Condition } from './conditions'
import type { Emission } from './emissions'
import type { EventName } from './events'
import { type Rule, rulesOf } from './rules'
import type { State } from './states'

/**
 * Figure 5 of RFC 9293 as it is drawn, arc by arc: from, to, the event above the line, the action below it. Read off
 * the figure and not off transitions.ts, which is held against it here.
 */
const arcs = [
  ['CLOSED', 'LISTEN', 'passive OPEN', 'create TCB'],
  ['CLOSED', 'SYN SENT', 'active OPEN', 'create TCB, snd SYN'],
  ['LISTEN', 'CLOSED', 'CLOSE', 'delete TCB'],
  ['SYN SENT', 'CLOSED', 'CLOSE', 'delete TCB'],
  ['LISTEN', 'SYN RCVD', 'rcv SYN', 'snd SYN,ACK'],
  ['LISTEN', 'SYN SENT', 'SEND', 'snd SYN'],
  // Erratum 8710 (verified) writes "rcv RST/SYN (note 1)" where the figure has "rcv RST (note 1)".
  ['SYN RCVD', 'LISTEN', 'rcv RST/SYN (note 1)', ''],
  ['SYN SENT', 'SYN RCVD', 'rcv SYN', 'snd SYN,ACK'],
  ['SYN RCVD', 'ESTAB', 'rcv ACK of SYN', 'x'],
  ['SYN SENT', 'ESTAB', 'rcv SYN,ACK', 'snd ACK'],
  ['SYN RCVD', 'FIN WAIT-1', 'CLOSE', 'snd FIN'],
  ['ESTAB', 'FIN WAIT-1', 'CLOSE', 'snd FIN'],
  ['ESTAB', 'CLOSE WAIT', 'rcv FIN', 'snd ACK'],
  ['FIN WAIT-1', 'FINWAIT-2', 'rcv ACK of FIN', 'x'],
  ['FIN WAIT-1', 'CLOSING', 'rcv FIN', 'snd ACK'],
  ['CLOSE WAIT', 'LAST-ACK', 'CLOSE', 'snd FIN'],
  ['FINWAIT-2', 'TIME-WAIT', 'rcv FIN', 'snd ACK'],
  ['CLOSING', 'TIME-WAIT', 'rcv ACK of FIN', 'x'],
  ['LAST-ACK', 'CLOSED', 'rcv ACK of FIN', 'x'],
  ['TIME-WAIT', 'CLOSED', 'Timeout=2MSL', 'delete TCB'],
] as const

type Drawn = (typeof arcs)[number]
type Arc = readonly [Drawn[0 | 1], Drawn[0 | 1], Drawn[2], Drawn[3]]

/** "Some state names are abbreviated or hyphenated differently in the diagram" (3.3.2). */
const stateNamed: Record<Arc[0], State> = {
  CLOSED: 'CLOSED',
  LISTEN: 'LISTEN',
  'SYN SENT': 'SYN-SENT',
  'SYN RCVD': 'SYN-RECEIVED',
  ESTAB: 'ESTABLISHED',
  'FIN WAIT-1': 'FIN-WAIT-1',
  'FINWAIT-2': 'FIN-WAIT-2',
  'CLOSE WAIT': 'CLOSE-WAIT',
  CLOSING: 'CLOSING',
  'LAST-ACK': 'LAST-ACK',
  'TIME-WAIT': 'TIME-WAIT',
}

/** The events of the grid that a label of the figure means, and the condition it states, if any. */
const meaningOf: Record<Arc[2], { on: readonly EventName[]; when?: Condition }> = {
  'passive OPEN': { on: ['passive OPEN'] },
  'active OPEN': { on: ['active OPEN'] },
  CLOSE: { on: ['CLOSE'] },
  SEND: { on: ['SEND'] },
  'rcv SYN': { on: ['rcv SYN'] },
  'rcv SYN,ACK': { on: ['rcv SYN,ACK'] },
  'rcv RST/SYN (note 1)': { on: ['rcv RST', 'rcv RST,ACK', 'rcv SYN', 'rcv SYN,ACK'], when: 'passively opened' },
  'rcv ACK of SYN': { on: ['rcv ACK'], when: 'acknowledges our SYN' },
  'rcv ACK of FIN': { on: ['rcv ACK'], when: 'acknowledges our FIN' },
  'rcv FIN': { on: ['rcv FIN'] },
  'Timeout=2MSL': { on: ['TIME-WAIT TIMEOUT'] },
}

const sentBy: Record<Arc[3], readonly Emission[]> = {
  '': [],
  x: [],
  'create TCB': [],
  'delete TCB': [],
  'create TCB, snd SYN': ['SYN'],
  'snd SYN': ['SYN'],
  'snd SYN,ACK': ['SYN,ACK'],
  'snd ACK': ['ACK'],
  // A FIN is never sent without an ACK once there is a number to acknowledge (Figure 12).
  'snd FIN': ['FIN,ACK'],
}

const transitions = rulesOf('rfc9293').filter((rule) => rule.kind === 'transition')
const drawn = transitions.filter((rule) => rule.figure5)

function lineOf({ from, to, on, emits }: Pick<Rule, 'from' | 'to' | 'on' | 'emits'>): string {
  return `${from} -> ${to}: ${on} / ${emits.join(' ')}`
}

function linesOf([from, to, event, action]: Arc): readonly string[] {
  return meaningOf[event].on.map((on) =>
    lineOf({ from: stateNamed[from], to: stateNamed[to], on, emits: sentBy[action] }),
  )
}

describe('Figure 5', () => {
  it('has twenty arcs', () => {
    expect(new Set(arcs.map(String)).size).toBe(20)
  })

  it.each(arcs)('%s to %s on "%s": the rows say the same', (...arc) => {
    const { when } = meaningOf[arc[2]]
    for (const line of linesOf(arc)) {
      const rows = drawn.filter((rule) => lineOf(rule) === line)
      expect(rows, line).toHaveLength(1)
      if (when !== undefined) expect(rows[0]?.when, line).toContain(when)
    }
  })

  it('shows every row that claims to be drawn in it', () => {
    expect(drawn.map(lineOf).sort()).toEqual(arcs.flatMap(linesOf).sort())
  })

  it('omits FIN-WAIT-1 to TIME-WAIT, which note 2 supplies', () => {
    const supplied = transitions.filter((rule) => rule.cite.includes('Figure 5 note 2'))
    expect(supplied.map(lineOf)).toEqual(['FIN-WAIT-1 -> TIME-WAIT: rcv FIN / ACK'])
    expect(supplied[0]?.when).toContain('acknowledges our FIN')
  })

  it('omits the RST that arrives elsewhere, which leads to LISTEN or CLOSED by note 3', () => {
    const byReset = transitions.filter((rule) => rule.on.startsWith('rcv RST'))
    expect(new Set(byReset.map((rule) => rule.to))).toEqual(new Set(['LISTEN', 'CLOSED']))
    expect(byReset.filter((rule) => rule.to === 'LISTEN').every((rule) => rule.when.includes('passively opened'))).toBe(
      true,
    )
  })

  it('is only a summary: these changes of state between its boxes are in the text alone', () => {
    const pairs = new Set(arcs.map(([from, to]) => `${stateNamed[from]} -> ${stateNamed[to]}`))
    const undrawn = transitions.map((rule) => `${rule.from} -> ${rule.to}`).filter((pair) => !pairs.has(pair))
    expect([...new Set(undrawn)].sort()).toEqual([
      'CLOSE-WAIT -> CLOSED',
      'CLOSING -> CLOSED',
      'ESTABLISHED -> CLOSED',
      'FIN-WAIT-1 -> CLOSED',
      'FIN-WAIT-1 -> TIME-WAIT',
      'FIN-WAIT-2 -> CLOSED',
      'SYN-RECEIVED -> CLOSE-WAIT',
      'SYN-RECEIVED -> CLOSED',
    ])
  })
})
