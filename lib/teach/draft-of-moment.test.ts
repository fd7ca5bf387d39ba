import { describe, expect, it } from 'vitest'
import type { Configuration } from '../tcp/peers/configuration'
import { makeMove, type PeerMove, type Step } from '../tcp/peers/move'
import { noTcb } from '../tcp/tcb'
import { composeBody } from './compose-body'
import { draftOfMoment, type Moment } from './draft-of-moment'

/** Both ends CLOSED, numbered as in the RFC's figures. */
const closed: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: 9,
  duplicates: 9,
}

const call = (side: 'A' | 'B', name: 'SEND' | 'RECEIVE' | 'CLOSE' | 'ABORT'): PeerMove => ({
  kind: 'call',
  side,
  call: name === 'SEND' ? { kind: 'call', call: 'SEND', len: 10 } : { kind: 'call', call: name },
})
const passive: PeerMove = {
  kind: 'call',
  side: 'B',
  call: { kind: 'call', call: 'OPEN', mode: 'passive', remote: false },
}
const active: PeerMove = { kind: 'call', side: 'A', call: { kind: 'call', call: 'OPEN', mode: 'active', remote: true } }

/** The move that does something to the nth segment in flight, from 0. */
type OfFlight = (at: Configuration) => PeerMove
const inFlight =
  (kind: 'deliver' | 'lose' | 'duplicate', nth = 0): OfFlight =>
  ({ flight }) => {
    const segment = flight[nth]
    if (segment === undefined) throw new Error(`Nothing is in flight at ${nth}`)
    return { kind, segment }
  }

function momentAfter(moves: readonly (PeerMove | OfFlight)[], profile: Moment['profile'] = 'rfc9293'): Moment {
  let at = closed
  const steps: Step[] = moves.map((move) => {
    const step = makeMove(profile, at, typeof move === 'function' ? move(at) : move)
    at = step.after
    return step
  })
  return { profile, steps }
}

const handshake = [passive, active, inFlight('deliver'), inFlight('deliver'), inFlight('deliver')]

const plain = { opened: 'active', remote: false, sendsQueued: false, textAwaiting: false, dataOut: false } as const

describe('a moment of two peers as a draft of a question', () => {
  it('a call: the endpoint as it stood, and where it leads', () => {
    expect(draftOfMoment(momentAfter([...handshake, call('A', 'CLOSE')]))).toEqual({
      kind: 'drafted',
      draft: {
        about: 'situation',
        query: 'next-state',
        endpoint: { ...plain, state: 'ESTABLISHED' },
        events: [{ kind: 'call', call: 'CLOSE' }],
      },
    })
  })

  it('a segment is said by what it is to whom it reaches, and not by its numbers', () => {
    expect(draftOfMoment(momentAfter(handshake))).toMatchObject({
      draft: {
        endpoint: { state: 'SYN-RECEIVED', opened: 'passive' },
        events: [{ kind: 'segment', ctl: ['ACK'], seq: 'expected', ack: 'all', len: 0 }],
      },
    })
  })

  it('where the state stays, what is sent is asked; where nothing is, what the user is told', () => {
    const again = [...handshake.slice(0, 2), inFlight('duplicate'), ...handshake.slice(2, 3), inFlight('deliver')]
    expect(draftOfMoment(momentAfter(again))).toMatchObject({ draft: { query: 'what-is-sent' } })
    expect(draftOfMoment(momentAfter([...handshake, active]))).toMatchObject({ draft: { query: 'user-told' } })
  })

  it('what can only be told by what came before is a sequence of events', () => {
    const waiting = [...handshake, call('B', 'RECEIVE'), call('A', 'SEND'), inFlight('deliver')]
    const told = draftOfMoment(momentAfter(waiting))
    expect(told).toMatchObject({
      draft: {
        query: 'after-events',
        endpoint: { state: 'ESTABLISHED' },
        events: [{ call: 'RECEIVE' }, { kind: 'segment', seq: 'expected', len: 10 }],
      },
    })
    expect(told.kind === 'drafted' && composeBody(told.draft)).toMatchObject({ kind: 'composed' })
  })

  it.each([
    ['nothing happened', momentAfter([])],
    ['network alone', momentAfter([passive, active, inFlight('lose')])],
    ['network alone', momentAfter([passive, active, inFlight('duplicate')])],
    ['crash', momentAfter([...handshake, { kind: 'crash', side: 'A' }])],
    ['other reading', momentAfter([passive, active], 'rfc793')],
    // Six RECEIVEs wait by then, and a question has six events at the most.
    ['cannot be told', momentAfter([...handshake, ...Array.from({ length: 7 }, () => call('A', 'RECEIVE'))])],
  ] as const)('is refused: %s', (error, moment) => {
    expect(draftOfMoment(moment)).toEqual({ kind: 'refused', error })
  })

  it('where the RFC leaves a choice, nothing is asked', () => {
    expect(draftOfMoment(momentAfter([...handshake, call('A', 'ABORT')]))).toEqual({
      kind: 'not composed',
      why: { kind: 'ambiguous', at: 'reset-issuer' },
    })
  })
})
