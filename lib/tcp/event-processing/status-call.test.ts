import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import { call, listening, outcomeOf, synchronized, synReceived, synSent } from './endpoints.testing'

describe('STATUS (3.10.6)', () => {
  it('CLOSED_STATUS: connection does not exist', () => {
    expect(outcomeOf(noTcb, call('STATUS'))).toEqual({
      end: noTcb,
      sent: [],
      told: ['caller: error: connection does not exist'],
    })
  })

  it.each([listening, synSent, synReceived, ...synchronized])('$state_STATUS: "state = $state"', (tcb) => {
    expect(outcomeOf(tcb, call('STATUS'))).toEqual({ end: tcb, sent: [], told: [`caller: state = ${tcb.state}`] })
  })
})
