import { describe, expect, it } from 'vitest'
import { arrives, inState, listening, outcomeOf, segmentOf, synReceived } from './endpoints.testing'

describe('a segment in LISTEN (3.10.7.2)', () => {
  it.each([
    ['RST', null],
    ['RST,ACK', 8],
    ['SYN,RST', null],
  ])('LISTEN_rcv-%s: ignored (first)', (ctl, ack) => {
    expect(outcomeOf(listening, arrives(7, ack, 0, ctl))).toEqual({ end: listening, sent: [], told: [] })
  })

  it.each(['ACK', 'SYN,ACK', 'FIN,ACK'])('LISTEN_rcv-%s: <SEQ=SEG.ACK><CTL=RST> (second; Figure 11, line 4)', (ctl) => {
    expect(outcomeOf(listening, arrives(7, 91, 0, ctl))).toEqual({
      end: listening,
      sent: ['<SEQ=91><CTL=RST>'],
      told: [],
    })
  })

  it('LISTEN_rcv-SYN: <SEQ=300><ACK=101><CTL=SYN,ACK>, SYN-RECEIVED (third; Figure 6, line 3)', () => {
    expect(outcomeOf(listening, arrives(100, null, 0, 'SYN'), 'rfc9293', 300)).toEqual({
      end: synReceived,
      sent: ['<SEQ=300><ACK=101><CTL=SYN,ACK>'],
      told: [],
    })
  })

  it('LISTEN_rcv-SYN: IRS+1 and ISS+1 wrap (3.4)', () => {
    expect(outcomeOf(listening, arrives(4_294_967_295, null, 0, 'SYN'), 'rfc9293', 4_294_967_295)).toMatchObject({
      end: { irs: 4_294_967_295, rcvNxt: 0, iss: 4_294_967_295, sndUna: 4_294_967_295, sndNxt: 0 },
      sent: ['<SEQ=4294967295><ACK=0><CTL=SYN,ACK>'],
    })
  })

  it.each([
    ['SYN', 10, segmentOf(101, null, 10, '')],
    ['SYN,FIN', 0, segmentOf(101, null, 0, 'FIN')],
    ['SYN,FIN,PSH,URG', 10, segmentOf(101, null, 10, 'FIN,PSH,URG')],
  ])('LISTEN_rcv-%s with %i octets: what comes with the SYN is held (third)', (ctl, len, held) => {
    expect(outcomeOf(listening, arrives(100, null, len, ctl), 'rfc9293', 300).end).toEqual({
      ...synReceived,
      held: [held],
    })
  })

  it('SYN-RECEIVED_rcv-ACK: text that came with the SYN is delivered now and acknowledged', () => {
    const tcb = { ...synReceived, held: [segmentOf(101, null, 10, '')] }
    expect(outcomeOf(tcb, arrives(101, 301, 0, 'ACK'))).toEqual({
      end: { ...synReceived, state: 'ESTABLISHED', sndUna: 301, rcvNxt: 111, receiveQueued: 10 },
      sent: ['<SEQ=301><ACK=111><CTL=ACK>'],
      told: [],
    })
  })

  it('SYN-RECEIVED_rcv-ACK: a FIN that came with the SYN is processed now: CLOSE-WAIT', () => {
    const tcb = { ...synReceived, held: [segmentOf(101, null, 10, 'FIN')] }
    expect(outcomeOf(tcb, arrives(101, 301, 0, 'ACK'))).toEqual({
      end: { ...synReceived, state: 'CLOSE-WAIT', sndUna: 301, rcvNxt: 112, receiveQueued: 10 },
      sent: ['<SEQ=301><ACK=112><CTL=ACK>'],
      told: ['user: connection closing'],
    })
  })

  it.each(['', 'FIN', 'PSH'])('LISTEN_rcv-"%s": dropped (fourth)', (ctl) => {
    expect(outcomeOf(listening, arrives(7, null, 10, ctl))).toEqual({ end: listening, sent: [], told: [] })
  })

  it('LISTEN_rcv-SYN: RECEIVEs and the remote socket are kept', () => {
    const tcb = { ...listening, remote: true, receivesPending: 2 }
    expect(outcomeOf(tcb, arrives(300, null, 0, 'SYN'), 'rfc9293', 100).end).toEqual(
      inState('SYN-RECEIVED', { opened: 'passive', sndUna: 100, receivesPending: 2 }),
    )
  })
})
