import { describe, expect, it } from 'vitest'
import { checks } from '../tcp/event-processing/checks'
import { findRule } from '../tcp/rules'
import { deriveBank } from './bank'
import { changeTo, partingFrom, runOf, runOfRule } from './explanation'
import { explainAnswer, isRightOption, offeredBy } from './kinds/all'
import { selectsIss } from './kinds/numbers'
import { rightAnswer } from './verify'

const { items } = deriveBank()
const rule = (id: string) => {
  const found = findRule(id)
  if (found === undefined) throw new Error(id)
  return found
}

describe('where an answer parts', () => {
  const finInEstablished = runOfRule(rule('established.rcv-fin.seg-seq-rcv-nxt.ack-in-range'))

  it('is the check that decides, where the answer belongs to another event or state', () => {
    const decides = finInEstablished.moves[0]?.checks.at(-1)
    const parting = { kind: 'check', application: { rule: decides, cite: decides && checks[decides] } }
    const close = {
      rule: 'established.close.nothing-queued-to-send',
      state: null,
      on: 'CLOSE',
      conditions: [],
    } as const
    expect(partingFrom(finInEstablished, close)).toEqual(parting)
    expect(partingFrom(finInEstablished, null)).toEqual(parting)
  })

  it('is the first check that is not shared, where the same event could have led there', () => {
    const other = {
      rule: 'established.rcv-fin.not-acceptable',
      state: null,
      on: null,
      conditions: ['not acceptable'],
    } as const
    const theirs = runOfRule(rule(other.rule)).moves[0]?.checks
    const own = finInEstablished.moves[0]?.checks ?? []
    const first = own.find((check, index) => theirs?.[index] !== check)
    expect(partingFrom(finInEstablished, other)).toMatchObject({ application: { rule: first } })
  })
})

describe('the change that would have made it right', () => {
  const difference = { rule: 'listen.rcv-syn', state: null, on: null, conditions: [] } as const

  it('is of one thing: conditions, the event, or the state', () => {
    expect(changeTo(null)).toBe(null)
    for (const one of [
      { ...difference, conditions: ['not acceptable'] },
      { ...difference, on: 'CLOSE' },
      { ...difference, state: 'LISTEN' },
    ] as const)
      expect(changeTo(one)).toEqual({ kind: 'rule', difference: one })
  })

  it('is none where state and event would both have to be others', () => {
    expect(changeTo({ ...difference, state: 'LISTEN', on: 'CLOSE' })).toBe(null)
    expect(changeTo({ ...difference, state: 'LISTEN', conditions: ['not acceptable'] })).toBe(null)
  })

  it('is told for nearly every wrong option of what an endpoint does', () => {
    const told = items.flatMap(({ body }) =>
      ['next-state', 'what-is-sent', 'click-state'].includes(body.kind)
        ? offeredBy(body)
            .filter((option) => !isRightOption(body, option))
            .map((option) => explainAnswer(body, { form: 'choice', option }).change !== null)
        : [],
    )
    expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.6)
  })
})

describe('numbers', () => {
  it('that are wrong are told where the right one comes from, and what it is', () => {
    for (const { id, body } of items) {
      if (body.kind !== 'numbers') continue
      const right = rightAnswer(body)
      if (right?.form !== 'numbers' || right.seq === null) throw new Error(id)
      const seq = explainAnswer(body, { ...right, seq: right.seq + 7 }).parting
      expect(seq, id).toMatchObject({ kind: 'number', field: 'SEQ', value: right.seq })
      const ack = explainAnswer(body, { ...right, ack: (right.ack ?? 0) + 7 }).parting
      expect(ack, id).toMatchObject({ kind: 'number', field: 'ACK', value: right.ack })
      expect(explainAnswer(body, right).parting).toBe(null)
      if (selectsIss(body)) expect(seq, id).toMatchObject({ source: 'ISS' })
      if (ack?.kind === 'number') expect(ack.source === 'none', id).toBe(right.ack === null)
    }
  })
})

describe('what the user hears', () => {
  it('is never offered as wrong, whoever else is told it', () => {
    for (const { id, body } of items) {
      if (body.kind !== 'user-told') continue
      const told = new Set<string>(runOf(body.situation).responses.map(({ text }) => `told:${text}`))
      expect(offeredBy(body).filter((option) => told.has(option)).length, id).toBeLessThanOrEqual(1)
    }
  })
})

it('no item asks what becomes of a SYN in TIME-WAIT, which may reopen the connection (MAY-2)', () => {
  expect(items.filter(({ fact }) => fact.startsWith('rule/time-wait.rcv-syn'))).toEqual([])
})
