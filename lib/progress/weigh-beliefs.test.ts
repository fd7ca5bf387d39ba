import { expect, it } from 'vitest'
import { weighBeliefs } from './weigh-beliefs'

/** Answers in order of time: "-a" betrays the belief a, "+a" is right where a would have erred. */
const answers = (...said: readonly string[]) =>
  said.map((word, index) => {
    const id = word.slice(1)
    const wrong = word.startsWith('-')
    const bits = new Map([[id, wrong ? 4 : -2]])
    return { atMs: index, evidence: index, betrays: wrong ? [id] : [], resists: wrong ? [] : [id], bits }
  })

it.each([
  [['-a'], 'held', 0],
  [['+a', '+a', '+a', '-a'], 'held', 0],
  [['-a', '+a'], 'fading', 1],
  [['-a', '+a', '+a'], 'fading', 2],
  [['-a', '+a', '+a', '+a'], 'gone', 3],
  [['-a', '+a', '+a', '+a', '-a'], 'held', 0],
  // What speaks of another belief says nothing of this one.
  [['-a', '+b', '+b', '+b'], 'held', 0],
])('%j: %s', (said, standing, rightSince) => {
  expect(weighBeliefs(answers(...said))).toMatchObject([{ id: 'a', standing, rightSince }])
})

it('a belief that no answer betrayed is none', () => {
  expect(weighBeliefs(answers('+a', '+a'))).toEqual([])
})

it.each([
  [['-a'], false, 1],
  [['-a', '-a'], true, 2],
  [['-a', '-a', '+a'], true, 3],
  [['-a', '-a', '+a', '+a'], false, 4],
  [['-a', '-a', '-b'], true, 2],
])('%j: likely is %s, of %d answers', (said, isLikely, asked) => {
  expect(weighBeliefs(answers(...said))[0]).toMatchObject({ id: 'a', isLikely, asked })
})

it('brings the evidence, newest first, whatever order it came in', () => {
  const [belief] = weighBeliefs(answers('-a', '+a', '-a', '+a').toReversed())
  expect(belief).toMatchObject({ betrayed: [2, 0], resisted: [3, 1], lastBetrayedMs: 2 })
})

it('puts those held first, then those betrayed more often, then more lately', () => {
  const order = weighBeliefs(answers('-gone', '+gone', '+gone', '+gone', '-b', '-b', '-c', '-d')).map(({ id }) => id)
  expect(order).toEqual(['b', 'd', 'c', 'gone'])
})
