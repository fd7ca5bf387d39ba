import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import {
  call,
  closeWait,
  closing,
  established,
  finWait1,
  finWait2,
  lastAck,
  listening,
  outcomeOf,
  synReceived,
  synSent,
  timeWait,
} from './endpoints.testing'

describe('SEND (3.10.2)', () => {
  it('CLOSED_SEND: connection does not exist', () => {
    expect(outcomeOf(noTcb, call('SEND'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['caller: error: connection does not exist'],
    })
  })

  it('LISTEN_SEND without a remote socket: refused', () => {
    expect(outcomeOf(listening, call('SEND'))).toEqual({
      end: listening,
      sent: [],
      told: ['caller: error: remote socket unspecified'],
    })
  })

  it('LISTEN_SEND with a remote socket: opens actively, the data queued for ESTABLISHED', () => {
    expect(outcomeOf({ ...listening, remote: true }, call('SEND', 10), 'rfc9293', 100)).toEqual({
      end: { ...synSent, sendQueued: 10 },
      sent: ['<SEQ=100><CTL=SYN>'],
      told: [],
    })
  })

  it.each([synSent, synReceived])('$state_SEND: queued for ESTABLISHED, behind what is queued', (tcb) => {
    expect(outcomeOf({ ...tcb, sendQueued: 5 }, call('SEND', 10))).toEqual({
      end: { ...tcb, sendQueued: 15 },
      sent: [],
      told: [],
    })
  })

  it('ESTABLISHED_SEND: segmentized with a piggybacked acknowledgment (Figure 6, line 5)', () => {
    expect(outcomeOf(established, call('SEND', 10))).toEqual({
      end: { ...established, sndNxt: 111 },
      sent: ['<SEQ=101><ACK=301><DATA=10><CTL=ACK>'],
      told: [],
    })
  })

  it('CLOSE-WAIT_SEND: segmentized; SND.NXT wraps (3.4)', () => {
    const tcb = { ...closeWait, sndUna: 4_294_967_290, sndNxt: 4_294_967_290 }
    expect(outcomeOf(tcb, call('SEND', 10))).toEqual({
      end: { ...tcb, sndNxt: 4 },
      sent: ['<SEQ=4294967290><ACK=302><DATA=10><CTL=ACK>'],
      told: [],
    })
  })

  it.each([established, closeWait])('$state_SEND: none overtakes one that waits (3.9.1.2)', (tcb) => {
    expect(outcomeOf({ ...tcb, sendQueued: 5 }, call('SEND', 10))).toEqual({
      end: { ...tcb, sendQueued: 15 },
      sent: [],
      told: [],
    })
  })

  it.each([finWait1, finWait2, closing, lastAck, timeWait])('$state_SEND: connection closing', (tcb) => {
    expect(outcomeOf(tcb, call('SEND'))).toEqual({ end: tcb, sent: [], told: ['caller: error: connection closing'] })
  })
})
