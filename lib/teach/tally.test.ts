import { describe, expect, it } from 'vitest'
import type { Answer } from '../items/answer'
import { deriveBank } from '../items/bank'
import type { Body, ItemKind } from '../items/item'
import { showOptions } from '../items/shown'
import { rightAnswer } from '../items/verify'
import { tallyAnswers } from './tally'

const { items } = deriveBank()

function bodyOf(kind: ItemKind): Body {
  const found = items.find(
    ({ body }) => body.kind === kind && (body.kind !== 'type-state' || body.clue.kind === 'situation'),
  )
  if (found === undefined) throw new Error(kind)
  return found.body
}

describe('the answers of a hall', () => {
  it('are counted by option, in the order shown, whether anybody chose it or not', () => {
    const body = bodyOf('next-state')
    const shown = showOptions(body, 4)
    const right = rightAnswer(body)
    const [first = ''] = shown
    const answers: Answer[] = [
      { form: 'choice', option: first },
      { form: 'choice', option: first },
    ]
    if (right !== null) answers.push(right)
    const tally = tallyAnswers(body, shown, answers)
    expect(tally.bars.map(({ name }) => name)).toEqual(shown)
    expect(tally.bars.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    expect(tally.bars.filter((bar) => bar.right)).toHaveLength(1)
    expect(tallyAnswers(body, shown, []).bars.every(({ count }) => count === 0)).toBe(true)
  })

  it('count for each statement that was taken', () => {
    const body = bodyOf('statements')
    const shown = showOptions(body, 1)
    const tally = tallyAnswers(body, shown, [
      { form: 'several', options: shown },
      { form: 'several', options: shown.slice(0, 1) },
    ])
    expect(tally.bars.map(({ count }) => count)).toEqual([2, ...shown.slice(1).map(() => 1)])
    expect(tally.answers).toBe(2)
  })

  it('that were typed show states alone, and repeat no other words', () => {
    const body = bodyOf('type-state')
    const typed = ['LISTEN', 'listen', 'rude words', '<script>', 'estab']
    const tally = tallyAnswers(
      body,
      [],
      typed.map((text): Answer => ({ form: 'text', text })),
    )
    expect(tally.others).toBe(2)
    expect(tally.bars.map(({ name, count }) => [name, count])).toEqual([
      ['state:LISTEN', 2],
      ['state:ESTABLISHED', 1],
    ])
    expect(JSON.stringify(tally)).not.toContain('rude')
  })

  it('in numbers, places and orders are the most frequent ones', () => {
    const numbers = bodyOf('numbers')
    const many = Array.from({ length: 30 }, (_, seq): Answer => ({ form: 'numbers', seq: seq % 10, ack: null }))
    const right = rightAnswer(numbers)
    const tally = tallyAnswers(numbers, [], right === null ? many : [...many, right, right, right, right])
    expect(tally.bars).toHaveLength(8)
    expect(tally.bars[0]).toMatchObject({ count: 4, right: true })
    expect(tally.others).toBe(34 - 4 - 7 * 3)
    const order = bodyOf('order')
    const key = rightAnswer(order)
    if (key?.form !== 'order') throw new Error('No order')
    const orders = tallyAnswers(order, [], [key, { ...key, options: key.options.toReversed() }])
    expect(orders.bars.map(({ right: isRight, count }) => [isRight, count])).toEqual([
      [false, 1],
      [true, 1],
    ])
    const place = bodyOf('click-state')
    expect(tallyAnswers(place, [], [{ form: 'choice', option: 'state:LISTEN' }]).bars).toHaveLength(1)
  })
})
