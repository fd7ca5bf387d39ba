import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import { listening, open, outcomeOf, synchronized, synReceived, synSent } from './endpoints.testing'

describe('OPEN (3.10.1)', () => {
  it.each([false, true])('CLOSED_passive-OPEN: creates a TCB and enters LISTEN, remote socket named: %s', (remote) => {
    expect(outcomeOf(noTcb, open('passive', remote), 'rfc9293', 100)).toEqual({
      end: { ...noTcb, state: 'LISTEN', opened: 'passive', remote, rcvWnd: 65_535 },
      sent: [],
      told: [],
    })
  })

  it('CLOSED_active-OPEN: sends <SEQ=ISS><CTL=SYN>, SND.UNA = ISS, SND.NXT = ISS+1 (Figure 6, line 2)', () => {
    expect(outcomeOf(noTcb, open('active', true), 'rfc9293', 100)).toEqual({
      end: {
        ...noTcb,
        state: 'SYN-SENT',
        opened: 'active',
        remote: true,
        iss: 100,
        sndUna: 100,
        sndNxt: 101,
        rcvWnd: 65_535,
      },
      sent: ['<SEQ=100><CTL=SYN>'],
      told: [],
    })
  })

  it('CLOSED_active-OPEN: ISS+1 wraps to 0 (3.4)', () => {
    expect(outcomeOf(noTcb, open('active', true), 'rfc9293', 4_294_967_295)).toMatchObject({
      end: { iss: 4_294_967_295, sndUna: 4_294_967_295, sndNxt: 0 },
      sent: ['<SEQ=4294967295><CTL=SYN>'],
    })
  })

  it('CLOSED_OPEN: a window that the endpoint was given is kept', () => {
    expect(outcomeOf({ ...noTcb, rcvWnd: 500 }, open('active', true)).end.rcvWnd).toBe(500)
  })

  it.each([
    ['CLOSED', noTcb],
    ['LISTEN', listening],
  ])('%s_active-OPEN without a remote socket: refused', (_, tcb) => {
    expect(outcomeOf(tcb, open('active', false))).toEqual({
      end: tcb,
      sent: [],
      told: ['caller: error: remote socket unspecified'],
    })
  })

  it('LISTEN_active-OPEN: changes from passive to active and sends a SYN', () => {
    expect(outcomeOf({ ...listening, receivesPending: 1 }, open('active', true), 'rfc9293', 100)).toEqual({
      end: { ...synSent, receivesPending: 1 },
      sent: ['<SEQ=100><CTL=SYN>'],
      told: [],
    })
  })

  it.each([false, true])('LISTEN_passive-OPEN: must not affect the listener (MUST-41), remote socket: %s', (remote) => {
    expect(outcomeOf(listening, open('passive', remote))).toEqual({
      end: listening,
      sent: [],
      told: ['caller: error: connection already exists'],
    })
  })

  it.each([synSent, synReceived, ...synchronized])('$state_OPEN: connection already exists', (tcb) => {
    for (const event of [open('passive', true), open('active', true), open('active', false)]) {
      expect(outcomeOf(tcb, event, 'rfc9293', 7)).toEqual({
        end: tcb,
        sent: [],
        told: ['caller: error: connection already exists'],
      })
    }
  })
})
