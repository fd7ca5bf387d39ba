import { describe, expect, it } from 'vitest'
import { established, synSent } from '../event-processing/endpoints.testing'
import type { Segment } from '../segment'
import { noTcb } from '../tcb'
import { type Configuration, type InFlight, otherSide, sides } from './configuration'
import { makeMove, type PeerMove } from './move'

const closed: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: 1,
  duplicates: 1,
}

const inFlight = (segment: Segment, from: InFlight['from'] = 'A'): InFlight => ({
  from,
  segment,
  incarnation: 1,
  copy: false,
})

const syn = inFlight({ seq: 100, ack: null, ctl: ['SYN'], len: 0 })
const other = inFlight({ seq: 300, ack: null, ctl: ['SYN'], len: 0 }, 'B')

const active = { kind: 'call', call: 'OPEN', mode: 'active', remote: true } as const
const passive = { kind: 'call', call: 'OPEN', mode: 'passive', remote: false } as const

describe('makeMove', () => {
  it('has two sides, each the other of the other', () => {
    expect(sides.map(otherSide)).toEqual(['B', 'A'])
  })

  it('a call: that side moves, what it sends is in flight, and a new incarnation begins', () => {
    const { after, before, run } = makeMove('rfc9293', closed, { kind: 'call', side: 'A', call: active })
    expect(before).toBe(closed)
    expect(after).toEqual({
      ...closed,
      A: { ...synSent, rcvWnd: 65_535 },
      incarnations: { A: 1, B: 0 },
      flight: [syn],
    })
    expect(run?.end).toEqual(after.A)
  })

  it('a call of B selects the ISS of B', () => {
    const { after } = makeMove('rfc9293', closed, { kind: 'call', side: 'B', call: active })
    expect(after.flight).toEqual([other])
    expect(after.incarnations).toEqual({ A: 0, B: 1 })
  })

  it('a call that is refused begins no incarnation', () => {
    const call = { kind: 'call', call: 'CLOSE' } as const
    expect(makeMove('rfc9293', closed, { kind: 'call', side: 'A', call }).after).toEqual(closed)
  })

  it('a call on what is open already begins no incarnation', () => {
    const listening = makeMove('rfc9293', closed, { kind: 'call', side: 'B', call: passive }).after
    const opened = makeMove('rfc9293', listening, { kind: 'call', side: 'B', call: active }).after
    expect(opened.B.state).toBe('SYN-SENT')
    expect(opened.incarnations).toEqual({ A: 0, B: 1 })
  })

  it('a timeout: that side moves', () => {
    const at = { ...closed, A: synSent, incarnations: { A: 1, B: 0 } }
    const { after } = makeMove('rfc9293', at, { kind: 'timeout', side: 'A', timeout: 'retransmission' })
    expect(after).toEqual({ ...at, flight: [syn] })
  })

  it('a delivery: the segment leaves the channel and arrives at the other side', () => {
    const listening = { ...noTcb, state: 'LISTEN', opened: 'passive', rcvWnd: 1000 } as const
    const at = { ...closed, A: synSent, B: listening, incarnations: { A: 1, B: 1 }, flight: [other, syn] }
    const { after, before, run } = makeMove('rfc9293', at, { kind: 'deliver', segment: syn })
    expect(before).toBe(at)
    expect(run?.end.state).toBe('SYN-RECEIVED')
    expect(after.A).toEqual(synSent)
    expect(after.B).toMatchObject({ state: 'SYN-RECEIVED', iss: 300, irs: 100 })
    expect(after.flight).toEqual([other, inFlight({ seq: 300, ack: 101, ctl: ['SYN', 'ACK'], len: 0 }, 'B')])
  })

  it('a loss: the segment is gone, and the channel may lose one fewer', () => {
    const at = { ...closed, flight: [syn, other] }
    expect(makeMove('rfc9293', at, { kind: 'lose', segment: syn })).toEqual({
      move: { kind: 'lose', segment: syn },
      before: at,
      after: { ...at, flight: [other], losses: 0 },
      run: null,
    })
  })

  it('a duplicate: the segment and its copy, and the channel may duplicate one fewer', () => {
    const at = { ...closed, flight: [syn] }
    expect(makeMove('rfc9293', at, { kind: 'duplicate', segment: syn })).toEqual({
      move: { kind: 'duplicate', segment: syn },
      before: at,
      after: { ...at, flight: [syn, { ...syn, copy: true }], duplicates: 0 },
      run: null,
    })
  })

  it('a crash: the TCB is gone, nobody hears of it, and what is in flight flies on', () => {
    const at = { ...closed, A: { ...established, iss: 100 }, flight: [other] }
    expect(makeMove('rfc9293', at, { kind: 'crash', side: 'A' })).toEqual({
      move: { kind: 'crash', side: 'A' },
      before: at,
      after: { ...at, A: noTcb },
      run: null,
    })
  })

  it('a segment from an older connection turns up and arrives like any other', () => {
    const old = { ...syn, incarnation: 0 }
    const { after, run } = makeMove('rfc9293', closed, { kind: 'inject', segment: old })
    expect(run).toBeNull()
    expect(after).toEqual({ ...closed, flight: [old] })
    expect(makeMove('rfc9293', after, { kind: 'deliver', segment: old }).after.flight).toHaveLength(1)
  })

  it('the profile is asked', () => {
    const at = { ...closed, A: { ...established, state: 'CLOSE-WAIT' as const } }
    const move: PeerMove = { kind: 'call', side: 'A', call: { kind: 'call', call: 'CLOSE' } }
    expect(makeMove('rfc9293', at, move).after.A.state).toBe('LAST-ACK')
    expect(makeMove('rfc793', at, move).after.A.state).toBe('CLOSING')
  })
})
