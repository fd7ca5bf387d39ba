import { describe, expect, it } from 'vitest'
import { noTcb } from '../../tcp/tcb'
import { runOf } from '../explanation'
import { afterEvents, askAfterEvents, situationsAlong } from './after-events'
import { stateOption } from './state-options'

/** CLOSED → SYN-SENT → ESTABLISHED → FIN-WAIT-1. */
const asked = askAfterEvents({
  tcb: noTcb,
  events: [
    { kind: 'call', call: 'OPEN', mode: 'active', remote: true },
    { kind: 'segment', segment: { seq: 300, ack: 301, ctl: ['SYN', 'ACK'], len: 0 } },
    { kind: 'call', call: 'CLOSE' },
  ],
})

const send = { kind: 'call', call: 'SEND', remote: true, len: 10 } as const

const explained = (state: Parameters<typeof stateOption>[0]) =>
  afterEvents.explain(asked, { form: 'choice', option: stateOption(state) })

/** The checks that each event of the sequence goes through. */
const checks = situationsAlong(asked).map((situation) => runOf(situation).moves.flatMap((move) => move.checks))

describe('the explanation of where several events lead', () => {
  it('parts at no event from a right answer', () => {
    expect(explained('FIN-WAIT-1')).toMatchObject({ key: ['state:FIN-WAIT-1'], parting: null })
  })

  it('parts where somebody stays in a state that is only passed', () => {
    const { key, parting, change } = explained('SYN-SENT')
    expect(key).toEqual(['state:FIN-WAIT-1'])
    if (parting?.kind !== 'check') throw new Error('It parts at no check')
    expect(checks[1]).toContain(parting.application.rule)
    expect(change).toBeNull()
  })

  it('parts where a belief leaves the way: SYN-RECEIVED taken for the client’s, long before the last event', () => {
    const sending = askAfterEvents({ ...asked, events: [...asked.events.slice(0, 2), send] })
    const { key, parting } = afterEvents.explain(sending, { form: 'choice', option: stateOption('SYN-RECEIVED') })
    expect(key).toEqual(['state:ESTABLISHED'])
    if (parting?.kind !== 'check') throw new Error('It parts at no check')
    expect(checks[1]).toContain(parting.application.rule)
    const last = situationsAlong(sending)[2]
    if (last === undefined) throw new Error('A sequence of three events')
    expect(runOf(last).moves.flatMap((move) => move.checks)).not.toContain(parting.application.rule)
  })

  it('parts at the last event where nothing says more', () => {
    const { parting } = explained('CLOSE-WAIT')
    if (parting?.kind !== 'check') throw new Error('It parts at no check')
    expect(checks[2]).toContain(parting.application.rule)
  })
})
