import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRule } from '@/lib/tcp/rules'
import { run } from '@/lib/tcp/run'
import type { Segment } from '@/lib/tcp/segment'
import { arbitrarySituation, type Situation } from '@/lib/tcp/situations.testing'
import type { Tcb } from '@/lib/tcp/tcb'
import { stepAnswerSchema } from './answer-step'
import { answerTo, arrives, closed, established, listening, sent } from './requests.testing'

const last = 2 ** 32 - 1
const synSent = { ...closed, state: 'SYN-SENT', opened: 'active', iss: 100, sndUna: 100, sndNxt: 101, rcvWnd: 1000 }
const synReceived = { ...synSent, state: 'SYN-RECEIVED', irs: 300, rcvNxt: 301 }
const finWait1 = { ...established, state: 'FIN-WAIT-1', sndNxt: 101 }
const timeWait = { ...established, state: 'TIME-WAIT', sndUna: 101, sndNxt: 101, rcvNxt: 301 }

describe('POST /api/step', () => {
  it.each([
    ['3.10.7.4 second, RFC 5961 3', 'rfc9293', '<SEQ=310><CTL=RST>', 'ESTABLISHED', ['<SEQ=100><ACK=300><CTL=ACK>']],
    ['3.10.7.4 second, at RCV.NXT', 'rfc9293', '<SEQ=300><CTL=RST>', 'CLOSED', []],
    ['3.10.7.4 first, outside', 'rfc9293', '<SEQ=1300><CTL=RST>', 'ESTABLISHED', []],
    ['3.5.3', 'rfc9293-no-5961', '<SEQ=310><CTL=RST>', 'CLOSED', []],
    ['RFC 793 3.9', 'rfc793', '<SEQ=310><CTL=RST>', 'CLOSED', []],
    ['3.10.7.4 fourth, RFC 5961 4', 'rfc9293', '<SEQ=310><CTL=SYN>', 'ESTABLISHED', ['<SEQ=100><ACK=300><CTL=ACK>']],
    ['3.10.7.4 fourth, 3.5.2', 'rfc9293-no-5961', '<SEQ=310><CTL=SYN>', 'CLOSED', ['<SEQ=0><ACK=311><CTL=RST,ACK>']],
    ['RFC 793 3.9', 'rfc793', '<SEQ=310><ACK=100><CTL=SYN,ACK>', 'CLOSED', ['<SEQ=100><CTL=RST>']],
    ['3.10.7.4 fifth', 'rfc9293', '<SEQ=300><ACK=200><CTL=ACK>', 'ESTABLISHED', ['<SEQ=100><ACK=300><CTL=ACK>']],
  ])('%s under %s: %s in ESTABLISHED', (_, profile, notation, state, sends) => {
    const answer = answerTo({ profile, tcb: established, event: arrives(notation) })
    expect([answer.state, sent(answer)]).toEqual([state, sends])
  })

  it.each([
    ['3.10.1', closed, { call: 'OPEN', mode: 'active', remote: true }, 'SYN-SENT', [`<SEQ=${last}><CTL=SYN>`]],
    [
      '3.10.7.3 fourth: SND.NXT is 0',
      { ...synSent, iss: last, sndUna: last, sndNxt: 0 },
      arrives(`<SEQ=${last}><ACK=0><CTL=SYN,ACK>`),
      'ESTABLISHED',
      ['<SEQ=0><ACK=0><CTL=ACK>'],
    ],
    [
      '3.10.7.4 seventh: text over the end of the numbers',
      { ...established, rcvNxt: last - 4 },
      arrives(`<SEQ=${last - 4}><ACK=100><DATA=10><CTL=ACK>`),
      'ESTABLISHED',
      ['<SEQ=100><ACK=5><CTL=ACK>'],
    ],
    [
      '3.10.7.4 eighth: the FIN has the last number',
      { ...established, rcvNxt: last },
      arrives(`<SEQ=${last}><ACK=100><CTL=FIN,ACK>`),
      'CLOSE-WAIT',
      ['<SEQ=100><ACK=0><CTL=ACK>'],
    ],
    [
      '3.10.7.4 fifth: our FIN has the last number',
      { ...finWait1, sndUna: last, sndNxt: 0 },
      arrives('<SEQ=300><ACK=0><CTL=ACK>'),
      'FIN-WAIT-2',
      [],
    ],
    [
      '3.10.7.4 first: a window over the end of the numbers',
      { ...established, rcvNxt: last - 9, rcvWnd: 20 },
      arrives('<SEQ=10><ACK=100><DATA=1><CTL=ACK>'),
      'ESTABLISHED',
      [`<SEQ=100><ACK=${last - 9}><CTL=ACK>`],
    ],
  ])('%s, modulo 2^32', (_, tcb, event, state, sends) => {
    const answer = answerTo({ tcb, event, iss: last })
    expect([answer.state, sent(answer)]).toEqual([state, sends])
  })

  it.each([
    ['3.10.4', closed, { call: 'CLOSE' }, ['error: connection does not exist']],
    ['3.10.4', { ...established, state: 'TIME-WAIT' }, { call: 'CLOSE' }, ['error: connection closing']],
    ['3.10.6', established, { call: 'STATUS' }, ['state = ESTABLISHED']],
    ['3.10.1', listening, { call: 'OPEN', mode: 'active', remote: false }, ['error: remote socket unspecified']],
    ['3.10.7.4 second', synReceived, arrives('<SEQ=301><CTL=RST>'), ['connection refused']],
    ['3.10.8, said once', established, { timeout: 'user' }, ['error: connection aborted due to user timeout']],
    [
      '3.10.7.4 second, with a RECEIVE outstanding',
      { ...established, receivesPending: 1 },
      arrives('<SEQ=300><CTL=RST>'),
      ['reset', 'connection reset'],
    ],
  ])('%s: the user is told in the words of the RFC', (_, tcb, event, response) => {
    expect(answerTo({ tcb, event }).response).toEqual(response)
  })

  it('lists the proof in the order of the RFC, with its places', () => {
    const answer = answerTo({ tcb: finWait1, event: arrives('<SEQ=300><ACK=101><CTL=FIN,ACK>') })
    expect(answer.proof).toEqual([
      { rule: 'sequence.acceptable', cite: '3.10.7.4 first' },
      { rule: 'ack.of-fin', cite: '3.10.7.4 fifth' },
      { rule: 'fin.to-time-wait', cite: '3.10.7.4 eighth' },
      {
        rule: 'fin-wait-1.rcv-fin.seg-seq-rcv-nxt.acknowledges-our-fin',
        cite: '3.10.7.4 fifth, 3.10.7.4 eighth, Figure 5 note 2',
      },
    ])
  })

  it('names an ambiguous place, and only where it passed one', () => {
    const again = arrives('<SEQ=300><ACK=101><CTL=FIN,ACK>')
    expect(answerTo({ tcb: timeWait, event: again }).ambiguous).toBe('retransmitted-fin-in-time-wait')
    expect(answerTo({ tcb: finWait1, event: again })).not.toHaveProperty('ambiguous')
  })

  it('selects tcb.iss where the request names no ISS', () => {
    const tcb = { ...listening, iss: 7 }
    expect(sent(answerTo({ tcb, event: arrives('<SEQ=90><CTL=SYN>') }))).toEqual(['<SEQ=7><ACK=91><CTL=SYN,ACK>'])
  })

  it('takes a queue as octets or as a boolean', () => {
    const queued = { ...established, sendQueued: true }
    expect(answerTo({ tcb: queued, event: { call: 'CLOSE' } })).toMatchObject({ state: 'FIN-WAIT-1', emits: [] })
    const waiting = { ...established, state: 'CLOSE-WAIT', receiveQueued: true }
    expect(answerTo({ tcb: waiting, event: { call: 'RECEIVE' } })).toMatchObject({ response: [] })
  })

  it('lets a FIN wait behind the SENDs that FIN-WAIT-1 still has queued (3.10.4)', () => {
    const tcb = { ...established, state: 'FIN-WAIT-1', sndNxt: 110, sendQueued: 5 }
    expect(answerTo({ tcb, event: arrives('<SEQ=300><ACK=110><CTL=ACK>') })).toMatchObject({
      state: 'FIN-WAIT-1',
      tcb: { closeQueued: true },
    })
  })

  it.each(['rcvNxt', 'irs', 'sndUna', 'sndNxt', 'sendQueued'])('asks nothing of %s in LISTEN', (field) => {
    const answer = answerTo({ tcb: { ...listening, [field]: 12 }, event: arrives('<SEQ=90><CTL=SYN>'), iss: 7 })
    expect(answer).toEqual(answerTo({ tcb: listening, event: arrives('<SEQ=90><CTL=SYN>'), iss: 7 }))
  })
})

