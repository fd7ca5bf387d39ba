import { describe, expect, it } from 'vitest'
import {
  arrives,
  closeWait,
  established,
  finWait1,
  finWait2,
  inState,
  lastAck,
  outcomeOf,
  synReceived,
  timeWait,
} from './endpoints.testing'

const closingTold = ['user: connection closing']

describe('a FIN (3.10.7.4 eighth)', () => {
  it('SYN-RECEIVED_rcv-FIN that acknowledges our SYN: CLOSE-WAIT', () => {
    expect(outcomeOf(synReceived, arrives(101, 301, 0, 'FIN,ACK'))).toEqual({
      end: { ...synReceived, state: 'CLOSE-WAIT', sndUna: 301, rcvNxt: 102 },
      sent: ['<SEQ=301><ACK=102><CTL=ACK>'],
      told: closingTold,
    })
  })

  it('ESTABLISHED_rcv-FIN: <SEQ=300><ACK=101><CTL=ACK>, CLOSE-WAIT (Figure 12, line 3)', () => {
    const tcb = inState('ESTABLISHED', { iss: 299, irs: 99, sndUna: 300, sndNxt: 300, rcvNxt: 100 })
    expect(outcomeOf(tcb, arrives(100, 300, 0, 'FIN,ACK'))).toEqual({
      end: { ...tcb, state: 'CLOSE-WAIT', rcvNxt: 101 },
      sent: ['<SEQ=300><ACK=101><CTL=ACK>'],
      told: closingTold,
    })
  })

  it('ESTABLISHED_rcv-FIN with text: one ACK for both (MUST-58); the RECEIVE left over returns', () => {
    expect(outcomeOf({ ...established, receivesPending: 2 }, arrives(301, 101, 10, 'FIN,ACK'))).toEqual({
      end: { ...closeWait, rcvNxt: 312 },
      sent: ['<SEQ=101><ACK=312><CTL=ACK>'],
      told: ['user: connection closing', 'outstanding RECEIVEs: connection closing'],
    })
    expect(outcomeOf({ ...established, receivesPending: 1 }, arrives(301, 101, 10, 'FIN,ACK')).told).toEqual(
      closingTold,
    )
  })

  it('ESTABLISHED_rcv-FIN behind old text: the RECEIVE gets no text, and returns', () => {
    expect(outcomeOf({ ...established, receivesPending: 1 }, arrives(291, 101, 10, 'FIN,ACK'))).toEqual({
      end: closeWait,
      sent: ['<SEQ=101><ACK=302><CTL=ACK>'],
      told: ['user: connection closing', 'outstanding RECEIVEs: connection closing'],
    })
  })

  it('ESTABLISHED_rcv-FIN: RCV.NXT goes from 2^32 - 1 to 0 (3.4)', () => {
    const tcb = { ...established, rcvNxt: 4_294_967_295 }
    expect(outcomeOf(tcb, arrives(4_294_967_295, 101, 0, 'FIN,ACK'))).toMatchObject({
      end: { state: 'CLOSE-WAIT', rcvNxt: 0 },
      sent: ['<SEQ=101><ACK=0><CTL=ACK>'],
    })
  })

  it('FIN-WAIT-1_rcv-FIN that does not acknowledge ours: <SEQ=101><ACK=301><CTL=ACK>, CLOSING (Figure 13, line 3)', () => {
    const tcb = inState('FIN-WAIT-1', { iss: 99, irs: 299, sndUna: 100, sndNxt: 101, rcvNxt: 300 })
    expect(outcomeOf(tcb, arrives(300, 100, 0, 'FIN,ACK'))).toEqual({
      end: { ...tcb, state: 'CLOSING', rcvNxt: 301 },
      sent: ['<SEQ=101><ACK=301><CTL=ACK>'],
      told: closingTold,
    })
  })

  it('FIN-WAIT-1_rcv-FIN that acknowledges ours: TIME-WAIT (Figure 5 note 2)', () => {
    expect(outcomeOf(finWait1, arrives(301, 102, 0, 'FIN,ACK'))).toEqual({
      end: timeWait,
      sent: ['<SEQ=102><ACK=302><CTL=ACK>'],
      told: ['outstanding CLOSE: ok', 'user: connection closing'],
    })
  })

  it('FIN-WAIT-2_rcv-FIN: <SEQ=101><ACK=301><CTL=ACK>, TIME-WAIT (Figure 12, lines 4 and 5)', () => {
    expect(outcomeOf({ ...finWait2, receivesPending: 1 }, arrives(301, 102, 0, 'FIN,ACK'))).toEqual({
      end: timeWait,
      sent: ['<SEQ=102><ACK=302><CTL=ACK>'],
      told: ['user: connection closing', 'outstanding RECEIVEs: connection closing'],
    })
  })

  it.each([
    [closeWait, 101],
    [timeWait, 102],
    [lastAck, 101],
  ])('$0.state_rcv a second FIN: to the letter, remain and acknowledge', (tcb, ack) => {
    expect(outcomeOf(tcb, arrives(302, ack, 0, 'FIN,ACK'))).toEqual({
      end: { ...tcb, rcvNxt: 303 },
      sent: [`<SEQ=${tcb.sndNxt}><ACK=303><CTL=ACK>`],
      told: closingTold,
    })
  })
})
