import { describe, expect, it } from 'vitest'
import type { Ambiguity } from './ambiguities'
import {
  arrives,
  call,
  closeWait,
  established,
  inState,
  listening,
  segmentOf,
  synReceived,
  synSent,
  timeout,
} from './event-processing/endpoints.testing'
import type { Event } from './events'
import type { Profile } from './profiles'
import { aggregated, proofOf, run } from './run'
import { noTcb, type Tcb } from './tcb'

const canon = { profile: 'rfc9293', iss: 0 } as const
const crossed = inState('SYN-RECEIVED', { sndUna: 100 })
const shut = inState('ESTABLISHED', { rcvWnd: 0 })

describe('the proof of a run', () => {
  it('lists the checks of each move in order, then its rule, each with its place in the RFC', () => {
    const tcb = { ...synReceived, sendQueued: 10 }
    expect(proofOf(run(canon, tcb, arrives(101, 301, 0, 'ACK')))).toEqual([
      { rule: 'sequence.acceptable', cite: '3.10.7.4 first' },
      { rule: 'ack.of-syn', cite: '3.10.7.4 fifth' },
      { rule: 'syn-received.rcv-ack.seg-seq-rcv-nxt.acknowledges-our-syn', cite: '3.10.7.4 fifth' },
      { rule: 'send.text', cite: '3.10.2' },
      { rule: 'established.send.nothing-queued-to-send', cite: '3.10.2' },
    ])
  })

  it('goes through the steps of 3.10.7.4 in their order', () => {
    const [move] = run(canon, established, arrives(296, 101, 10, 'FIN,ACK,URG')).moves
    expect(move?.checks).toEqual([
      'sequence.acceptable',
      'sequence.trimmed',
      'ack.duplicate',
      'urg.signal',
      'text.delivered',
      'fin.to-close-wait',
    ])
  })

  it('keeps what a forged rule cannot be cited for empty', () => {
    const honest = run(canon, established, call('STATUS'))
    const moves = honest.moves.map((move) => ({ ...move, rule: 'established.nothing' }))
    expect(proofOf({ ...honest, moves }).at(-1)).toEqual({ rule: 'established.nothing', cite: '' })
  })

  it.each([
    ['CLOSED, OPEN', noTcb, call('SEND'), ['send.no-connection']],
    [
      'SYN-SENT, an acceptable ACK without SYN',
      synSent,
      arrives(300, 101, 0, 'ACK'),
      ['syn-sent.ack-acceptable', 'syn-sent.neither-syn-nor-rst'],
    ],
    ['SYN-SENT, neither ACK nor SYN', synSent, arrives(300, null, 0, ''), ['syn-sent.neither-syn-nor-rst']],
    [
      'SYN-SENT, a reset that acknowledges our SYN',
      synSent,
      arrives(0, 101, 0, 'RST,ACK'),
      ['syn-sent.ack-acceptable', 'syn-sent.rst'],
    ],
    ['ESTABLISHED, an old segment', established, arrives(300, 101, 0, 'ACK'), ['sequence.not-acceptable']],
    ['ESTABLISHED, an old reset', established, arrives(300, null, 0, 'RST'), ['sequence.rst-not-acceptable']],
    [
      'CLOSE-WAIT, text',
      closeWait,
      arrives(302, 101, 1, 'ACK'),
      ['sequence.acceptable', 'ack.duplicate', 'text.ignored'],
    ],
    [
      'TIME-WAIT, the FIN again',
      inState('TIME-WAIT', { sndUna: 102, sndNxt: 102, rcvNxt: 302 }),
      arrives(301, 102, 0, 'FIN,ACK'),
      ['sequence.fin-again'],
    ],
    ['ESTABLISHED, no timer running', established, timeout('time-wait'), ['timeout.not-running']],
  ] as const)('names the checks applied: %s', (_, tcb: Tcb, event: Event, checks) => {
    expect(run(canon, tcb, event).moves[0]?.checks).toEqual(checks)
  })
})

