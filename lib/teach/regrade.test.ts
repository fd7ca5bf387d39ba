import { describe, expect, it } from 'vitest'
import type { FrozenQuestion } from '../assessment/score'
import { isRightOption } from '../items/kinds/all'
import { showOptions } from '../items/shown'
import { itemOf, optionsOf } from './papers.testing'
import {
  changesOf,
  noRules,
  type Regrade,
  type RegradeRule,
  regradesInForce,
  rulesInForce,
  scoreByRules,
} from './regrade'

const [one, two] = [itemOf('choice', 0), itemOf('choice', 1)]

const frozen = (item: typeof one, position: number): FrozenQuestion => ({
  position,
  factId: item.fact,
  topic: item.topic,
  level: item.level,
  seed: position,
  points: 2,
  item: { id: item.id, version: 1, body: item.body },
})
const paper = [frozen(one, 0), frozen(two, 1)]

/** Answers the first question right and the second one wrong. */
const drafts = new Map(
  [optionsOf(one).right, optionsOf(two).wrong].map((option, position) => {
    const body = (position === 0 ? one : two).body
    return [position, { value: { choice: showOptions(body, position).indexOf(option) }, revision: 1, by: 'p', at: 0 }]
  }),
)

function score(...rules: readonly RegradeRule[]) {
  const regrades = rules.map((rule, index): Regrade => ({ id: `r${index + 1}`, rule }))
  return scoreByRules(paper, { drafts }, { rules: rulesInForce(regrades), credit: 'partial' })
}

const withdraw = (item: typeof one, points: 'nobody' | 'everybody'): RegradeRule => ({
  kind: 'withdraw',
  itemId: item.id,
  version: 1,
  points,
})

describe('marking by rules', () => {
  it('without rules is marking as it was', () => {
    expect(score()).toMatchObject({ earned: 2, outOf: 4, withdrawn: [] })
    expect(scoreByRules(paper, { drafts }, { rules: noRules, credit: 'whole' })).toMatchObject({ earned: 2, outOf: 4 })
  })

  it.each([
    ['for nobody, where it was right', withdraw(one, 'nobody'), { earned: 0, outOf: 2, withdrawn: [0] }],
    ['for nobody, where it was wrong', withdraw(two, 'nobody'), { earned: 2, outOf: 2, withdrawn: [1] }],
    ['with its points for everybody', withdraw(two, 'everybody'), { earned: 4, outOf: 4, withdrawn: [] }],
    ['of another version: nothing', { ...withdraw(two, 'nobody'), version: 2 } as RegradeRule, { earned: 2, outOf: 4 }],
  ] as const)('withdraws an item %s', (_, rule, expected) => {
    expect(score(rule)).toMatchObject(expected)
  })

  it('keeps the topics in step with the points', () => {
    const { byTopic, earned, outOf } = score(withdraw(two, 'everybody'))
    expect(byTopic.reduce((sum, topic) => sum + topic.earned, 0)).toBe(earned)
    expect(byTopic.reduce((sum, topic) => sum + topic.outOf, 0)).toBe(outOf)
  })

  it('gives a partly right answer what the other rule says', () => {
    const item = itemOf('several')
    const { wrong } = optionsOf(item)
    const question = { ...frozen(item, 0), points: 4 }
    const shown = showOptions(item.body, 0)
    // All that is true, and one that is not.
    const taken = shown.filter((option) => option === wrong || isRightOption(item.body, option))
    const value = { several: taken.map((option) => shown.indexOf(option)) }
    const given = { drafts: new Map([[0, { value, revision: 1, by: 'p', at: 0 }]]) }
    const earned = (rules: readonly Regrade[]) =>
      scoreByRules([question], given, { rules: rulesInForce(rules), credit: 'partial' }).earned
    expect(earned([])).toBeGreaterThan(0)
    expect(earned([{ id: 'r', rule: { kind: 'credit', credit: 'whole' } }])).toBe(0)
  })
})

describe('another key', () => {
  const options = ['text:ESTABLISHED', 'text:It depends']
  const body = { kind: 'prose', title: 'One', text: 'What then?', options, key: 'text:ESTABLISHED', why: '' }
  const of = (claim: string): FrozenQuestion => ({
    ...frozen(one, 0),
    item: { id: 'v', version: 1, body: { ...body, claim } },
  })
  const earned = (question: FrozenQuestion, rules: readonly RegradeRule[]) => {
    const choice = showOptions({ ...body, claim: '', kind: 'prose' }, 0).indexOf('text:It depends')
    const given = { drafts: new Map([[0, { value: { choice }, revision: 1, by: 'p', at: 0 }]]) }
    const kept = rules.map((rule, index): Regrade => ({ id: `r${index}`, rule }))
    return scoreByRules([question], given, { rules: rulesInForce(kept), credit: 'whole' }).earned
  }
  const key: RegradeRule = { kind: 'key', itemId: 'v', version: 1, key: 'text:It depends' }

  it('of a question that was not checked marks its answers anew, and back when it is taken back', () => {
    expect(earned(of(''), [])).toBe(0)
    expect(earned(of(''), [key])).toBe(2)
    expect(earned(of(''), [key, { kind: 'take back', regradeId: 'r0' }])).toBe(0)
  })

  it('changes nothing of an item whose key is the machine’s', () => {
    expect(score({ kind: 'key', itemId: one.id, version: 1, key: optionsOf(one).wrong })).toMatchObject({ earned: 2 })
  })
})

describe('regrades that were kept', () => {
  const takeBack = (regradeId: string): RegradeRule => ({ kind: 'take back', regradeId })

  it('the later of two about the same counts', () => {
    expect(score(withdraw(two, 'nobody'), withdraw(two, 'everybody'))).toMatchObject({ earned: 4, outOf: 4 })
  })

  it('what is taken back lets the one before count again', () => {
    const both = [withdraw(two, 'nobody'), withdraw(two, 'everybody')] as const
    expect(score(...both, takeBack('r2'))).toMatchObject({ earned: 2, outOf: 2 })
    expect(score(...both, takeBack('r2'), takeBack('r1'))).toMatchObject({ earned: 2, outOf: 4 })
  })

  it('a taking back can be taken back', () => {
    expect(score(withdraw(two, 'everybody'), takeBack('r1'), takeBack('r2'))).toMatchObject({ earned: 4, outOf: 4 })
  })

  it('says which can be taken back', () => {
    const regrades: readonly Regrade[] = [
      { id: 'r1', rule: withdraw(two, 'nobody') },
      { id: 'r2', rule: { kind: 'credit', credit: 'whole' } },
      { id: 'r3', rule: takeBack('r1') },
    ]
    expect(regradesInForce(regrades)).toEqual(['r2'])
  })
})

describe('what a regrade changes', () => {
  it('is who has other points, or the same of others', () => {
    const mark = (earned: number, outOf = 400) => ({ earned, outOf })
    const changed = changesOf([
      { userId: 'same', before: mark(200), after: mark(200) },
      { userId: 'more', before: mark(200), after: mark(400) },
      { userId: 'of fewer', before: mark(200), after: mark(200, 200) },
      { userId: 'none', before: null, after: null },
      { userId: 'no more', before: mark(0), after: null },
    ])
    expect(changed.map(({ userId }) => userId)).toEqual(['more', 'of fewer', 'no more'])
  })
})
