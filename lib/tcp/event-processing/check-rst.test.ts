import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import {
  arrives,
  closeWait,
  closing,
  established,
  finWait1,
  finWait2,
  inState,
  lastAck,
  listening,
  outcomeOf,
  segmentOf,
  synchronized,
  synReceived,
  timeWait,
} from './endpoints.testing'

const crossed = inState('SYN-RECEIVED', { sndUna: 100 })

describe('a RST at RCV.NXT (3.10.7.4 second)', () => {
  it('SYN-RECEIVED_rcv-RST after a passive OPEN: <SEQ=91><CTL=RST>, LISTEN (Figure 8, line 5; MUST-11)', () => {
    const tcb = { ...synReceived, irs: 90, rcvNxt: 91, receivesPending: 1 }
    expect(outcomeOf(tcb, arrives(91, null, 0, 'RST'))).toEqual({
      end: { ...listening, receivesPending: 1 },
      sent: [],
      told: [],
    })
  })

  it('SYN-RECEIVED_rcv-RST after a passive OPEN: all that was queued for that peer is forgotten', () => {
    const tcb = {
      ...synReceived,
      remote: true,
      sendQueued: 10,
      closeQueued: true,
      held: [segmentOf(111, 301, 5, 'ACK')],
    }
    expect(outcomeOf(tcb, arrives(101, null, 0, 'RST')).end).toEqual({ ...listening, remote: true })
  })

  it('SYN-RECEIVED_rcv-RST after an active OPEN: "connection refused" (MUST-11)', () => {
    expect(outcomeOf(crossed, arrives(301, null, 0, 'RST'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['user: connection refused'],
    })
  })

  it.each([established, finWait1, finWait2])('$state_rcv-RST: CLOSED, "connection reset"', (tcb) => {
    expect(outcomeOf({ ...tcb, receivesPending: 1 }, arrives(301, null, 0, 'RST'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['outstanding SENDs and RECEIVEs: reset', 'user: connection reset'],
    })
    expect(outcomeOf(tcb, arrives(301, 55, 0, 'RST,ACK')).told).toEqual(['user: connection reset'])
  })

  it('CLOSE-WAIT_rcv-RST: CLOSED; SENDs outstanding get "reset"', () => {
    expect(outcomeOf({ ...closeWait, sndNxt: 111 }, arrives(302, null, 0, 'RST'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['outstanding SENDs and RECEIVEs: reset', 'user: connection reset'],
    })
  })

  it.each([closing, lastAck, timeWait])('$state_rcv-RST: CLOSED, nobody is told', (tcb) => {
    expect(outcomeOf(tcb, arrives(302, null, 0, 'RST'))).toEqual({ end: noTcb, sent: [], told: [] })
  })
})

describe('a RST in the window beyond RCV.NXT (3.10.7.4 second)', () => {
  it.each([crossed, synReceived, ...synchronized])('$state_rcv-RST: challenge ACK (RFC 5961 3)', (tcb) => {
    for (const seq of [tcb.rcvNxt + 1, tcb.rcvNxt + 999]) {
      expect(outcomeOf(tcb, arrives(seq, null, 0, 'RST'))).toEqual({
        end: tcb,
        sent: [`<SEQ=${tcb.sndNxt}><ACK=${tcb.rcvNxt}><CTL=ACK>`],
        told: [],
      })
    }
  })

  it.each(['rfc9293-no-5961', 'rfc793'] as const)('resets all the same under %s (3.5.3)', (profile) => {
    for (const tcb of [crossed, ...synchronized]) {
      expect(outcomeOf(tcb, arrives(tcb.rcvNxt + 1, null, 0, 'RST'), profile).end, tcb.state).toEqual(noTcb)
    }
    expect(outcomeOf(synReceived, arrives(102, null, 0, 'RST'), profile).end).toEqual(listening)
  })
})