describe('the ambiguous place that a run passes', () => {
  it.each<[Ambiguity | null, string, Tcb, Event, Profile?]>([
    [null, 'STATUS', established, call('STATUS')],
    ['missing-connection-text', 'SEND in CLOSED', noTcb, call('SEND')],
    ['reset-issuer', 'ABORT', established, call('ABORT')],
    ['text-on-syn', 'a SYN with text in LISTEN', listening, arrives(100, null, 10, 'SYN')],
    ['text-on-syn', 'a SYN with FIN in LISTEN', listening, arrives(100, null, 0, 'SYN,FIN')],
    ['text-on-syn', 'a SYN with text in SYN-SENT', synSent, arrives(300, null, 10, 'SYN')],
    [null, 'a SYN alone in LISTEN', listening, arrives(100, null, 0, 'SYN')],
    [null, 'a SYN alone in SYN-SENT', synSent, arrives(300, null, 0, 'SYN')],
    [null, 'text without a SYN in LISTEN', listening, arrives(100, null, 10, '')],
    [null, 'text that acknowledges in LISTEN', listening, arrives(100, 1, 10, 'SYN,ACK')],
    [null, 'text with the SYN,ACK in SYN-SENT', synSent, arrives(300, 101, 10, 'SYN,ACK')],
    [null, 'text with SYN and RST in LISTEN', listening, arrives(100, null, 10, 'SYN,RST')],
    ['old-syn-with-new-text', 'an old SYN with text', synReceived, arrives(100, 301, 10, 'SYN,ACK')],
    [null, 'old text with new text', synReceived, arrives(100, 301, 10, 'ACK')],
    [null, 'an old SYN with text in ESTABLISHED', established, arrives(300, 101, 10, 'SYN,ACK'), 'rfc793'],
    ['syn-ack-in-syn-received', 'a crossed SYN,ACK', crossed, arrives(300, 101, 0, 'SYN,ACK')],
    ['zero-window', 'text at a closed window', shut, arrives(301, 101, 10, 'ACK')],
    [null, 'a bare ACK at a closed window', shut, arrives(301, 101, 0, 'ACK')],
    [null, 'text beyond a closed window', shut, arrives(302, 101, 10, 'ACK')],
    [null, 'old text at an open window', established, arrives(291, 101, 10, 'ACK')],
    [null, 'a reset with text at a closed window', shut, arrives(302, null, 10, 'RST')],
    ['segment-beyond-rcv-nxt', 'text beyond RCV.NXT', established, arrives(311, 101, 10, 'ACK')],
  ])('%s: %s', (ambiguity, _, tcb, event, profile = 'rfc9293') => {
    expect(run({ profile, iss: 0 }, tcb, event).ambiguous).toBe(ambiguity)
  })

  it('is the first of them', () => {
    const tcb = { ...crossed, held: [segmentOf(301, null, 10, '')] }
    expect(run(canon, tcb, arrives(300, 101, 0, 'SYN,ACK')).ambiguous).toBe('syn-ack-in-syn-received')
  })
})

describe('aggregated acknowledgments (MUST-58)', () => {
  const ack = segmentOf(101, 301, 0, 'ACK')
  const text = segmentOf(101, 311, 10, 'ACK')
  const fin = segmentOf(101, 311, 0, 'FIN,ACK')
  const reset = segmentOf(101, 311, 0, 'RST,ACK')
  const plainReset = segmentOf(101, null, 0, 'RST')

  it.each([
    ['nothing', [], []],
    ['one ACK', [ack], [ack]],
    ['two ACKs', [ack, ack], [ack]],
    ['an ACK before text', [ack, text], [text]],
    ['an ACK before a FIN', [ack, fin], [fin]],
    ['text before an ACK', [text, ack], [text, ack]],
    ['text before text', [text, text], [text, text]],
    ['a FIN before a FIN', [fin, fin], [fin, fin]],
    ['an ACK before a reset, which acknowledges nothing', [ack, plainReset], [ack, plainReset]],
    ['an ACK before a reset that answers', [ack, reset], [ack, reset]],
    ['a reset before an ACK', [plainReset, ack], [plainReset, ack]],
  ])('of %s', (_, emits, kept) => {
    expect(aggregated(emits)).toEqual(kept)
  })
})
