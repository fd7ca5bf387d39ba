import { describe, expect, it } from 'vitest'
import { arrives, closeWait, established, finWait1, finWait2, lastAck, outcomeOf, timeWait } from './endpoints.testing'

describe('the segment text (3.10.7.4 seventh)', () => {
  it.each([established, finWait1, finWait2])('$state_rcv-text: delivered and acknowledged', (tcb) => {
    expect(outcomeOf({ ...tcb, receiveQueued: 3 }, arrives(301, tcb.sndUna, 10, 'ACK'))).toEqual({
      end: { ...tcb, rcvNxt: 311, receiveQueued: 13 },
      sent: [`<SEQ=${tcb.sndNxt}><ACK=311><CTL=ACK>`],
      told: [],
    })
  })

  it('ESTABLISHED_rcv-text: goes to one RECEIVE that waits', () => {
    expect(outcomeOf({ ...established, receivesPending: 2 }, arrives(301, 101, 10, 'ACK')).end).toEqual({
      ...established,
      rcvNxt: 311,
      receivesPending: 1,
    })
  })

  it.each([closeWait, lastAck, timeWait])('$state_rcv-text: ignored, "this should not occur"', (tcb) => {
    expect(outcomeOf(tcb, arrives(302, tcb.sndUna, 10, 'ACK'))).toEqual({ end: tcb, sent: [], told: [] })
  })

  it('ESTABLISHED_rcv-ACK without text: no ACK is acknowledged (3.5, Figure 6)', () => {
    expect(outcomeOf(established, arrives(301, 101, 0, 'ACK'))).toEqual({ end: established, sent: [], told: [] })
  })
})

describe('the URG bit (3.10.7.4 sixth)', () => {
  it.each([established, finWait1, finWait2])('$state_rcv-URG: the user is told of urgent data', (tcb) => {
    expect(outcomeOf(tcb, arrives(301, tcb.sndUna, 0, 'ACK,URG'))).toEqual({
      end: tcb,
      sent: [],
      told: ['user: urgent data'],
    })
  })

  it.each([closeWait, lastAck, timeWait])('$state_rcv-URG: ignored', (tcb) => {
    expect(outcomeOf(tcb, arrives(302, tcb.sndUna, 0, 'ACK,URG'))).toEqual({ end: tcb, sent: [], told: [] })
  })

  it('ESTABLISHED_rcv-FIN with URG: both are told', () => {
    expect(outcomeOf(established, arrives(301, 101, 0, 'FIN,ACK,URG')).told).toEqual([
      'user: urgent data',
      'user: connection closing',
    ])
  })

  it('ESTABLISHED_rcv-URG that acknowledges what was never sent: not told, at a closed window neither', () => {
    for (const tcb of [established, { ...established, rcvWnd: 0 }]) {
      expect(outcomeOf(tcb, arrives(301, 102, 0, 'ACK,URG'))).toEqual({
        end: tcb,
        sent: ['<SEQ=101><ACK=301><CTL=ACK>'],
        told: [],
      })
    }
  })

  it('ESTABLISHED_rcv-PSH: no different from text without it', () => {
    expect(outcomeOf(established, arrives(301, 101, 10, 'ACK,PSH'))).toEqual(
      outcomeOf(established, arrives(301, 101, 10, 'ACK')),
    )
  })
})
