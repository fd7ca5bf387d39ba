import { describe, expect, it } from 'vitest'
import type { Answer } from '../items/answer'
import { deriveBank } from '../items/bank'
import { beliefsBetrayed } from '../items/diagnosis/betrayed'
import type { Item } from '../items/item'
import { controlOf, isRightOption, offeredBy } from '../items/kinds/all'
import { classBeliefs } from './class-beliefs'
import { questionOf } from './papers.testing'

/** Choices of the bank with a wrong option that some belief would take. */
const tempting = deriveBank()
  .items.filter(({ body }) => controlOf(body) === 'choice')
  .flatMap((item) => {
    const wrong = offeredBy(item.body).filter((option) => !isRightOption(item.body, option))
    const found = wrong
      .map((option) => ({ item, option, beliefs: beliefsBetrayed(item.body, { form: 'choice', option }) }))
      .find(({ beliefs }) => beliefs.length > 0)
    return found === undefined ? [] : [found]
  })

function tempted(): { readonly item: Item; readonly answer: Answer; readonly belief: string } {
  const [first] = tempting
  const belief = first?.beliefs[0]
  if (first === undefined || belief === undefined) throw new Error('No item tempts')
  return { item: first.item, answer: { form: 'choice', option: first.option }, belief }
}

describe('the misconceptions of a class', () => {
  const { item, answer, belief } = tempted()
  const paper = (student: string, credit: number, given: Answer | null) => ({
    student,
    questions: [questionOf(item, credit, { answer: given })],
  })
  const right = questionOf(item, 100).answer

  it('are counted by the students who answered so, of those who were asked', () => {
    const beliefs = classBeliefs([
      paper('a', 0, answer),
      paper('b', 0, answer),
      paper('c', 100, right),
      paper('d', 0, null),
    ])
    expect(beliefs.find(({ id }) => id === belief)).toEqual({
      id: belief,
      holders: ['a', 'b'],
      asked: 4,
      facts: [item.fact],
    })
  })

  it('count a student once, however often', () => {
    const twice = {
      student: 'a',
      questions: [questionOf(item, 0, { answer }), questionOf(item, 0, { answer, position: 1 })],
    }
    expect(classBeliefs([twice]).find(({ id }) => id === belief)?.holders).toEqual(['a'])
  })

  it('are none where everybody is right or has answered nothing', () => {
    expect(classBeliefs([paper('c', 100, right), paper('d', 0, null)])).toEqual([])
  })
})
