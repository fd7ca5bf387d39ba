import { describe, expect, test } from 'vitest'
import type { Answer } from '../items/answer'
import { deriveBank } from '../items/bank'
import type { Item } from '../items/item'
import { controlOf, isRightOption, offeredBy, scoreAnswer } from '../items/kinds/all'
import { type Given, showOptions } from '../items/shown'
import { rightAnswer } from '../items/verify'
import { creditFor } from './credit'
import { type FrozenQuestion, factsToRepair, scorePaper } from './score'

const { items } = deriveBank()
const selectItem = (id: string): Item => {
  const item = items.find((other) => other.id === id)
  if (item === undefined) throw new Error(`No item ${id}`)
  return item
}

describe('creditFor', () => {
  test('gives a right answer everything and a wrong one less, for every item under both rules', () => {
    for (const { body, id } of items) {
      const right = rightAnswer(body)
      if (right === null) throw new Error(`No key of ${id}`)
      for (const rule of ['partial', 'whole'] as const) expect(creditFor(body, right, rule), id).toBe(100)
      const wrong: readonly Answer[] = [
        { form: 'several', options: [] },
        { form: 'several', options: offeredBy(body) },
        { form: 'numbers', seq: 1, ack: null },
        { form: 'order', options: right.form === 'order' ? [...right.options].reverse() : [] },
        { form: 'text', text: 'no such state' },
      ]
      for (const answer of wrong.filter((other) => !scoreAnswer(body, other))) {
        const credit = creditFor(body, answer, 'partial')
        expect(Number.isInteger(credit) && credit >= 0 && credit < 100, `${id} ${JSON.stringify(answer)}`).toBe(true)
        expect(creditFor(body, answer, 'whole')).toBe(0)
      }
    }
  })

  test('gives several statements the share of right decisions above chance', () => {
    const { body } = selectItem('statements/fin-takes-a-number')
    const offered = offeredBy(body)
    const key = offered.filter((option) => isRightOption(body, option))
    const flipped = (count: number) =>
      offered.filter((option, index) => (index < count ? !key.includes(option) : key.includes(option)))
    expect(
      [0, 1, 2, 3, 4].map((count) => creditFor(body, { form: 'several', options: flipped(count) }, 'partial')),
    ).toEqual([100, 50, 0, 0, 0])
  })

  test('gives an order the share of right pairs above chance', () => {
    const { body } = selectItem('order/handshake/segment')
    const right = rightAnswer(body)
    if (right?.form !== 'order') throw new Error('Not an order')
    const [one = '', two = '', three = ''] = right.options
    expect(right.options).toHaveLength(3)
    const credit = (options: readonly string[]) => creditFor(body, { form: 'order', options }, 'partial')
    expect([credit([two, one, three]), credit([two, three, one]), credit([three, two, one])]).toEqual([33, 0, 0])
  })

  test('takes equal elements of an order in either place', () => {
    const { body } = selectItem('order/refused/A')
    expect(creditFor(body, { form: 'order', options: ['CLOSED', 'SYN-SENT', 'CLOSED'] }, 'partial')).toBe(100)
    expect(creditFor(body, { form: 'order', options: ['CLOSED', 'CLOSED', 'SYN-SENT'] }, 'partial')).toBe(33)
  })

  test('gives half for each number', () => {
    const item = items.find(({ body }) => body.kind === 'numbers' && rightAnswer(body)?.form === 'numbers')
    const right = item === undefined ? null : rightAnswer(item.body)
    if (item === undefined || right?.form !== 'numbers') throw new Error('No numbers')
    expect(creditFor(item.body, { ...right, seq: 4242 }, 'partial')).toBe(50)
    expect(creditFor(item.body, { ...right, ack: 4242 }, 'partial')).toBe(50)
    expect(creditFor(item.body, { form: 'numbers', seq: 4242, ack: 4242 }, 'partial')).toBe(0)
  })
})

describe('scorePaper', () => {
  const seed = 11
  type Sat = { readonly question: FrozenQuestion; readonly given: Given | null }

  const sat = (position: number, id: string, answer: 'right' | 'half' | 'none'): Sat => {
    const { body, fact: factId, topic, level } = selectItem(id)
    const shown = showOptions(body, seed)
    const places = shown.flatMap((option, index) => (isRightOption(body, option) ? [index] : []))
    const others = [0, 1, 2, 3].filter((place) => !places.includes(place))
    const several = answer === 'half' ? [...places, ...others.slice(0, 1)] : places
    const given: Given = controlOf(body) === 'choice' ? { choice: places[0] ?? 0 } : { several }
    const question = { position, factId, topic, level, points: 2, item: { id, version: 1, body }, seed }
    return { question, given: answer === 'none' ? null : given }
  }

  const score = (paper: readonly Sat[], rule: 'partial' | 'whole' = 'partial') => {
    const kept = { revision: 1, by: 'tab', at: 0 }
    const drafts = new Map(paper.map(({ question, given }) => [question.position, { ...kept, value: given }]))
    return scorePaper(
      paper.map(({ question }) => question),
      { drafts },
      rule,
    )
  }

  const first = sat(0, 'next-state/closed.passive-open', 'right')
  const others = [sat(1, 'statements/fin-takes-a-number', 'half'), sat(2, 'possible/LISTEN/ESTABLISHED', 'none')]
  const paper = [first, ...others]

  test('adds points up, over all and by topic', () => {
    const scored = score(paper)
    expect(scored.questions.map(({ credit }) => credit)).toEqual([100, 50, 0])
    expect([scored.earned, scored.outOf]).toEqual([3, 6])
    expect(scored.byTopic.reduce((all, { outOf }) => all + outOf, 0)).toBe(6)
    expect(score(paper, 'whole').earned).toBe(2)
    expect(score(paper)).toEqual(scored)
  })

  test('leaves out what the machine no longer agrees with', () => {
    const item = { id: 'broken', version: 9, body: { kind: 'next-state' } }
    const scored = score([{ ...first, question: { ...first.question, item } }, ...others])
    expect([scored.earned, scored.outOf, scored.withdrawn]).toEqual([1, 4, [0]])
  })

  test('counts an answer that does not fit what was shown as none', () => {
    expect(score([{ ...first, given: { text: 'LISTEN' } }]).questions[0]).toMatchObject({ credit: 0, answer: null })
  })

  test('names what to repair: each fact once, without what was right', () => {
    const scored = score([...paper, sat(3, 'possible/LISTEN/ESTABLISHED', 'none')])
    expect(factsToRepair(scored)).toEqual(['statement/fin-takes-a-number', 'pair/LISTEN/ESTABLISHED'])
  })
})
