import { describe, expect, it } from 'vitest'
import { inState } from '../event-processing/endpoints.testing'
import type { Event } from '../events'
import { formatSegment } from '../segment'
import { noTcb } from '../tcb'
import type { Configuration, Side } from './configuration'
import { makeMove, type PeerMove } from './move'

/** One line of a figure: what happens, and the states it leaves, A's and B's. */
type Line = readonly [what: string, states: string]

const base: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: 9,
  duplicates: 0,
}

const calls: Record<string, Extract<Event, { kind: 'call' }>> = {
  'passive OPEN': { kind: 'call', call: 'OPEN', mode: 'passive', remote: false },
  'active OPEN': { kind: 'call', call: 'OPEN', mode: 'active', remote: true },
  CLOSE: { kind: 'call', call: 'CLOSE' },
  SEND: { kind: 'call', call: 'SEND', len: 10 },
}

/** `A CLOSE`, `B 2 MSL`, or the segment that arrives as the figure prints it, after the side that sent it. */
function moveOf(at: Configuration, what: string): PeerMove {
  const side = what[0] as Side
  const rest = what.slice(2)
  if (rest === '2 MSL') return { kind: 'timeout', side, timeout: 'time-wait' }
  const call = calls[rest]
  if (call !== undefined) return { kind: 'call', side, call }
  const segment = at.flight.find((one) => one.from === side && formatSegment(one.segment) === rest)
  if (segment === undefined) throw new Error(`Not in flight: "${what}"`)
  return { kind: 'deliver', segment }
}

function play(start: Configuration, lines: readonly Line[]): Configuration {
  return lines.reduce((at, [what, states]) => {
    const { after } = makeMove('rfc9293', at, moveOf(at, what))
    expect(`${after.A.state}, ${after.B.state}`, what).toBe(states)
    return after
  }, start)
}

const duplicate = (seq: number): Configuration['flight'][number] => ({
  from: 'A',
  segment: { seq, ack: null, ctl: ['SYN'], len: 0 },
  incarnation: 0,
  copy: true,
})

/** Figures 12 and 13: A sends 100 and receives 300, B the other way round. */
const open: Configuration = {
  ...base,
  A: inState('ESTABLISHED', { iss: 99, irs: 299, sndUna: 100, sndNxt: 100, rcvNxt: 300 }),
  B: inState('ESTABLISHED', { iss: 299, irs: 99, sndUna: 300, sndNxt: 300, rcvNxt: 100 }),
}

