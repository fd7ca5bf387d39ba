import { describe, expect, it } from 'vitest'
import { type Condition, dimensions, type Fact, factSet, factsFor, factsOf, unions } from './conditions'
import { eventNames } from './events'
import { profiles } from './profiles'
import { findRule, grids, rules, rulesOf } from './rules'
import { states } from './states'
import { step } from './step'

describe('step', () => {
  it('finds the rule whose conditions hold', () => {
    const facts = factSet(['passively opened', 'SEG.SEQ = RCV.NXT', 'no ACK'])
    expect(step('rfc9293', 'SYN-RECEIVED', 'rcv RST', facts)).toMatchObject({
      id: 'syn-received.rcv-rst.seg-seq-rcv-nxt.passively-opened',
      to: 'LISTEN',
    })
  })

  it('throws where the facts answer no question of the cell', () => {
    expect(() => step('rfc793', 'SYN-RECEIVED', 'rcv RST', 0)).toThrow(
      'No rule for rcv RST in SYN-RECEIVED under rfc793',
    )
  })
})

describe('rules', () => {
  it('are found by id', () => {
    for (const rule of rules) expect(findRule(rule.id)).toBe(rule)
    expect(findRule('closed.rcv-nothing')).toBeUndefined()
  })

  it('are named by their profile where they are not of the canon', () => {
    const foreign = rules.filter((rule) => !rule.profiles.includes('rfc9293'))
    expect(foreign.length).toBeGreaterThan(0)
    for (const { id, profiles: inForce } of foreign) expect(id.startsWith(`${inForce[0]}:`), id).toBe(true)
    expect(rules.filter((rule) => rule.profiles.includes('rfc9293') && rule.id.includes(':'))).toEqual([])
  })

  it.each(profiles)('of %s are those in force, each in its cell of the grid', (profile) => {
    const inForce = rulesOf(profile)
    expect(inForce).toEqual(rules.filter((rule) => rule.profiles.includes(profile)))
    const cells = states.flatMap((state) => eventNames.flatMap((on) => grids[profile][state][on]))
    expect(new Set(cells)).toEqual(new Set(inForce))
    for (const state of states) {
      for (const on of eventNames) {
        for (const rule of grids[profile][state][on]) expect([rule.from, rule.on]).toEqual([state, on])
      }
    }
  })

  it('spell out what a row leaves unsaid', () => {
    expect(findRule('closed.passive-open')).toEqual({
      id: 'closed.passive-open',
      from: 'CLOSED',
      on: 'passive OPEN',
      when: [],
      kind: 'transition',
      to: 'LISTEN',
      emits: [],
      responses: [],
      cite: '3.10.1',
      figure5: true,
      profiles: ['rfc9293', 'rfc9293-no-5961', 'rfc793'],
      ambiguous: null,
      masks: [],
    })
    expect(findRule('time-wait.rcv-fin.the-fin-again')).toMatchObject({
      kind: 'answered by ACK',
      figure5: false,
      ambiguous: 'retransmitted-fin-in-time-wait',
    })
  })
})

describe('conditions', () => {
  const facts: readonly Fact[] = Object.values(dimensions).flat()

  it('have a bit for each fact, read back in their order', () => {
    for (const fact of facts) expect(factsOf(factSet([fact]))).toEqual([fact])
    expect(factsOf(factSet([...facts].reverse()))).toEqual(facts)
    expect(factsOf(0)).toEqual([])
  })

  it('are satisfied by themselves, or by the facts they unite', () => {
    for (const fact of facts) expect(factsFor(fact)).toEqual([fact])
    for (const [name, united] of Object.entries(unions)) expect(factsFor(name as Condition)).toEqual(united)
  })
})
