import { describe, expect, it } from 'vitest'
import { deriveBank } from './bank'
import { controlOf, offeredBy, scoreAnswer } from './kinds/all'
import { seedOf } from './random'
import { showOptions } from './shown'
import { topics } from './topics'
import { rightAnswer, verifyItem } from './verify'
import { verifyBank } from './verify-bank'

const bank = deriveBank()
const report = verifyBank(bank)

describe('the derived bank', () => {
  it('is proved item by item', () => {
    expect(report.flaws).toEqual([])
  })

  it('is as large as it must be, in every topic', () => {
    expect(report.items).toBeGreaterThanOrEqual(400)
    expect(report.facts).toBeGreaterThanOrEqual(150)
    expect(Object.keys(report.byKind)).toHaveLength(21)
    for (const topic of topics)
      expect(bank.items.filter((item) => item.topic === topic).length, topic).toBeGreaterThan(9)
  })

  it('asks every arrow of Figure 5 in at least three kinds', () => {
    expect(report.drawn).toBe(20)
    expect(report.kindsPerArrow).toBeGreaterThanOrEqual(3)
  })

  it('asks no two items alike', () => {
    const bodies = bank.items.map(({ body }) => JSON.stringify(body))
    expect(new Set(bodies).size).toBe(bodies.length)
  })

  it('is derived the same each time', () => {
    expect(deriveBank()).toEqual(bank)
  })

  it('keeps no key: the right option stands in no item apart from the others', () => {
    for (const { id, body } of bank.items) {
      const names = Object.keys(body).filter((name) => /key|right|correct|answer|solution/i.test(name))
      expect(names, id).toEqual([])
    }
  })
})

describe('what is shown', () => {
  const choices = bank.items.filter(({ body }) => controlOf(body) === 'choice')

  it('puts the key at each place equally often', () => {
    const places = [0, 0, 0, 0]
    for (const { id, body } of choices) {
      for (let showing = 0; showing < 20; showing++) {
        const shown = showOptions(body, seedOf(`${id} ${showing}`))
        const place = shown.findIndex((option) => scoreAnswer(body, { form: 'choice', option }))
        places[place] = (places[place] ?? 0) + 1
      }
    }
    const each = (choices.length * 20) / 4
    // Four standard deviations of a fair draw.
    const slack = 4 * Math.sqrt(each * 0.75)
    for (const count of places) expect(Math.abs(count - each)).toBeLessThan(slack)
  })

  it('shows all that is offered and nothing else', () => {
    for (const { body } of choices) expect([...showOptions(body, 7)].sort()).toEqual([...offeredBy(body)].sort())
  })
})

describe('verifyItem finds what is wrong', () => {
  const sound = bank.items.find(({ id }) => id === 'next-state/closed.passive-open')
  if (sound === undefined || sound.body.kind !== 'next-state') throw new Error('No such item')
  const { body } = sound
  const wrong = ['state:ESTABLISHED', 'state:TIME-WAIT', 'state:CLOSING', 'state:LAST-ACK']

  it.each([
    ['no right option', { ...body, options: wrong }],
    ['the same option twice', { ...body, options: ['state:LISTEN', 'state:LISTEN', 'state:CLOSED', 'state:CLOSING'] }],
    ['two options only', { ...body, options: ['state:LISTEN', 'state:CLOSED'] }],
    ['a body that does not parse', { ...body, options: 'state:LISTEN' }],
    ['another state', { ...body, situation: { ...body.situation, tcb: { ...body.situation.tcb, state: 'OPEN' } } }],
    ['a typed key', { ...body, key: 'state:LISTEN' }],
  ])('%s', (_, flawed) => {
    expect(verifyItem({ id: 'x', body: flawed })).not.toEqual([])
  })

  it('and nothing in a sound one', () => {
    expect(verifyItem(sound)).toEqual([])
    expect(rightAnswer(body)).toEqual({ form: 'choice', option: 'state:LISTEN' })
  })
})