describe('two peers play the figures of RFC 9293', () => {
  it('Figure 6: basic three-way handshake', () => {
    const end = play(base, [
      ['B passive OPEN', 'CLOSED, LISTEN'],
      ['A active OPEN', 'SYN-SENT, LISTEN'],
      ['A <SEQ=100><CTL=SYN>', 'SYN-SENT, SYN-RECEIVED'],
      ['B <SEQ=300><ACK=101><CTL=SYN,ACK>', 'ESTABLISHED, SYN-RECEIVED'],
      ['A <SEQ=101><ACK=301><CTL=ACK>', 'ESTABLISHED, ESTABLISHED'],
      ['A SEND', 'ESTABLISHED, ESTABLISHED'],
      ['A <SEQ=101><ACK=301><DATA=10><CTL=ACK>', 'ESTABLISHED, ESTABLISHED'],
    ])
    expect(end.B.receiveQueued).toBe(10)
  })

  it('Figure 7: simultaneous connection synchronization', () => {
    const end = play(base, [
      ['A active OPEN', 'SYN-SENT, CLOSED'],
      ['B active OPEN', 'SYN-SENT, SYN-SENT'],
      ['B <SEQ=300><CTL=SYN>', 'SYN-RECEIVED, SYN-SENT'],
      ['A <SEQ=100><CTL=SYN>', 'SYN-RECEIVED, SYN-RECEIVED'],
      ['B <SEQ=300><ACK=101><CTL=SYN,ACK>', 'ESTABLISHED, SYN-RECEIVED'],
      ['A <SEQ=100><ACK=301><CTL=SYN,ACK>', 'ESTABLISHED, ESTABLISHED'],
    ])
    expect(end.flight).toEqual([])
  })

  it('Figure 8: recovery from old duplicate SYN', () => {
    const listening = play(base, [
      ['B passive OPEN', 'CLOSED, LISTEN'],
      ['A active OPEN', 'SYN-SENT, LISTEN'],
    ])
    const returned = play({ ...listening, flight: [...listening.flight, duplicate(90)] }, [
      ['A <SEQ=90><CTL=SYN>', 'SYN-SENT, SYN-RECEIVED'],
      ['B <SEQ=300><ACK=91><CTL=SYN,ACK>', 'SYN-SENT, SYN-RECEIVED'],
      ['A <SEQ=91><CTL=RST>', 'SYN-SENT, LISTEN'],
    ])
    play({ ...returned, iss: { A: 100, B: 400 } }, [
      ['A <SEQ=100><CTL=SYN>', 'SYN-SENT, SYN-RECEIVED'],
      ['B <SEQ=400><ACK=101><CTL=SYN,ACK>', 'ESTABLISHED, SYN-RECEIVED'],
      ['A <SEQ=101><ACK=401><CTL=ACK>', 'ESTABLISHED, ESTABLISHED'],
    ])
  })

  it('Figure 9: half-open connection discovery', () => {
    const rebooted = { ...open, A: noTcb, iss: { A: 400, B: 300 }, B: { ...open.B, rcvWnd: 300 } }
    play(rebooted, [
      ['A active OPEN', 'SYN-SENT, ESTABLISHED'],
      ['A <SEQ=400><CTL=SYN>', 'SYN-SENT, ESTABLISHED'],
      ['B <SEQ=300><ACK=100><CTL=ACK>', 'SYN-SENT, ESTABLISHED'],
      ['A <SEQ=100><CTL=RST>', 'SYN-SENT, CLOSED'],
    ])
  })

  it('Figure 10: active side causes half-open connection discovery', () => {
    play({ ...open, A: noTcb }, [
      ['B SEND', 'CLOSED, ESTABLISHED'],
      ['B <SEQ=300><ACK=100><DATA=10><CTL=ACK>', 'CLOSED, ESTABLISHED'],
      ['A <SEQ=100><CTL=RST>', 'CLOSED, CLOSED'],
    ])
  })

  it('Figure 11: old duplicate SYN initiates a reset on two passive sockets (Z = 90, X = 300)', () => {
    play({ ...base, flight: [duplicate(90)] }, [
      ['A passive OPEN', 'LISTEN, CLOSED'],
      ['B passive OPEN', 'LISTEN, LISTEN'],
      ['A <SEQ=90><CTL=SYN>', 'LISTEN, SYN-RECEIVED'],
      ['B <SEQ=300><ACK=91><CTL=SYN,ACK>', 'LISTEN, SYN-RECEIVED'],
      ['A <SEQ=91><CTL=RST>', 'LISTEN, LISTEN'],
    ])
  })

  it('Figure 12: normal close sequence', () => {
    play(open, [
      ['A CLOSE', 'FIN-WAIT-1, ESTABLISHED'],
      ['A <SEQ=100><ACK=300><CTL=FIN,ACK>', 'FIN-WAIT-1, CLOSE-WAIT'],
      ['B <SEQ=300><ACK=101><CTL=ACK>', 'FIN-WAIT-2, CLOSE-WAIT'],
      ['B CLOSE', 'FIN-WAIT-2, LAST-ACK'],
      ['B <SEQ=300><ACK=101><CTL=FIN,ACK>', 'TIME-WAIT, LAST-ACK'],
      ['A <SEQ=101><ACK=301><CTL=ACK>', 'TIME-WAIT, CLOSED'],
      ['A 2 MSL', 'CLOSED, CLOSED'],
    ])
  })

  it('Figure 13: simultaneous close sequence', () => {
    play(open, [
      ['A CLOSE', 'FIN-WAIT-1, ESTABLISHED'],
      ['B CLOSE', 'FIN-WAIT-1, FIN-WAIT-1'],
      ['B <SEQ=300><ACK=100><CTL=FIN,ACK>', 'CLOSING, FIN-WAIT-1'],
      ['A <SEQ=100><ACK=300><CTL=FIN,ACK>', 'CLOSING, CLOSING'],
      ['B <SEQ=301><ACK=101><CTL=ACK>', 'TIME-WAIT, CLOSING'],
      ['A <SEQ=101><ACK=301><CTL=ACK>', 'TIME-WAIT, TIME-WAIT'],
      ['A 2 MSL', 'CLOSED, TIME-WAIT'],
      ['B 2 MSL', 'CLOSED, CLOSED'],
    ])
  })
})