/** LAST-ACK with SENDs queued is generated for the machine's sake; no run of events leads there. */
function isReachable({ state, closeQueued }: Tcb): boolean {
  return state !== 'LAST-ACK' || !closeQueued
}

function toJson(segment: Segment) {
  const { ack, ...rest } = segment
  return ack === null ? rest : segment
}

function requestOf({ tcb, event, profile, iss }: Situation) {
  const { kind, ...rest } = event.kind === 'segment' ? { ...event, segment: toJson(event.segment) } : event
  return { profile, tcb: { ...tcb, held: tcb.held.map(toJson) }, event: rest, iss, kind: undefined }
}

describe('the shape of /api/step', () => {
  it('takes every TCB and event that an endpoint can meet, and answers as the machine runs', async () => {
    await fc.assert(
      fc.property(
        arbitrarySituation.filter(({ tcb }) => isReachable(tcb)),
        (situation) => {
          const answer = answerTo(requestOf(situation))
          const { end, emits, ambiguous } = run(situation, situation.tcb, situation.event)
          expect(answer.tcb).toEqual({ ...end, held: end.held.map(toJson) })
          expect(answer.emits).toEqual(emits.map(toJson))
          expect(answer.ambiguous ?? null).toBe(ambiguous)
          expect(answer.proof.some(({ rule }) => findRule(rule) !== undefined)).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('takes back every TCB that it answers', async () => {
    await fc.assert(
      fc.property(
        arbitrarySituation.filter(({ tcb }) => isReachable(tcb)),
        (situation) => {
          const answer = answerTo(requestOf(situation))
          expect(stepAnswerSchema.parse(answer)).toEqual(answer)
          answerTo({ tcb: answer.tcb, event: { call: 'STATUS' } })
        },
      ),
      { numRuns: 2_000 },
    )
  }, 60_000)
})
