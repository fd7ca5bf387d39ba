import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import { arrives, inState, listening, outcomeOf, synchronized, synReceived } from './endpoints.testing'

const crossed = inState('SYN-RECEIVED', { sndUna: 100 })
const reset = ['outstanding SENDs and RECEIVEs: reset', 'user: connection reset']

describe('a SYN in the window (3.10.7.4 fourth)', () => {
  it.each(['rfc9293', 'rfc9293-no-5961'] as const)(
    'SYN-RECEIVED_rcv-SYN after a passive OPEN: LISTEN, %s',
    (profile) => {
      for (const [ctl, ack] of [
        ['SYN', null],
        ['SYN,ACK', 301],
      ] as const) {
        for (const seq of [101, 102]) {
          expect(outcomeOf(synReceived, arrives(seq, ack, 0, ctl), profile)).toEqual({
            end: listening,
            sent: [],
            told: [],
          })
        }
      }
    },
  )

  it('SYN-RECEIVED_rcv-SYN after a passive OPEN: reset by RFC 793', () => {
    expect(outcomeOf(synReceived, arrives(101, null, 0, 'SYN'), 'rfc793')).toEqual({
      end: noTcb,
      sent: ['<SEQ=0><ACK=102><CTL=RST,ACK>'],
      told: ['user: connection reset'],
    })
  })

  it.each([crossed, ...synchronized])('$state_rcv-SYN: challenge ACK (RFC 5961 4)', (tcb) => {
    for (const [ctl, ack] of [
      ['SYN', null],
      ['SYN,ACK', tcb.sndNxt],
    ] as const) {
      expect(outcomeOf(tcb, arrives(tcb.rcvNxt + 5, ack, 0, ctl))).toEqual({
        end: tcb,
        sent: [`<SEQ=${tcb.sndNxt}><ACK=${tcb.rcvNxt}><CTL=ACK>`],
        told: [],
      })
    }
  })

  it.each(synchronized)(
    '$state_rcv-SYN with new text behind it, left of the window: challenge ACK all the same',
    (tcb) => {
      expect(outcomeOf(tcb, arrives(tcb.rcvNxt - 1, tcb.sndNxt, 10, 'SYN,ACK'))).toEqual({
        end: tcb,
        sent: [`<SEQ=${tcb.sndNxt}><ACK=${tcb.rcvNxt}><CTL=ACK>`],
        told: [],
      })
    },
  )

  it.each(['rfc9293-no-5961', 'rfc793'] as const)('is an error under %s: RST, CLOSED', (profile) => {
    for (const tcb of [crossed, ...synchronized]) {
      const waiting = { ...tcb, receivesPending: 1 }
      expect(outcomeOf(waiting, arrives(tcb.rcvNxt, 77, 0, 'SYN,ACK'), profile), tcb.state).toEqual({
        end: noTcb,
        sent: ['<SEQ=77><CTL=RST>'],
        told: reset,
      })
      expect(outcomeOf(waiting, arrives(tcb.rcvNxt + 1, null, 10, 'SYN'), profile), tcb.state).toEqual({
        end: noTcb,
        sent: [`<SEQ=0><ACK=${tcb.rcvNxt + 12}><CTL=RST,ACK>`],
        told: reset,
      })
    }
  })

  it('SYN-RECEIVED_rcv the first SYN again: answered by an ACK in the first step', () => {
    expect(outcomeOf(synReceived, arrives(100, null, 0, 'SYN'))).toEqual({
      end: synReceived,
      sent: ['<SEQ=301><ACK=101><CTL=ACK>'],
      told: [],
    })
  })

  it('ESTABLISHED_rcv <SEQ=400><CTL=SYN> outside the window: <SEQ=300><ACK=100><CTL=ACK> (Figure 9, line 4)', () => {
    const tcb = inState('ESTABLISHED', { iss: 299, irs: 99, sndUna: 300, sndNxt: 300, rcvNxt: 100, rcvWnd: 300 })
    expect(outcomeOf(tcb, arrives(400, null, 0, 'SYN'))).toEqual({
      end: tcb,
      sent: ['<SEQ=300><ACK=100><CTL=ACK>'],
      told: [],
    })
  })
})
