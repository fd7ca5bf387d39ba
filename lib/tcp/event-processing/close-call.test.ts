import { describe, expect, it } from 'vitest'
import { run } from '../run'
import { noTcb } from '../tcb'
import {
  arrives,
  call,
  closeWait,
  closing,
  established,
  finWait1,
  finWait2,
  inState,
  lastAck,
  listening,
  outcomeOf,
  synReceived,
  synSent,
  timeWait,
} from './endpoints.testing'

describe('CLOSE (3.10.4)', () => {
  it('CLOSED_CLOSE: connection does not exist', () => {
    expect(outcomeOf(noTcb, call('CLOSE'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['caller: error: connection does not exist'],
    })
  })

  it('LISTEN_CLOSE: RECEIVEs outstanding get "closing"; the TCB is deleted', () => {
    expect(outcomeOf({ ...listening, receivesPending: 2 }, call('CLOSE'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['outstanding RECEIVEs: error: closing'],
    })
    expect(outcomeOf(listening, call('CLOSE')).told).toEqual([])
  })

  it.each([
    ['nothing', {}, []],
    ['a SEND', { sendQueued: 1 }, ['outstanding SENDs and RECEIVEs: error: closing']],
    ['a RECEIVE', { receivesPending: 1 }, ['outstanding SENDs and RECEIVEs: error: closing']],
  ])('SYN-SENT_CLOSE with %s queued: the TCB is deleted, no FIN is sent', (_, queued, told) => {
    expect(outcomeOf({ ...synSent, ...queued }, call('CLOSE'))).toEqual({ end: noTcb, sent: [], told })
  })

  it('SYN-RECEIVED_CLOSE with nothing to send: FIN, FIN-WAIT-1', () => {
    expect(outcomeOf(synReceived, call('CLOSE'))).toEqual({
      end: { ...synReceived, state: 'FIN-WAIT-1', sndNxt: 302 },
      sent: ['<SEQ=301><ACK=101><CTL=FIN,ACK>'],
      told: [],
    })
  })

  it('SYN-RECEIVED_CLOSE with data to send: queued until ESTABLISHED', () => {
    const tcb = { ...synReceived, sendQueued: 10 }
    expect(outcomeOf(tcb, call('CLOSE'))).toEqual({ end: { ...tcb, closeQueued: true }, sent: [], told: [] })
  })

  it('ESTABLISHED_CLOSE: <SEQ=100><ACK=300><CTL=FIN,ACK>, FIN-WAIT-1 (Figure 12, line 2)', () => {
    const tcb = inState('ESTABLISHED', { iss: 99, irs: 299, sndUna: 100, sndNxt: 100, rcvNxt: 300 })
    expect(outcomeOf(tcb, call('CLOSE'))).toEqual({
      end: { ...tcb, state: 'FIN-WAIT-1', sndNxt: 101 },
      sent: ['<SEQ=100><ACK=300><CTL=FIN,ACK>'],
      told: [],
    })
  })

  it('ESTABLISHED_CLOSE: the FIN numbered 2^32 - 1 leaves SND.NXT at 0 (3.4)', () => {
    const tcb = inState('ESTABLISHED', { sndUna: 4_294_967_295, sndNxt: 4_294_967_295 })
    expect(outcomeOf(tcb, call('CLOSE')).end.sndNxt).toBe(0)
  })

  it('ESTABLISHED_CLOSE behind queued SENDs: "in any case, enter FIN-WAIT-1", the FIN later', () => {
    const tcb = { ...established, sendQueued: 10 }
    expect(outcomeOf(tcb, call('CLOSE'))).toEqual({
      end: { ...tcb, state: 'FIN-WAIT-1', closeQueued: true },
      sent: [],
      told: [],
    })
  })

  it('CLOSE-WAIT_CLOSE: FIN, LAST-ACK (Figure 12, line 4)', () => {
    expect(outcomeOf(closeWait, call('CLOSE'))).toEqual({
      end: { ...lastAck },
      sent: ['<SEQ=101><ACK=302><CTL=FIN,ACK>'],
      told: [],
    })
  })

  it('CLOSE-WAIT_CLOSE by the text of RFC 793: CLOSING', () => {
    expect(outcomeOf(closeWait, call('CLOSE'), 'rfc793')).toEqual({
      end: { ...closing },
      sent: ['<SEQ=101><ACK=302><CTL=FIN,ACK>'],
      told: [],
    })
    const { moves } = run({ profile: 'rfc793', iss: 0 }, closeWait, { kind: 'call', call: 'CLOSE' })
    expect(moves.map((move) => move.checks)).toEqual([['close.rfc793-closing']])
  })

  it('CLOSE-WAIT_CLOSE behind queued SENDs: queued', () => {
    const tcb = { ...closeWait, sendQueued: 10 }
    expect(outcomeOf(tcb, call('CLOSE'))).toEqual({ end: { ...tcb, closeQueued: true }, sent: [], told: [] })
  })

  it.each([finWait1, finWait2, closing, lastAck, timeWait])('$state_CLOSE: connection closing', (tcb) => {
    expect(outcomeOf(tcb, call('CLOSE'))).toEqual({ end: tcb, sent: [], told: ['caller: error: connection closing'] })
  })
})

describe('what was queued until ESTABLISHED (3.10.2, 3.10.4)', () => {
  it('SYN-SENT_rcv-SYN,ACK: the ACK of the SYN rides on the queued SEND (MUST-58)', () => {
    expect(outcomeOf({ ...synSent, sendQueued: 10 }, arrives(300, 101, 0, 'SYN,ACK'))).toEqual({
      end: inState('ESTABLISHED', { sndNxt: 111 }),
      sent: ['<SEQ=101><ACK=301><DATA=10><CTL=ACK>'],
      told: [],
    })
  })

  it('SYN-RECEIVED_rcv-ACK: the SEND is segmentized, then the FIN is sent', () => {
    const tcb = { ...synReceived, sendQueued: 10, closeQueued: true }
    expect(outcomeOf(tcb, arrives(101, 301, 0, 'ACK'))).toEqual({
      end: { ...synReceived, state: 'FIN-WAIT-1', sndUna: 301, sndNxt: 312 },
      sent: ['<SEQ=301><ACK=101><DATA=10><CTL=ACK>', '<SEQ=311><ACK=101><CTL=FIN,ACK>'],
      told: [],
    })
  })

  it('SYN-RECEIVED_rcv-FIN: CLOSE-WAIT first, and the queued CLOSE leads to LAST-ACK', () => {
    const tcb = { ...synReceived, sendQueued: 10, closeQueued: true }
    expect(outcomeOf(tcb, arrives(101, 301, 0, 'FIN,ACK'))).toEqual({
      end: { ...synReceived, state: 'LAST-ACK', sndUna: 301, sndNxt: 312, rcvNxt: 102 },
      sent: ['<SEQ=301><ACK=102><DATA=10><CTL=ACK>', '<SEQ=311><ACK=102><CTL=FIN,ACK>'],
      told: ['user: connection closing'],
    })
  })

  it('ESTABLISHED_rcv-ACK: what waits for the window is not released by an ACK', () => {
    const tcb = inState('ESTABLISHED', { sndNxt: 111, sendQueued: 5 })
    expect(outcomeOf(tcb, arrives(301, 111, 0, 'ACK'))).toEqual({
      end: { ...tcb, sndUna: 111 },
      sent: [],
      told: ['outstanding SENDs: ok'],
    })
  })
})
