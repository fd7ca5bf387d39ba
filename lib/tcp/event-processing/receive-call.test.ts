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

describe('RECEIVE (3.10.3)', () => {
  it('CLOSED_RECEIVE: connection does not exist', () => {
    expect(outcomeOf(noTcb, call('RECEIVE'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['caller: error: connection does not exist'],
    })
  })

  it.each([listening, synSent, synReceived])('$state_RECEIVE: queued for ESTABLISHED', (tcb) => {
    expect(outcomeOf({ ...tcb, receivesPending: 1 }, call('RECEIVE'))).toEqual({
      end: { ...tcb, receivesPending: 2 },
      sent: [],
      told: [],
    })
  })

  it.each([established, finWait1, finWait2])('$state_RECEIVE: queued where there is too little text', (tcb) => {
    expect(outcomeOf(tcb, call('RECEIVE'))).toEqual({ end: { ...tcb, receivesPending: 1 }, sent: [], told: [] })
  })

  it.each([established, finWait1, finWait2, closeWait])('$state_RECEIVE: takes the text that waits', (tcb) => {
    expect(outcomeOf({ ...tcb, receiveQueued: 1 }, call('RECEIVE'))).toEqual({ end: tcb, sent: [], told: [] })
  })

  it.each([closeWait, closing, lastAck, timeWait])('$state_RECEIVE: no text left, connection closing', (tcb) => {
    expect(outcomeOf(tcb, call('RECEIVE'))).toEqual({ end: tcb, sent: [], told: ['caller: error: connection closing'] })
  })
})
