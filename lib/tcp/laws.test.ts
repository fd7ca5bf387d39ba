import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCitation } from './citations'
import {
  arrives,
  call,
  closeWait,
  closing,
  established,
  finWait1,
  inState,
  listening,
  segmentOf,
  synReceived,
  synSent,
  timeout,
} from './event-processing/endpoints.testing'
import type { Event } from './events'
import { findBroken, type LawName, laws } from './laws'
import { type Profile, profiles } from './profiles'
import { type Move, type Run, run } from './run'
import { arbitraryEvent, arbitrarySituation, everySituation } from './situations.testing'
import { noTcb, type Tcb } from './tcb'
import { everyNth, trials } from './trials.testing'

const share = process.env.SHARE_OF_TRIALS

describe('the laws of the machine', () => {
  it.each(Object.entries(laws))('"%s" cites what exists', (_, { cite }) => {
    expect(parseCitation(cite)).toMatchObject({ kind: 'citations' })
  })

  it('hold in a finite world', () => {
    const broken: string[] = []
    for (const { tcb, event, profile, iss } of everyNth(everySituation(), share === undefined ? 61 : 601)) {
      for (const law of findBroken(run({ profile, iss }, tcb, event))) {
        broken.push(`${law}: ${profile}, ${JSON.stringify(tcb)}, ${JSON.stringify(event)}`)
      }
    }
    expect(broken.slice(0, 5)).toEqual([])
  }, 60_000)

  it('hold in any situation', async () => {
    await fc.assert(
      fc.property(arbitrarySituation, ({ tcb, event, profile, iss }) => {
        expect(findBroken(run({ profile, iss }, tcb, event))).toEqual([])
      }),
      trials(1000, share),
    )
  }, 60_000)

  it('hold over random walks from CLOSED', async () => {
    await fc.assert(
      fc.property(fc.constantFrom(...profiles), fc.gen(), (profile, gen) => {
        let at = noTcb
        for (let step = 0; step < 30; step++) {
          const result: Run = run(
            { profile, iss: gen(fc.nat, { max: 2 ** 32 - 1 }) },
            at,
            gen(() => arbitraryEvent(at)),
          )
          expect(findBroken(result), JSON.stringify(at)).toEqual([])
          at = result.end
        }
      }),
      // To look for a shorter walk that breaks a law takes hours, and all memory: the seed and the law say enough.
      { ...trials(60, share), endOnFailure: true },
    )
  }, 60_000)
})

/** The run of one event with its one move changed, and its end and what it sends to match. */
function forged(tcb: Tcb, event: Event, changes: Partial<Move>, profile: Profile = 'rfc9293'): Run {
  const honest = run({ profile, iss: 0 }, tcb, event)
  expect(findBroken(honest)).toEqual([])
  const moves = honest.moves.map((move) => ({ ...move, ...changes }))
  const last = moves.at(-1)
  return { ...honest, moves, end: last?.after ?? honest.end, emits: last?.emits ?? [] }
}

const ack = segmentOf(101, 301, 0, 'ACK')
const sendingText = inState('ESTABLISHED', { sndNxt: 111 })

