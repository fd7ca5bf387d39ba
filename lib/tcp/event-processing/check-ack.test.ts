import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import {
  arrives,
  closing,
  finWait1,
  inState,
  lastAck,
  outcomeOf,
  synchronized,
  synReceived,
  timeWait,
} from './endpoints.testing'

/** SND.UNA = 100000, SND.NXT = 100010: ten octets of text are on their way. */
const sending = inState('ESTABLISHED', { iss: 5, sndUna: 100_000, sndNxt: 100_010 })
const challenge = '<SEQ=100010><ACK=301><CTL=ACK>'

describe('SEG.ACK in ESTABLISHED (3.10.7.4 fifth)', () => {
  it.each([
    ['SND.UNA: a duplicate, ignored', 100_000, 100_000, [], []],
    ['SND.UNA+1: acknowledges data', 100_001, 100_001, [], []],
    ['SND.NXT-1', 100_009, 100_009, [], []],
    ['SND.NXT: all of it, the SEND returns "ok"', 100_010, 100_010, [], ['outstanding SENDs: ok']],
    ['SND.NXT+1: never sent, an ACK', 100_011, 100_000, [challenge], []],
    ['SND.NXT+65535: never sent', 165_545, 100_000, [challenge], []],
    ['SND.UNA-1: a duplicate, ignored', 99_999, 100_000, [], []],
    ['SND.UNA-65535: a duplicate still (MAY-12)', 34_465, 100_000, [], []],
    ['SND.UNA-65536: too old, an ACK (MAY-12)', 34_464, 100_000, [challenge], []],
    ['SND.NXT+2^31-1: the farthest that was never sent', 2_147_583_657, 100_000, [challenge], []],
    ['SND.NXT+2^31: the other half of the circle, too old', 2_147_583_658, 100_000, [challenge], []],
  ])('ESTABLISHED_rcv-ACK of %s', (_, ack, sndUna, sent, told) => {
    expect(outcomeOf(sending, arrives(301, ack, 0, 'ACK'))).toEqual({ end: { ...sending, sndUna }, sent, told })
  })

  it.each(['rfc9293-no-5961', 'rfc793'] as const)(
    'ESTABLISHED_rcv-ACK of SND.UNA-65536 under %s: ignored',
    (profile) => {
      expect(outcomeOf(sending, arrives(301, 34_464, 0, 'ACK'), profile)).toEqual({ end: sending, sent: [], told: [] })
    },
  )

  it('ESTABLISHED_rcv-ACK across the wrap (3.4)', () => {
    const tcb = { ...sending, sndUna: 4_294_967_290, sndNxt: 4 }
    expect(outcomeOf(tcb, arrives(301, 3, 0, 'ACK')).end.sndUna).toBe(3)
    expect(outcomeOf(tcb, arrives(301, 5, 0, 'ACK'))).toMatchObject({
      end: { sndUna: 4_294_967_290 },
      sent: ['<SEQ=4><ACK=301><CTL=ACK>'],
    })
  })

  it('ESTABLISHED_rcv text that acknowledges what was never sent: dropped with its text', () => {
    expect(outcomeOf(sending, arrives(301, 100_011, 10, 'ACK'))).toEqual({ end: sending, sent: [challenge], told: [] })
  })

  it.each(['', 'FIN', 'PSH', 'URG'])('ESTABLISHED_rcv-"%s" without ACK: dropped', (ctl) => {
    expect(outcomeOf(sending, arrives(301, null, 10, ctl))).toEqual({ end: sending, sent: [], told: [] })
  })

  it.each(synchronized)('$state_rcv-ACK of SND.NXT+1: an ACK, the state stays (3.5.2)', (tcb) => {
    expect(outcomeOf(tcb, arrives(tcb.rcvNxt, tcb.sndNxt + 1, 0, 'ACK'))).toEqual({
      end: tcb,
      sent: [`<SEQ=${tcb.sndNxt}><ACK=${tcb.rcvNxt}><CTL=ACK>`],
      told: [],
    })
  })
})

describe('SEG.ACK in SYN-RECEIVED (3.10.7.4 fifth)', () => {
  it('SYN-RECEIVED_rcv-ACK: <SEQ=101><ACK=301><CTL=ACK>, ESTABLISHED (Figure 6, line 4)', () => {
    expect(outcomeOf(synReceived, arrives(101, 301, 0, 'ACK'))).toEqual({
      end: { ...synReceived, state: 'ESTABLISHED', sndUna: 301 },
      sent: [],
      told: [],
    })
  })

  it.each([300, 302, 299, 65_836])('SYN-RECEIVED_rcv-ACK of %i: <SEQ=SEG.ACK><CTL=RST>, the state stays', (ack) => {
    for (const [ctl, len] of [
      ['ACK', 0],
      ['ACK', 10],
      ['FIN,ACK', 0],
    ] as const) {
      expect(outcomeOf(synReceived, arrives(101, ack, len, ctl))).toEqual({
        end: synReceived,
        sent: [`<SEQ=${ack}><CTL=RST>`],
        told: [],
      })
    }
  })

  it('SYN-RECEIVED_rcv-ACK of SND.UNA by RFC 793, SND.UNA =< SEG.ACK: ESTABLISHED', () => {
    expect(outcomeOf(synReceived, arrives(101, 300, 0, 'ACK'), 'rfc793')).toEqual({
      end: { ...synReceived, state: 'ESTABLISHED' },
      sent: [],
      told: [],
    })
    expect(outcomeOf(synReceived, arrives(101, 299, 0, 'ACK'), 'rfc793').sent).toEqual(['<SEQ=299><CTL=RST>'])
  })

  it('SYN-RECEIVED_rcv-text: ESTABLISHED, and the text delivered', () => {
    expect(outcomeOf(synReceived, arrives(101, 301, 10, 'ACK'))).toEqual({
      end: { ...synReceived, state: 'ESTABLISHED', sndUna: 301, rcvNxt: 111, receiveQueued: 10 },
      sent: ['<SEQ=301><ACK=111><CTL=ACK>'],
      told: [],
    })
  })
})

