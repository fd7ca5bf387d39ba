import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import {
  closeWait,
  closing,
  established,
  finWait1,
  finWait2,
  inState,
  lastAck,
  listening,
  outcomeOf,
  synchronized,
  synReceived,
  synSent,
  timeout,
  timeWait,
} from './endpoints.testing'

describe('the user timeout (3.10.8)', () => {
  it.each([listening, synSent, synReceived, ...synchronized])('$state_user-timeout: CLOSED, the user told', (tcb) => {
    expect(outcomeOf({ ...tcb, receivesPending: 1 }, timeout('user'))).toEqual({
      end: noTcb,
      sent: [],
      told: [
        'outstanding SENDs and RECEIVEs: error: connection aborted due to user timeout',
        'user: error: connection aborted due to user timeout',
      ],
    })
    expect(outcomeOf(tcb, timeout('user')).told).toEqual(['user: error: connection aborted due to user timeout'])
  })

  it('CLOSED_user-timeout: no timer runs', () => {
    expect(outcomeOf(noTcb, timeout('user'))).toEqual({ end: noTcb, sent: [], told: [] })
  })
})

describe('the retransmission timeout (3.10.8)', () => {
  it.each([
    ['our SYN', synSent, '<SEQ=100><CTL=SYN>'],
    ['our SYN, data waiting', { ...synSent, sendQueued: 5 }, '<SEQ=100><CTL=SYN>'],
    ['our SYN,ACK', synReceived, '<SEQ=300><ACK=101><CTL=SYN,ACK>'],
    ['text', { ...established, sndNxt: 111 }, '<SEQ=101><ACK=301><DATA=10><CTL=ACK>'],
    ['text in part acknowledged', { ...established, sndUna: 105, sndNxt: 111 }, '<SEQ=105><ACK=301><DATA=6><CTL=ACK>'],
    ['text after the FIN of the peer', { ...closeWait, sndNxt: 111 }, '<SEQ=101><ACK=302><DATA=10><CTL=ACK>'],
    ['text before our FIN', { ...finWait1, sndNxt: 112 }, '<SEQ=101><ACK=301><DATA=10><CTL=ACK>'],
    ['our FIN', finWait1, '<SEQ=101><ACK=301><CTL=FIN,ACK>'],
    ['our FIN', closing, '<SEQ=101><ACK=302><CTL=FIN,ACK>'],
    ['our FIN', lastAck, '<SEQ=101><ACK=302><CTL=FIN,ACK>'],
    [
      'text where the FIN waits behind SENDs',
      { ...finWait1, sndNxt: 111, sendQueued: 5, closeQueued: true },
      '<SEQ=101><ACK=301><DATA=10><CTL=ACK>',
    ],
    [
      'our SYN,ACK where a CLOSE sent the FIN before it was acknowledged',
      inState('FIN-WAIT-1', { sndUna: 100, sndNxt: 102 }),
      '<SEQ=100><ACK=301><CTL=SYN,ACK>',
    ],
    [
      'our SYN,ACK likewise, the FIN of the peer heard',
      inState('CLOSING', { sndUna: 100, sndNxt: 102, rcvNxt: 302 }),
      '<SEQ=100><ACK=302><CTL=SYN,ACK>',
    ],
    [
      'our FIN, numbered 2^32 - 1',
      { ...finWait1, sndUna: 4_294_967_295, sndNxt: 0 },
      '<SEQ=4294967295><ACK=301><CTL=FIN,ACK>',
    ],
  ])('sends %s again, oldest first', (_, tcb, sent) => {
    expect(outcomeOf(tcb, timeout('retransmission'))).toEqual({ end: tcb, sent: [sent], told: [] })
  })

  it.each([noTcb, listening, established, finWait2, closeWait, timeWait])(
    '$state_retransmission-timeout: nothing to send',
    (tcb) => {
      expect(outcomeOf(tcb, timeout('retransmission'))).toEqual({ end: tcb, sent: [], told: [] })
    },
  )
})

describe('the TIME-WAIT timeout (3.10.8)', () => {
  it('TIME-WAIT_time-wait-timeout: CLOSED (Figure 12, line 6; MUST-13)', () => {
    expect(outcomeOf(timeWait, timeout('time-wait'))).toEqual({ end: noTcb, sent: [], told: [] })
  })

  it.each([noTcb, listening, synSent, synReceived, ...synchronized.slice(0, -1)])(
    '$state_time-wait-timeout: no timer runs',
    (tcb) => {
      expect(outcomeOf(tcb, timeout('time-wait'))).toEqual({ end: tcb, sent: [], told: [] })
    },
  )
})
