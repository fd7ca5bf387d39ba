import { describe, expect, it } from 'vitest'
import {
  arrives,
  call,
  closeWait,
  established,
  finWait2,
  inState,
  synReceived,
  synSent,
} from '../event-processing/endpoints.testing'
import type { Event } from '../events'
import type { Profile } from '../profiles'
import { grids, rules } from '../rules'
import { type Move, type Run, run } from '../run'
import { everySituation } from '../situations.testing'
import type { Tcb } from '../tcb'
import { everyNth } from '../trials.testing'
import { replay } from './replay'

const share = process.env.SHARE_OF_TRIALS

function prove(tcb: Tcb, event: Event, profile: Profile = 'rfc9293'): Run {
  return run({ profile, iss: 0 }, tcb, event)
}

/** The run with one of its moves changed, and its end to match. */
function forged(honest: Run, changes: Partial<Move>, index = 0): Run {
  const moves = honest.moves.map((move, at) => (at === index ? { ...move, ...changes } : move))
  return { ...honest, moves, end: moves.at(-1)?.after ?? honest.end }
}

// Made in the tests, not before them: so it is known which test asks for what.
const fin = () => prove(established, arrives(301, 101, 0, 'FIN,ACK'))
const text = () => prove({ ...established, sndNxt: 111 }, arrives(301, 111, 10, 'ACK'))
const close = () => prove(closeWait, call('CLOSE'))
/** Three moves: the ACK of our SYN, the queued SEND, the queued CLOSE. */
const released = () => prove({ ...synReceived, sendQueued: 10, closeQueued: true }, arrives(101, 301, 0, 'ACK'))

const finAck = { seq: 101, ack: 302, ctl: ['FIN', 'ACK'], len: 0 } as const
const finAfter = { ...closeWait }
const textAfter = inState('ESTABLISHED', { sndUna: 111, sndNxt: 111, rcvNxt: 311, receiveQueued: 10 })

