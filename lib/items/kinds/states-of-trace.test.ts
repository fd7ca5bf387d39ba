import { describe, expect, it } from 'vitest'
import type { Passed } from '../../observer/passed'
import type { Event } from '../../tcp/events'
import type { Side } from '../../tcp/peers/configuration'
import { run } from '../../tcp/run'
import { formatSegment } from '../../tcp/segment'
import type { State } from '../../tcp/states'
import { noTcb, type Tcb } from '../../tcp/tcb'
import { freshBody } from '../fresh'
import type { BodyOf } from '../item'
import { selectPath } from '../paths'
import { figureIsns } from '../traces'
import { passedSoFar, possibleStates, statesOfTrace } from './states-of-trace'

const items = statesOfTrace.make()

const calls: readonly Event[] = [
  { kind: 'call', call: 'OPEN', mode: 'passive', remote: false },
  { kind: 'call', call: 'OPEN', mode: 'active', remote: true },
  { kind: 'call', call: 'SEND', len: 50 },
  { kind: 'call', call: 'CLOSE' },
  { kind: 'call', call: 'ABORT' },
  { kind: 'timeout', timeout: 'retransmission' },
]

type Life = { readonly tcb: Tcb; readonly sent: number; readonly arrived: number; readonly ahead: boolean }

/**
 * By trying everything: an endpoint that makes any call at any time, and to whom of what has passed anything arrives, once
 * or not at all, in any order; of these lives, those that have sent just what the trace shows of it, each segment before it
 * passed. Of the sender of the last segment the state in which it sends that; of its receiver every state since it has sent
 * its own last, and while what it answers has not passed.
 */
function byTrying(trace: readonly Passed[], peer: Side): ReadonlySet<State> {
  const own = trace.flatMap(({ from, segment }, at) => (from === peer ? [{ at, text: formatSegment(segment) }] : []))
  const incoming = trace.flatMap(({ from, segment }, at) => (from === peer ? [] : [{ at, segment }]))
  const isSender = own.at(-1)?.at === trace.length - 1
  const found = new Set<State>()
  const known = new Set<string>()
  const live = (life: Life): void => {
    const key = JSON.stringify(life)
    if (known.has(key)) return
    known.add(key)
    if (!isSender && life.sent === own.length) found.add(life.tcb.state)
    // 2 MSL may be over before the last segment arrives, once the ACK of the FIN has passed.
    const isEarly = (life.arrived & (1 << (incoming.length - 1))) === 0
    if (!isSender && life.tcb.state === 'TIME-WAIT' && !life.ahead && isEarly) found.add('CLOSED')
    for (const [event, arrived] of eventsIn(life)) {
      for (const next of after(life, event, arrived)) {
        if (isSender && next.sent === own.length && next.sent > life.sent) found.add(next.tcb.state)
        live(next)
      }
    }
  }
  const eventsIn = ({ sent, arrived, ahead }: Life): readonly (readonly [Event, number])[] => {
    const next = own[sent]?.at ?? trace.length
    const arrivals = incoming.flatMap(({ at, segment }, index) =>
      at < next && (arrived & (1 << index)) === 0
        ? [[{ kind: 'segment', segment }, arrived | (1 << index)] as const]
        : [],
    )
    return ahead ? arrivals : [...calls.map((call) => [call, arrived] as const), ...arrivals]
  }
  const after = ({ tcb, sent, arrived: before, ahead }: Life, event: Event, arrived: number): readonly Life[] => {
    const { end, emits } = run({ profile: 'rfc9293', iss: figureIsns[peer] }, tcb, event)
    const isArrival = event.kind === 'segment'
    // What is taken for granted: nobody gives up unseen, nobody listens anew, what is called does not wait to be sent.
    const isUnseen =
      !isArrival && emits.length === 0 && (end.state === 'CLOSED' || end.sendQueued > 0 || end.closeQueued)
    const isAnew = end.state === 'LISTEN' && sent + before > 0
    if (isUnseen || isAnew) return []
    const texts = emits.map(formatSegment)
    const life = { tcb: end, sent, arrived, ahead }
    if (isArrival && sent === own.length && texts.length > 0) return [{ ...life, ahead: true }]
    const shown = texts.every((text, index) => own[sent + index]?.text === text)
      ? [{ ...life, sent: sent + texts.length }]
      : []
    // An ACK may wait for what carries it (MUST-58).
    const isBare = emits.length === 1 && emits[0]?.ctl.join() === 'ACK' && emits[0].len === 0
    return isArrival && isBare && sent < own.length ? [...shown, life] : shown
  }
  live({ tcb: noTcb, sent: 0, arrived: 0, ahead: false })
  return found
}

describe('the questions', () => {
  it('are so many, about as many sights', () => {
    const sizes: Record<number, number> = {}
    for (const { body } of items) sizes[possibleStates(body).length] = (sizes[possibleStates(body).length] ?? 0) + 1
    expect(sizes).toMatchInlineSnapshot(`
      {
        "1": 22,
        "2": 17,
        "3": 5,
      }
    `)
    expect(new Set(items.map(({ fact }) => fact)).size).toBe(items.length)
  })

  it('have as key what trying everything finds', () => {
    const differing = items.flatMap(({ id, body }) => {
      const tried = byTrying(passedSoFar(body), body.peer)
      const possible = possibleStates(body)
      const missed = [...tried].filter((state) => !possible.includes(state))
      const extra = possible.filter((state) => !tried.has(state))
      return missed.length + extra.length === 0 ? [] : [`${id}: missed ${missed} extra ${extra}`]
    })
    expect(differing).toEqual([])
  })

  it('offer the set, and at least two states that do not belong to it', () => {
    for (const { id, body } of items) {
      const right = body.options.filter((option) => statesOfTrace.isRight(body, option))
      expect(right, id).toEqual(
        possibleStates(body)
          .map((state) => `state:${state}`)
          .sort(),
      )
      expect(body.options.length - right.length, id).toBeGreaterThan(1)
      expect(statesOfTrace.score(body, { form: 'several', options: right }), id).toBe(true)
      expect(statesOfTrace.score(body, { form: 'several', options: right.slice(1) }), id).toBe(false)
    }
  })

  it('have the same answer with any initial sequence numbers', () => {
    for (const { id, fact, body } of items) {
      const fresh = freshBody(body, fact, 3) as BodyOf<'states-of-trace'>
      expect(possibleStates(fresh), id).toEqual(possibleStates(body))
      expect(possibleStates({ ...body, isns: { A: 4294967295, B: 4294967200 } }), id).toEqual(possibleStates(body))
    }
  })

  it('hold what the machine itself was in when it ran the path', () => {
    const normal = selectPath('normal-close')
    expect(normal.lines[1]).toMatchObject({ cue: 'arrive A', A: 'FIN-WAIT-1', B: 'CLOSE-WAIT' })
    const asked = items.find(({ id }) => id === 'states-of-trace/normal-close/4/B')
    expect(asked && possibleStates(asked.body)).toEqual(['SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT'])
  })

  it('name what was missed and what was too much', () => {
    const body = items.find(({ id }) => id === 'states-of-trace/normal-close/4/B')?.body
    if (body === undefined) throw new Error('No such question')
    const wrong = body.options.find((option) => !statesOfTrace.isRight(body, option)) ?? ''
    const { parting } = statesOfTrace.explain(body, { form: 'several', options: ['state:CLOSE-WAIT', wrong] })
    expect(parting).toEqual({
      kind: 'set',
      missed: ['ESTABLISHED', 'SYN-RECEIVED'],
      extra: [wrong.replace('state:', '')],
    })
  })
})
