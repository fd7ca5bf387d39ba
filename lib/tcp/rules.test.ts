import { describe, expect, it } from 'vitest'
import { dimensions, type Fact, factSet, factsFor, unions } from './conditions'
import { type EventName, eventNames, segmentNames } from './events'
import { profiles } from './profiles'
import { grids, rules } from './rules'
import { states } from './states'
import { transitions } from './transitions'

/** Every combination of one fact per dimension that the event's name leaves possible. */
function situations(on: EventName): readonly (readonly Fact[])[] {
  const withAck = ['rcv RST,ACK', 'rcv SYN,ACK', 'rcv ACK', 'rcv text', 'rcv FIN'].includes(on)
  const segment = (segmentNames as readonly string[]).includes(on)
  const ack = dimensions.ack.filter((fact) => (segment ? (fact === 'no ACK') !== withAck : fact === 'no ACK'))
  const seq = segment ? dimensions.seq : dimensions.seq.slice(0, 1)
  const axes: readonly (readonly Fact[])[] = [
    dimensions.opened,
    dimensions.remote,
    dimensions.sends,
    dimensions.text,
    dimensions.queue,
    seq,
    ack,
  ]
  return axes.reduce<readonly (readonly Fact[])[]>(
    (all, axis) => all.flatMap((facts) => axis.map((fact) => [...facts, fact])),
    [[]],
  )
}

describe('the grid of states and events', () => {
  for (const profile of profiles) {
    it(`answers every cell once and only once under ${profile}`, () => {
      const wrong: string[] = []
      for (const state of states) {
        for (const on of eventNames) {
          for (const facts of situations(on)) {
            if (profile !== 'rfc9293' && facts.includes('ACK older than the largest window')) continue
            const set = factSet(facts)
            const matching = grids[profile][state][on].filter((rule) => rule.masks.every((mask) => (mask & set) !== 0))
            if (matching.length !== 1) wrong.push(`${state} | ${on} | ${facts.join(', ')}: ${matching.length}`)
          }
        }
      }
      expect(wrong.slice(0, 10)).toEqual([])
    })
  }

  it('gives each rule an id of its own', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  })

  it('changes the state in a transition and keeps it in a disposition', () => {
    for (const rule of rules) expect(rule.to === rule.from, rule.id).toBe(rule.kind !== 'transition')
  })

  it('sends nothing and says nothing where an event cannot occur', () => {
    for (const rule of rules.filter((r) => r.kind === 'cannot occur')) {
      expect(rule.emits, rule.id).toEqual([])
      expect(rule.responses, rule.id).toEqual([])
    }
  })

  it('counts what it counted when it was checked against the text', () => {
    const counts = Object.fromEntries(
      profiles.map((profile) => {
        const inForce = rules.filter((rule) => rule.profiles.includes(profile))
        const moving = inForce.filter((rule) => rule.kind === 'transition').length
        return [profile, { transitions: moving, dispositions: inForce.length - moving }]
      }),
    )
    expect({ rows: transitions.length, cells: states.length * eventNames.length, ...counts }).toMatchInlineSnapshot(`
      {
        "cells": 209,
        "rfc793": {
          "dispositions": 292,
          "transitions": 106,
        },
        "rfc9293": {
          "dispositions": 324,
          "transitions": 71,
        },
        "rfc9293-no-5961": {
          "dispositions": 292,
          "transitions": 105,
        },
        "rows": 55,
      }
    `)
  })

  it('draws every union of facts from one dimension', () => {
    for (const name of Object.keys(unions) as (keyof typeof unions)[]) {
      const homes = Object.values(dimensions).filter((facts) =>
        factsFor(name).some((fact) => (facts as readonly Fact[]).includes(fact)),
      )
      expect(homes, name).toHaveLength(1)
    }
  })
})
