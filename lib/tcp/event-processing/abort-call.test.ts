import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import {
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

describe('ABORT (3.10.5)', () => {
  it('CLOSED_ABORT: connection does not exist', () => {
    expect(outcomeOf(noTcb, call('ABORT'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['caller: error: connection does not exist'],
    })
  })

  it('LISTEN_ABORT: RECEIVEs outstanding get "connection reset"', () => {
    expect(outcomeOf({ ...listening, receivesPending: 1 }, call('ABORT'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['outstanding RECEIVEs: error: connection reset'],
    })
    expect(outcomeOf(listening, call('ABORT')).told).toEqual([])
  })

  it('SYN-SENT_ABORT: queued calls get "connection reset"; nothing is sent', () => {
    expect(outcomeOf({ ...synSent, sendQueued: 1 }, call('ABORT'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['outstanding SENDs and RECEIVEs: connection reset'],
    })
    expect(outcomeOf(synSent, call('ABORT')).told).toEqual([])
  })

  it.each([
    [synReceived, '<SEQ=301><CTL=RST>'],
    [established, '<SEQ=101><CTL=RST>'],
    [finWait1, '<SEQ=102><CTL=RST>'],
    [finWait2, '<SEQ=102><CTL=RST>'],
    [closeWait, '<SEQ=101><CTL=RST>'],
  ])('$0.state_ABORT: sends <SEQ=SND.NXT><CTL=RST> and enters CLOSED', (tcb, reset) => {
    expect(outcomeOf(tcb, call('ABORT'))).toEqual({ end: noTcb, sent: [reset], told: [] })
  })

  it.each([
    ['a RECEIVE that waits', inState('ESTABLISHED', { receivesPending: 1 })],
    ['a SEND queued', inState('ESTABLISHED', { sendQueued: 1 })],
    ['text not acknowledged', inState('ESTABLISHED', { sndNxt: 102 })],
    ['text before our FIN not acknowledged', inState('FIN-WAIT-1', { sndNxt: 103 })],
  ])('ESTABLISHED_ABORT with %s: "connection reset"', (_, tcb) => {
    expect(outcomeOf(tcb, call('ABORT')).told).toEqual(['outstanding SENDs and RECEIVEs: connection reset'])
  })

  it.each([closing, lastAck, timeWait])('$state_ABORT: "ok", and no reset', (tcb) => {
    expect(outcomeOf(tcb, call('ABORT'))).toEqual({ end: noTcb, sent: [], told: ['caller: ok'] })
  })
})
