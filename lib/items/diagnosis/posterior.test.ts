import { describe, expect, it } from 'vitest'
import { deriveBank } from '../bank'
import type { Body } from '../item'
import { offeredBy } from '../kinds/all'
import { expectedInformation, spreadsOf } from './information'
import { chanceOfAnswer, likelihoodOf, usualNoise } from './likelihood'
import { likeliest, prior, updated } from './posterior'
import { viewsOf } from './views'

const { items } = deriveBank()

function bodyOf(id: string): Body {
  const item = items.find((one) => one.id === id)
  if (item === undefined) throw new Error(`No item "${id}"`)
  return item.body
}

const lastAck = bodyOf('next-state/last-ack.rcv-ack.seg-seq-rcv-nxt.acknowledges-our-fin')
const held = 'last-ack-leads-to-time-wait'

describe('the chance of an answer', () => {
  it('sums to 1 over the answers to a question, whoever answers', () => {
    for (const { right, otherwise } of [viewsOf(lastAck)])
      for (const view of [right, ...otherwise.values()]) {
        const sum = offeredBy(lastAck).reduce(
          (all, option) => all + chanceOfAnswer(lastAck, view, [option], usualNoise),
          0,
        )
        expect(sum).toBeCloseTo(1)
      }
  })

  it('sums to 1 over what can be ticked, and one misjudged statement is the likeliest slip', () => {
    const body = bodyOf('statements/half-open-is-syn-received')
    const sets = offeredBy(body).reduce<readonly (readonly string[])[]>(
      (all, option) => all.flatMap((set) => [set, [...set, option]]),
      [[]],
    )
    const { right, otherwise } = viewsOf(body)
    for (const view of [right, ...otherwise.values()]) {
      expect(sets.reduce((all, set) => all + chanceOfAnswer(body, view, set, usualNoise), 0)).toBeCloseTo(1)
    }
    const none = sets.find((set) => set.every((option) => !right.includes(option)) && set.length === 4 - right.length)
    expect(chanceOfAnswer(body, right, right.slice(1), usualNoise)).toBeGreaterThan(
      chanceOfAnswer(body, right, none ?? [], usualNoise),
    )
  })

  it('is what it must be for who slips once in ten and guesses once in four', () => {
    const right = likelihoodOf(lastAck, { form: 'choice', option: 'state:CLOSED' })
    const wrong = likelihoodOf(lastAck, { form: 'choice', option: 'state:TIME-WAIT' })
    expect([right.right, right.otherwise.get(held)]).toEqual([0.9, 0.25])
    expect(wrong.right).toBeCloseTo(0.1 / 3)
    expect(wrong.otherwise.get(held)).toBeCloseTo(0.65)
  })
})

describe('the posterior', () => {
  it('is that of Bayes', () => {
    const before = { none: 0.5, beliefs: new Map([['a', 0.5]]) }
    const after = updated(before, { right: 0.9, otherwise: new Map([['a', 0.25]]) })
    expect(after.none).toBeCloseTo(0.45 / 0.575)
    expect(after.beliefs.get('a')).toBeCloseTo(0.125 / 0.575)
  })

  it('names the likeliest, and none where that is likelier', () => {
    expect(
      likeliest({
        none: 0.2,
        beliefs: new Map([
          ['a', 0.3],
          ['b', 0.5],
        ]),
      }),
    ).toBe('b')
    expect(likeliest(prior(['a', 'b'], 0.6))).toBeNull()
  })
})

describe('the information of a question', () => {
  it('is none where nobody who is possible sees it otherwise', () => {
    expect(expectedInformation(prior(['half-open-is-syn-received']), spreadsOf(lastAck))).toBeCloseTo(0)
  })

  it('is most where it is open who answers, and never more than there is to know', () => {
    const bits = (none: number) => expectedInformation(prior([held], none), spreadsOf(lastAck))
    expect(bits(0.5)).toBeGreaterThan(bits(0.95))
    expect(bits(0.5)).toBeLessThan(1)
    expect(bits(1)).toBeCloseTo(0)
  })
})
