import { describe, expect, it } from 'vitest'
import type { StepAnswer } from './answer-step'
import { answerTo, arrives, closed, established, listening, sent } from './requests.testing'

type Peer = 'A' | 'B'

/** One line of a figure: at this peer this happens, which leads to that state and sends that. */
type Line = readonly [peer: Peer, event: object, state: string, sends: readonly string[], iss?: number]

const open = { call: 'OPEN', mode: 'active', remote: true }
const close = { call: 'CLOSE' }
const twoMsl = { timeout: 'time-wait' }

/** "send 300, receive 100" (Figures 9 and 10). */
const send300 = { ...established, iss: 299, irs: 99, sndUna: 300, sndNxt: 300, rcvNxt: 100, rcvWnd: 100 }

/** Figures 12 and 13: A sends from 100 and B from 300. */
const peers = { A: established, B: { ...send300, opened: 'passive' } }

/**
 * The figures of RFC 9293 3.5 and 3.6, segment by segment, both peers played through the shape of /api/step: each
 * answer's TCB is the next request's.
 */
const figures: Record<string, { start: Record<Peer, object>; lines: readonly Line[] }> = {
  'Figure 6, the three-way handshake': {
    start: { A: closed, B: listening },
    lines: [
      ['A', open, 'SYN-SENT', ['<SEQ=100><CTL=SYN>'], 100],
      ['B', arrives('<SEQ=100><CTL=SYN>'), 'SYN-RECEIVED', ['<SEQ=300><ACK=101><CTL=SYN,ACK>'], 300],
      ['A', arrives('<SEQ=300><ACK=101><CTL=SYN,ACK>'), 'ESTABLISHED', ['<SEQ=101><ACK=301><CTL=ACK>']],
      ['B', arrives('<SEQ=101><ACK=301><CTL=ACK>'), 'ESTABLISHED', []],
      ['A', { call: 'SEND', len: 10 }, 'ESTABLISHED', ['<SEQ=101><ACK=301><DATA=10><CTL=ACK>']],
      ['B', arrives('<SEQ=101><ACK=301><DATA=10><CTL=ACK>'), 'ESTABLISHED', ['<SEQ=301><ACK=111><CTL=ACK>']],
    ],
  },
  'Figure 7, simultaneous open': {
    start: { A: closed, B: closed },
    lines: [
      ['A', open, 'SYN-SENT', ['<SEQ=100><CTL=SYN>'], 100],
      ['B', open, 'SYN-SENT', ['<SEQ=300><CTL=SYN>'], 300],
      ['A', arrives('<SEQ=300><CTL=SYN>'), 'SYN-RECEIVED', ['<SEQ=100><ACK=301><CTL=SYN,ACK>']],
      ['B', arrives('<SEQ=100><CTL=SYN>'), 'SYN-RECEIVED', ['<SEQ=300><ACK=101><CTL=SYN,ACK>']],
      ['A', arrives('<SEQ=300><ACK=101><CTL=SYN,ACK>'), 'ESTABLISHED', []],
      ['B', arrives('<SEQ=100><ACK=301><CTL=SYN,ACK>'), 'ESTABLISHED', []],
    ],
  },
  'Figure 8, an old duplicate SYN': {
    start: { A: closed, B: listening },
    lines: [
      ['A', open, 'SYN-SENT', ['<SEQ=100><CTL=SYN>'], 100],
      ['B', arrives('<SEQ=90><CTL=SYN>'), 'SYN-RECEIVED', ['<SEQ=300><ACK=91><CTL=SYN,ACK>'], 300],
      ['A', arrives('<SEQ=300><ACK=91><CTL=SYN,ACK>'), 'SYN-SENT', ['<SEQ=91><CTL=RST>']],
      ['B', arrives('<SEQ=91><CTL=RST>'), 'LISTEN', []],
      ['B', arrives('<SEQ=100><CTL=SYN>'), 'SYN-RECEIVED', ['<SEQ=400><ACK=101><CTL=SYN,ACK>'], 400],
      ['A', arrives('<SEQ=400><ACK=101><CTL=SYN,ACK>'), 'ESTABLISHED', ['<SEQ=101><ACK=401><CTL=ACK>']],
      ['B', arrives('<SEQ=101><ACK=401><CTL=ACK>'), 'ESTABLISHED', []],
    ],
  },
  'Figure 9, half-open after a reboot': {
    start: { A: closed, B: send300 },
    lines: [
      ['A', open, 'SYN-SENT', ['<SEQ=400><CTL=SYN>'], 400],
      ['B', arrives('<SEQ=400><CTL=SYN>'), 'ESTABLISHED', ['<SEQ=300><ACK=100><CTL=ACK>']],
      ['A', arrives('<SEQ=300><ACK=100><CTL=ACK>'), 'SYN-SENT', ['<SEQ=100><CTL=RST>']],
      ['B', arrives('<SEQ=100><CTL=RST>'), 'CLOSED', []],
      ['A', { timeout: 'retransmission' }, 'SYN-SENT', ['<SEQ=400><CTL=SYN>']],
    ],
  },
  'Figure 10, half-open found by the active side': {
    start: { A: closed, B: send300 },
    lines: [
      ['B', { call: 'SEND', len: 10 }, 'ESTABLISHED', ['<SEQ=300><ACK=100><DATA=10><CTL=ACK>']],
      ['A', arrives('<SEQ=300><ACK=100><DATA=10><CTL=ACK>'), 'CLOSED', ['<SEQ=100><CTL=RST>']],
      ['B', arrives('<SEQ=100><CTL=RST>'), 'CLOSED', []],
    ],
  },
  'Figure 11, an old duplicate SYN between two listeners, with Z = 90 and X = 300': {
    start: { A: listening, B: listening },
    lines: [
      ['B', arrives('<SEQ=90><CTL=SYN>'), 'SYN-RECEIVED', ['<SEQ=300><ACK=91><CTL=SYN,ACK>'], 300],
      ['A', arrives('<SEQ=300><ACK=91><CTL=SYN,ACK>'), 'LISTEN', ['<SEQ=91><CTL=RST>']],
      ['B', arrives('<SEQ=91><CTL=RST>'), 'LISTEN', []],
    ],
  },
  'Figure 12, the normal close': {
    start: peers,
    lines: [
      ['A', close, 'FIN-WAIT-1', ['<SEQ=100><ACK=300><CTL=FIN,ACK>']],
      ['B', arrives('<SEQ=100><ACK=300><CTL=FIN,ACK>'), 'CLOSE-WAIT', ['<SEQ=300><ACK=101><CTL=ACK>']],
      ['A', arrives('<SEQ=300><ACK=101><CTL=ACK>'), 'FIN-WAIT-2', []],
      ['B', close, 'LAST-ACK', ['<SEQ=300><ACK=101><CTL=FIN,ACK>']],
      ['A', arrives('<SEQ=300><ACK=101><CTL=FIN,ACK>'), 'TIME-WAIT', ['<SEQ=101><ACK=301><CTL=ACK>']],
      ['B', arrives('<SEQ=101><ACK=301><CTL=ACK>'), 'CLOSED', []],
      ['A', twoMsl, 'CLOSED', []],
    ],
  },
  'Figure 13, simultaneous close': {
    start: peers,
    lines: [
      ['A', close, 'FIN-WAIT-1', ['<SEQ=100><ACK=300><CTL=FIN,ACK>']],
      ['B', close, 'FIN-WAIT-1', ['<SEQ=300><ACK=100><CTL=FIN,ACK>']],
      ['A', arrives('<SEQ=300><ACK=100><CTL=FIN,ACK>'), 'CLOSING', ['<SEQ=101><ACK=301><CTL=ACK>']],
      ['B', arrives('<SEQ=100><ACK=300><CTL=FIN,ACK>'), 'CLOSING', ['<SEQ=301><ACK=101><CTL=ACK>']],
      ['A', arrives('<SEQ=301><ACK=101><CTL=ACK>'), 'TIME-WAIT', []],
      ['B', arrives('<SEQ=101><ACK=301><CTL=ACK>'), 'TIME-WAIT', []],
      ['A', twoMsl, 'CLOSED', []],
      ['B', twoMsl, 'CLOSED', []],
    ],
  },
}

describe('the figures through the shape of /api/step', () => {
  it.each(Object.entries(figures))('%s', (_, { start, lines }) => {
    const tcbs: Record<Peer, unknown> = { ...start }
    for (const [index, [peer, event, state, sends, iss]] of lines.entries()) {
      const answer: StepAnswer = answerTo({ tcb: tcbs[peer], event, ...(iss !== undefined && { iss }) })
      expect([index, answer.state, sent(answer)]).toEqual([index, state, sends])
      tcbs[peer] = answer.tcb
    }
  })
})
