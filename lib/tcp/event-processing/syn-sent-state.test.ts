import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import { arrives, established, inState, outcomeOf, segmentOf, synSent } from './endpoints.testing'

const nothing = { end: synSent, sent: [], told: [] }

describe('a segment in SYN-SENT (3.10.7.3)', () => {
  it.each([
    [100, 'ACK'],
    [102, 'ACK'],
    [100, 'SYN,ACK'],
    [91, 'SYN,ACK'],
    [102, 'FIN,ACK'],
  ])('SYN-SENT_rcv ACK=%i, CTL=%s: not acceptable, <SEQ=SEG.ACK><CTL=RST> (first; Figure 8, line 5)', (ack, ctl) => {
    expect(outcomeOf(synSent, arrives(300, ack, 0, ctl))).toEqual({ ...nothing, sent: [`<SEQ=${ack}><CTL=RST>`] })
  })

  it('SYN-SENT_rcv-ACK: <SEQ=100><CTL=RST> discovers a half-open connection (Figure 9, line 5)', () => {
    const tcb = { ...synSent, iss: 400, sndUna: 400, sndNxt: 401 }
    expect(outcomeOf(tcb, arrives(300, 100, 0, 'ACK'))).toEqual({ end: tcb, sent: ['<SEQ=100><CTL=RST>'], told: [] })
  })

  it.each([100, 102])('SYN-SENT_rcv-RST,ACK with ACK=%i: dropped without an answer (first)', (ack) => {
    expect(outcomeOf(synSent, arrives(0, ack, 0, 'RST,ACK'))).toEqual(nothing)
  })

  it('SYN-SENT_rcv-RST,ACK with ACK=101: connection reset, whatever its SEQ (second, erratum 8167)', () => {
    for (const seq of [0, 300]) {
      expect(outcomeOf(synSent, arrives(seq, 101, 0, 'RST,ACK'))).toEqual({
        end: noTcb,
        sent: [],
        told: ['user: error: connection reset'],
      })
    }
  })

  it('SYN-SENT_rcv-RST: dropped (second)', () => {
    expect(outcomeOf(synSent, arrives(0, null, 0, 'RST'))).toEqual(nothing)
    expect(outcomeOf(synSent, arrives(0, null, 0, 'SYN,RST'))).toEqual(nothing)
  })

  it('SYN-SENT_rcv-SYN,ACK: <SEQ=101><ACK=301><CTL=ACK>, ESTABLISHED (fourth; Figure 6, line 4)', () => {
    expect(outcomeOf(synSent, arrives(300, 101, 0, 'SYN,ACK'))).toEqual({
      end: established,
      sent: ['<SEQ=101><ACK=301><CTL=ACK>'],
      told: [],
    })
  })

  it('SYN-SENT_rcv-SYN,ACK with text and FIN: CLOSE-WAIT, one ACK for all (fourth; MUST-58)', () => {
    expect(outcomeOf(synSent, arrives(300, 101, 10, 'SYN,FIN,ACK'))).toEqual({
      end: inState('CLOSE-WAIT', { rcvNxt: 312, receiveQueued: 10 }),
      sent: ['<SEQ=101><ACK=312><CTL=ACK>'],
      told: ['user: connection closing'],
    })
  })

  it('SYN-SENT_rcv-SYN,ACK with text: the text is delivered to the RECEIVE that waits', () => {
    expect(outcomeOf({ ...synSent, receivesPending: 1 }, arrives(300, 101, 10, 'SYN,ACK'))).toEqual({
      end: inState('ESTABLISHED', { rcvNxt: 311 }),
      sent: ['<SEQ=101><ACK=311><CTL=ACK>'],
      told: [],
    })
  })

  it('SYN-SENT_rcv-SYN: <SEQ=100><ACK=301><CTL=SYN,ACK>, SYN-RECEIVED (fourth; Figure 7, line 5)', () => {
    expect(outcomeOf(synSent, arrives(300, null, 0, 'SYN'))).toEqual({
      end: inState('SYN-RECEIVED', { sndUna: 100 }),
      sent: ['<SEQ=100><ACK=301><CTL=SYN,ACK>'],
      told: [],
    })
  })

  it('SYN-SENT_rcv-SYN with text and FIN: held until ESTABLISHED (fourth)', () => {
    expect(outcomeOf(synSent, arrives(300, null, 10, 'SYN,FIN')).end).toEqual(
      inState('SYN-RECEIVED', { sndUna: 100, held: [segmentOf(301, null, 10, 'FIN')] }),
    )
  })

  it('SYN-SENT_rcv-SYN: RCV.NXT wraps (3.4)', () => {
    expect(outcomeOf(synSent, arrives(4_294_967_295, null, 0, 'SYN')).end).toMatchObject({
      irs: 4_294_967_295,
      rcvNxt: 0,
    })
  })

  it.each([
    ['ACK', 101, 0],
    ['ACK', 101, 10],
    ['FIN,ACK', 101, 0],
    ['', null, 10],
    ['FIN', null, 0],
  ])('SYN-SENT_rcv CTL=%s: neither SYN nor RST, dropped (fifth)', (ctl, ack, len) => {
    expect(outcomeOf(synSent, arrives(300, ack, len, ctl))).toEqual(nothing)
  })
})