describe('the ACK of our FIN (3.10.7.4 fifth)', () => {
  it('FIN-WAIT-1_rcv-ACK: <SEQ=300><ACK=101><CTL=ACK>, FIN-WAIT-2 (Figure 12, line 3)', () => {
    const tcb = inState('FIN-WAIT-1', { iss: 99, irs: 299, sndUna: 100, sndNxt: 101, rcvNxt: 300 })
    expect(outcomeOf(tcb, arrives(300, 101, 0, 'ACK'))).toEqual({
      end: { ...tcb, state: 'FIN-WAIT-2', sndUna: 101 },
      sent: [],
      told: ['outstanding CLOSE: ok'],
    })
  })

  it('FIN-WAIT-1_rcv-ACK of text and FIN: both SEND and CLOSE return "ok"', () => {
    expect(outcomeOf({ ...finWait1, sndNxt: 112 }, arrives(301, 112, 0, 'ACK'))).toMatchObject({
      end: { state: 'FIN-WAIT-2', sndUna: 112 },
      told: ['outstanding SENDs: ok', 'outstanding CLOSE: ok'],
    })
  })

  it('FIN-WAIT-1_rcv-ACK of the text before our FIN: stays', () => {
    const tcb = { ...finWait1, sndNxt: 112 }
    expect(outcomeOf(tcb, arrives(301, 111, 0, 'ACK'))).toEqual({
      end: { ...tcb, sndUna: 111 },
      sent: [],
      told: ['outstanding SENDs: ok'],
    })
  })

  it('FIN-WAIT-1_rcv-ACK of all text where the FIN waits behind SENDs: stays', () => {
    const tcb = { ...finWait1, sndNxt: 111, sendQueued: 5, closeQueued: true }
    expect(outcomeOf(tcb, arrives(301, 111, 0, 'ACK'))).toEqual({
      end: { ...tcb, sndUna: 111 },
      sent: [],
      told: ['outstanding SENDs: ok'],
    })
  })

  it('CLOSING_rcv-ACK: <SEQ=301><ACK=101><CTL=ACK>, TIME-WAIT (Figure 13, line 4)', () => {
    const tcb = inState('CLOSING', { iss: 99, irs: 299, sndUna: 100, sndNxt: 101, rcvNxt: 301 })
    expect(outcomeOf(tcb, arrives(301, 101, 0, 'ACK'))).toEqual({
      end: { ...tcb, state: 'TIME-WAIT', sndUna: 101 },
      sent: [],
      told: [],
    })
  })

  it('CLOSING_rcv-ACK of less than our FIN: ignored, SND.UNA apart', () => {
    const tcb = { ...closing, sndNxt: 112 }
    expect(outcomeOf(tcb, arrives(302, 111, 10, 'ACK'))).toEqual({
      end: { ...tcb, sndUna: 111 },
      sent: [],
      told: ['outstanding SENDs: ok'],
    })
    expect(outcomeOf(closing, arrives(302, 101, 0, 'FIN,ACK'))).toEqual({ end: closing, sent: [], told: [] })
  })

  it('CLOSING_rcv-ACK of text and FIN: TIME-WAIT, the SEND returns "ok"', () => {
    expect(outcomeOf({ ...closing, sndNxt: 112 }, arrives(302, 112, 0, 'ACK'))).toMatchObject({
      end: { state: 'TIME-WAIT' },
      told: ['outstanding SENDs: ok'],
    })
  })

  it.each(['ACK', 'FIN,ACK'])('LAST-ACK_rcv-%s of our FIN: CLOSED (Figure 12, line 5)', (ctl) => {
    expect(outcomeOf(lastAck, arrives(302, 102, 0, ctl))).toEqual({ end: noTcb, sent: [], told: [] })
  })

  it('LAST-ACK_rcv-ACK of less than our FIN: stays', () => {
    const tcb = { ...lastAck, sndNxt: 112 }
    expect(outcomeOf(tcb, arrives(302, 111, 0, 'ACK'))).toEqual({ end: { ...tcb, sndUna: 111 }, sent: [], told: [] })
  })

  it('TIME-WAIT_rcv-ACK: nothing', () => {
    expect(outcomeOf(timeWait, arrives(302, 102, 0, 'ACK'))).toEqual({ end: timeWait, sent: [], told: [] })
  })
})