describe('replay', () => {
  it.each([
    ['a FIN', fin, 1],
    ['text', text, 1],
    ['a CLOSE', close, 1],
    ['queued calls', released, 3],
  ])('holds for the proof of %s', (_, prover, moves) => {
    const honest = prover()
    expect(honest.moves).toHaveLength(moves)
    expect(replay(honest)).toEqual({ kind: 'holds' })
  })

  it.each([
    ['no such rule', fin, { rule: 'established.rcv-nothing' }, 'no rule established.rcv-nothing'],
    [
      'a rule of another profile',
      fin,
      { rule: 'rfc793:close-wait.close.nothing-queued-to-send' },
      'rule not in rfc9293',
    ],
    [
      'a rule of another state',
      fin,
      { rule: 'fin-wait-2.rcv-fin.seg-seq-rcv-nxt.ack-in-range' },
      'rule is for FIN-WAIT-2',
    ],
    ['another state before', fin, { before: finWait2 }, 'rule is for ESTABLISHED'],
    ['another state after', fin, { after: { ...finAfter, state: 'CLOSING' } }, 'rule leads to CLOSE-WAIT'],
    ['no check', fin, { checks: [] }, 'unknown check'],
    ['another event', fin, { event: arrives(301, 101, 0, 'ACK') }, 'event is rcv ACK'],
    ['a call for a segment', fin, { event: call('CLOSE') }, 'event is CLOSE'],
    ['a segment elsewhere', fin, { event: arrives(302, 101, 0, 'FIN,ACK') }, 'not so: SEG.SEQ = RCV.NXT'],
    ['an ACK of what was never sent', fin, { event: arrives(301, 102, 0, 'FIN,ACK') }, 'not so: ACK in range'],
    ['SND.UNA', text, { after: { ...textAfter, sndUna: 110 } }, 'SND.UNA is 110, must be 111'],
    ['SND.NXT', text, { after: { ...textAfter, sndNxt: 112 } }, 'SND.NXT is 112, must be 111'],
    ['RCV.NXT', text, { after: { ...textAfter, rcvNxt: 310 } }, 'RCV.NXT is 310, must be 311'],
    ['RCV.NXT over a FIN', fin, { after: { ...finAfter, rcvNxt: 301 } }, 'RCV.NXT is 301, must be 302'],
    ['nothing sent', fin, { emits: [] }, 'sent , must be <SEQ=101><ACK=302><CTL=ACK>'],
    [
      'another segment sent',
      close,
      { emits: [{ seq: 101, ack: 302, ctl: ['ACK'], len: 0 }] },
      'sent <SEQ=101><ACK=302><CTL=ACK>, must be <SEQ=101><ACK=302><CTL=FIN,ACK>',
    ],
    [
      'one segment too many',
      close,
      { emits: [finAck, finAck] },
      'sent <SEQ=101><ACK=302><CTL=FIN,ACK>,<SEQ=101><ACK=302><CTL=FIN,ACK>, must be <SEQ=101><ACK=302><CTL=FIN,ACK>',
    ],
    ['nothing told', fin, { responses: [] }, 'told , must be user: connection closing'],
    [
      'something else told',
      fin,
      { responses: [{ to: 'user', text: 'connection reset' }] },
      'told user: connection reset, must be user: connection closing',
    ],
    [
      'a response too many',
      text,
      {
        responses: [
          { to: 'outstanding SENDs', text: 'ok' },
          { to: 'outstanding CLOSE', text: 'ok' },
        ],
      },
      'told outstanding CLOSE: ok,outstanding SENDs: ok, must be outstanding SENDs: ok',
    ],
  ] as const)('refuses a proof with %s', (_, honest, changes: Partial<Move>, why) => {
    expect(replay(forged(honest(), changes))).toEqual({ kind: 'fails', move: 0, why })
  })

  it('refuses a check that does not exist', () => {
    const checks = [...(fin().moves[0]?.checks ?? []), 'fin.to-nowhere'] as Move['checks']
    expect(replay(forged(fin(), { checks }))).toEqual({ kind: 'fails', move: 0, why: 'unknown check' })
  })

  it('takes responses in any order', () => {
    const tcb = inState('ESTABLISHED', { sndNxt: 111, receivesPending: 1 })
    const honest = prove(tcb, arrives(301, 111, 0, 'FIN,ACK'))
    expect(honest.responses).toHaveLength(3)
    const [move] = honest.moves
    const responses = [...(move?.responses ?? [])].reverse()
    expect(replay(forged(honest, { responses }))).toEqual({ kind: 'holds' })
  })

  it('refuses a proof under another profile', () => {
    expect(replay({ ...close(), setting: { profile: 'rfc793', iss: 0 } })).toEqual({
      kind: 'fails',
      move: 0,
      why: 'rule not in rfc793',
    })
  })

  it('refuses a broken chain', () => {
    const [, second] = released().moves
    const before = { ...second?.before, irs: 99 } as Tcb
    expect(replay(forged(released(), { before }, 1))).toEqual({ kind: 'fails', move: 1, why: 'does not follow' })
  })

  it('finds the flaw of a later move', () => {
    expect(replay(forged(released(), { emits: [] }, 2))).toEqual({
      kind: 'fails',
      move: 2,
      why: 'sent , must be <SEQ=311><ACK=101><CTL=FIN,ACK>',
    })
  })

  it('refuses another end than that of the last move', () => {
    expect(replay({ ...released(), end: established })).toEqual({ kind: 'fails', move: 2, why: 'end' })
  })

  it('refuses a proof without moves', () => {
    expect(replay({ ...fin(), moves: [] })).toEqual({ kind: 'fails', move: 0, why: 'no move' })
  })

  it('refuses every other rule of the cell, in a finite world', () => {
    const passed: string[] = []
    for (const { tcb, event, profile, iss } of everyNth(everySituation(), share === undefined ? 31 : 61)) {
      const honest = run({ profile, iss }, tcb, event)
      for (const [index, move] of honest.moves.entries()) {
        const own = rules.find((rule) => rule.id === move.rule)
        if (own === undefined) throw new Error(`No rule "${move.rule}"`)
        for (const other of grids[profile][own.from][own.on]) {
          if (other === own) continue
          const verdict = replay(forged(honest, { rule: other.id }, index))
          if (verdict.kind === 'holds') passed.push(`${other.id} for ${own.id}: ${JSON.stringify(move)}`)
        }
      }
    }
    expect(passed.slice(0, 5)).toEqual([])
  }, 30_000)

  it('refuses numbers off by one, in a finite world', () => {
    const passed: string[] = []
    for (const { tcb, event, profile, iss } of everyNth(everySituation(), share === undefined ? 61 : 151)) {
      const honest = run({ profile, iss }, tcb, event)
      const last = honest.moves.length - 1
      const { after } = honest.moves[last] ?? { after: honest.end }
      for (const variable of ['sndUna', 'sndNxt', 'rcvNxt'] as const) {
        const verdict = replay(forged(honest, { after: { ...after, [variable]: (after[variable] + 1) >>> 0 } }, last))
        if (verdict.kind === 'holds') passed.push(`${variable}: ${JSON.stringify(honest.moves[last])}`)
      }
    }
    expect(passed.slice(0, 5)).toEqual([])
  }, 30_000)

  it('refuses a SYN that was not numbered ISS', () => {
    const opened = prove(synSent, arrives(300, null, 0, 'SYN'))
    expect(replay(forged(opened, { emits: [{ seq: 101, ack: 301, ctl: ['SYN', 'ACK'], len: 0 }] }))).toMatchObject({
      why: 'sent <SEQ=101><ACK=301><CTL=SYN,ACK>, must be <SEQ=100><ACK=301><CTL=SYN,ACK>',
    })
  })
})