describe('a forged run breaks the law', () => {
  it.each<[LawName, Tcb, Event, Partial<Move>]>([
    ['every event has an answer, by a rule of the grid', established, call('STATUS'), { rule: 'established.nothing' }],
    ['every event has an answer, by a rule of the grid', established, call('STATUS'), { checks: [] }],
    ['the same event on the same TCB leads to the same', established, call('STATUS'), { after: closeWait }],
    ['a change of state is a transition, and nothing else is', established, call('STATUS'), { after: closeWait }],
    [
      'an event that cannot occur changes nothing',
      established,
      timeout('time-wait'),
      { after: { ...established, sndNxt: 102 } },
    ],
    ['an event that cannot occur changes nothing', established, timeout('time-wait'), { emits: [ack] }],
    [
      'an event that cannot occur changes nothing',
      established,
      timeout('time-wait'),
      { responses: [{ to: 'caller', text: 'ok' }] },
    ],
    ['STATUS and refused calls change nothing', finWait1, call('SEND'), { after: { ...finWait1, sendQueued: 10 } }],
    ['STATUS and refused calls change nothing', finWait1, call('SEND'), { emits: [ack] }],
    ['STATUS and refused calls change nothing', finWait1, call('SEND'), { responses: [] }],
    ['CLOSED means that there is no TCB', listening, call('CLOSE'), { after: { ...noTcb, rcvWnd: 1 } }],
    ['nothing but OPEN leaves CLOSED', noTcb, arrives(1, null, 0, 'SYN'), { after: synReceived }],
    [
      'an unacceptable segment is dropped, and answered by an ACK unless it is a reset',
      established,
      arrives(300, 101, 0, 'ACK'),
      { emits: [] },
    ],
    [
      'an unacceptable segment is dropped, and answered by an ACK unless it is a reset',
      established,
      arrives(300, 101, 0, 'FIN,ACK'),
      { after: closeWait },
    ],
    [
      'an unacceptable segment is dropped, and answered by an ACK unless it is a reset',
      established,
      arrives(300, null, 0, 'RST'),
      { emits: [ack] },
    ],
    ['a reset never answers a reset', noTcb, arrives(1, 2, 0, 'RST,ACK'), { emits: [segmentOf(2, null, 0, 'RST')] }],
    [
      'a reset that answers a segment is numbered so that its sender believes it',
      noTcb,
      arrives(1, 2, 0, 'ACK'),
      { emits: [segmentOf(0, 1, 0, 'RST,ACK')] },
    ],
    [
      'a reset that answers a segment is numbered so that its sender believes it',
      noTcb,
      arrives(1, null, 0, 'SYN'),
      { emits: [segmentOf(0, 1, 0, 'RST,ACK')] },
    ],
    ['SND.UNA =< SND.NXT', established, arrives(301, 101, 0, 'ACK'), { after: { ...established, sndUna: 102 } }],
    [
      'SND.UNA goes forward, to a number that the peer acknowledged',
      sendingText,
      arrives(301, 105, 0, 'ACK'),
      { after: { ...sendingText, sndUna: 106 } },
    ],
    [
      'SND.UNA goes forward, to a number that the peer acknowledged',
      sendingText,
      arrives(301, 100, 0, 'ACK'),
      { after: { ...sendingText, sndUna: 100 } },
    ],
    [
      'RCV.NXT goes forward, within the window',
      established,
      arrives(301, 101, 0, 'ACK'),
      { after: { ...established, rcvNxt: 300 } },
    ],
    [
      'RCV.NXT goes forward, within the window',
      established,
      arrives(301, 101, 10, 'ACK'),
      { after: { ...established, rcvNxt: 1302 } },
    ],
    [
      'sequence space is spent by the SYN, FIN and text that are sent, and by nothing else',
      established,
      call('SEND'),
      { after: { ...established, sndNxt: 112 } },
    ],
    [
      'sequence space is spent by the SYN, FIN and text that are sent, and by nothing else',
      established,
      call('SEND'),
      { emits: [] },
    ],
    ['every ACK says RCV.NXT', established, call('SEND'), { emits: [segmentOf(101, 300, 10, 'ACK')] }],
    [
      'no SYN is sent in a synchronized state, unless ours is still unacknowledged',
      sendingText,
      timeout('retransmission'),
      { emits: [segmentOf(100, 301, 0, 'SYN,ACK')] },
    ],
    [
      'our FIN is sent once, retransmissions apart',
      closing,
      call('CLOSE'),
      { emits: [segmentOf(102, 302, 0, 'FIN,ACK')] },
    ],
    [
      'our FIN is sent once, retransmissions apart',
      sendingText,
      timeout('retransmission'),
      { emits: [segmentOf(101, 301, 0, 'FIN,ACK')] },
    ],
    ['no text is sent after our FIN', finWait1, call('SEND'), { emits: [segmentOf(102, 301, 10, 'ACK')] }],
    ['no text is sent after our FIN', finWait1, timeout('retransmission'), { emits: [segmentOf(101, 301, 1, 'ACK')] }],
    [
      'text is delivered only as RCV.NXT goes over it',
      established,
      arrives(301, 101, 10, 'ACK'),
      { after: { ...established, rcvNxt: 311, receiveQueued: 11 } },
    ],
    [
      'only the differences of numbers count',
      established,
      call('SEND'),
      { after: { ...established, sndNxt: 111, sendQueued: 1 } },
    ],
    [
      'URG and PSH change neither the TCB nor what is sent',
      established,
      arrives(301, 101, 10, 'ACK,PSH,URG'),
      { after: established },
    ],
  ])('%s', (law, tcb, event, changes) => {
    const broken = findBroken(forged(tcb, event, changes))
    expect(broken.filter((name) => name.startsWith(law)).length, `${broken}`).toBe(1)
  })

  it('no ACK is sent that a later segment of the run makes needless', () => {
    const honest = run({ profile: 'rfc9293', iss: 0 }, synSent, arrives(300, 101, 10, 'SYN,ACK'))
    const emits = honest.moves.flatMap((move) => move.emits)
    expect(emits).toHaveLength(2)
    const law: LawName = 'no ACK is sent that a later segment of the run makes needless'
    expect(findBroken({ ...honest, emits })).toContain(law)
    expect(findBroken({ ...honest, emits: [] })).toContain(law)
  })
})
