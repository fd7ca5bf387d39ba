import { describe, expect, it } from 'vitest'
import { dimensions, factsOf } from './conditions'
import { arrives, call, established, inState, open, synReceived, timeout } from './event-processing/endpoints.testing'
import { eventNames } from './events'
import { observe } from './observe'
import { profiles } from './profiles'
import { holds, nameOf, tracks, trimmed } from './replay/facts'
import { everySituation } from './situations.testing'
import { noTcb } from './tcb'
import { everyNth } from './trials.testing'

const share = process.env.SHARE_OF_TRIALS

describe('observe', () => {
  it.each([
    [open('passive', true), 'passive OPEN'],
    [open('passive', false), 'passive OPEN'],
    [open('active', true), 'active OPEN'],
    [open('active', false), 'active OPEN without a remote socket'],
    [call('SEND'), 'SEND'],
    [call('RECEIVE'), 'RECEIVE'],
    [call('CLOSE'), 'CLOSE'],
    [call('ABORT'), 'ABORT'],
    [call('STATUS'), 'STATUS'],
    [arrives(1, null, 0, 'RST'), 'rcv RST'],
    [arrives(1, 2, 0, 'RST,ACK'), 'rcv RST,ACK'],
    [arrives(1, null, 0, 'SYN'), 'rcv SYN'],
    [arrives(1, 2, 9, 'SYN,FIN,ACK'), 'rcv SYN,ACK'],
    [arrives(1, 2, 0, 'ACK'), 'rcv ACK'],
    [arrives(1, 2, 1, 'ACK'), 'rcv text'],
    [arrives(1, 2, 1, 'FIN,ACK'), 'rcv FIN'],
    [arrives(1, null, 9, 'FIN'), 'rcv segment without ACK'],
    [timeout('user'), 'USER TIMEOUT'],
    [timeout('retransmission'), 'RETRANSMISSION TIMEOUT'],
    [timeout('time-wait'), 'TIME-WAIT TIMEOUT'],
  ] as const)('names %o "%s"', (event, name) => {
    expect(observe('rfc9293', noTcb, event).on).toBe(name)
    expect(nameOf(event)).toBe(name)
    expect(eventNames).toContain(name)
  })

  it('sees one fact of each dimension', () => {
    const { facts, factList } = observe('rfc9293', established, arrives(301, 101, 0, 'ACK'))
    expect(factList).toEqual([
      'actively opened',
      'remote socket specified',
      'nothing queued to send',
      'no text awaiting delivery',
      'nothing unacknowledged',
      'SEG.SEQ = RCV.NXT',
      'acknowledges nothing new',
    ])
    expect(new Set(factsOf(facts))).toEqual(new Set(factList))
  })

  it('sees the other answer of each', () => {
    const tcb = inState('ESTABLISHED', {
      opened: 'passive',
      remote: false,
      sendQueued: 1,
      receiveQueued: 1,
      sndNxt: 111,
    })
    expect(observe('rfc9293', tcb, arrives(302, 111, 0, 'ACK')).factList).toEqual([
      'passively opened',
      'remote socket unspecified',
      'SENDs queued',
      'text awaiting delivery',
      'something unacknowledged',
      'in window beyond RCV.NXT',
      'acknowledges data',
    ])
  })

  it('takes an old SYN off before it names the event, where it is not challenged', () => {
    const oldSyn = arrives(100, 301, 10, 'SYN,ACK')
    expect(observe('rfc9293', synReceived, oldSyn)).toMatchObject({ on: 'rcv text' })
    const inEstablished = arrives(300, 101, 10, 'SYN,ACK')
    expect(profiles.map((profile) => observe(profile, established, inEstablished).on)).toEqual([
      'rcv SYN,ACK',
      'rcv text',
      'rcv text',
    ])
  })

  it('takes a FIN beyond the window off before it names the event', () => {
    const tcb = inState('ESTABLISHED', { rcvWnd: 10 })
    expect(observe('rfc9293', tcb, arrives(301, 101, 9, 'FIN,ACK')).on).toBe('rcv FIN')
    expect(observe('rfc9293', tcb, arrives(301, 101, 10, 'FIN,ACK')).on).toBe('rcv text')
  })

  it('agrees with the reading of the checker, which shares no code with it', () => {
    const differing: string[] = []
    for (const { tcb, event, profile } of everyNth(everySituation(), share === undefined ? 17 : 31)) {
      const { on, factList } = observe(profile, tcb, event)
      const segment = event.kind === 'segment' ? trimmed(profile, tcb, event.segment) : null
      const named = nameOf(segment === null ? event : { kind: 'segment', segment })
      const asked = Object.entries(dimensions).flatMap(([dimension, facts]) => {
        if (dimension === 'seq') return segment !== null && tracks(tcb) ? facts : []
        return dimension === 'ack' && segment === null ? [] : facts
      })
      const seen = asked.filter((fact) => holds(fact, profile, tcb, segment))
      if (on === named && seen.every((fact) => factList.includes(fact)) && seen.length === sizeOf(segment, tcb))
        continue
      differing.push(`${profile}, ${JSON.stringify(tcb)}, ${JSON.stringify(event)}: ${factList} or ${named}, ${seen}`)
    }
    expect(differing.slice(0, 5)).toEqual([])
  })
})

/** How many facts are to be seen: one of each dimension that is asked for. */
function sizeOf(segment: unknown, tcb: Parameters<typeof tracks>[0]): number {
  return 5 + (segment === null ? 0 : 1 + (tracks(tcb) ? 1 : 0))
}
