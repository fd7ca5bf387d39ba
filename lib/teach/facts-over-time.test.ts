import { expect, test } from 'vitest'
import { factsOverTime } from './facts-over-time'

test('a fact over several assignments is the mean of all its showings, with each assignment in its order', () => {
  const analyses = [
    { assignmentId: 'first', facts: [{ fact: 'one', shown: 3, facility: 1 / 3, guess: 0.25 }] },
    {
      assignmentId: 'second',
      facts: [
        { fact: 'one', shown: 1, facility: 1, guess: 0.25 },
        { fact: 'other', shown: 1, facility: 0, guess: 0.5 },
      ],
    },
  ]
  const [hardest, other] = factsOverTime(analyses)
  expect(hardest).toMatchObject({ shown: 1, facility: 0, course: [{ assignmentId: 'second', facility: 0 }] })
  expect(other).toMatchObject({ shown: 4, facility: 0.5, guess: 0.25 })
  expect(other?.course.map(({ assignmentId, shown }) => [assignmentId, shown])).toEqual([
    ['first', 3],
    ['second', 1],
  ])
})

test('a fact that nearly nobody was asked comes after those of which something can be said', () => {
  const fact = (name: string, shown: number, facility: number) => ({ fact: name, shown, facility, guess: 0.25 })
  const facts = [fact('asked once', 1, 0), fact('easy', 50, 0.9), fact('hard', 50, 0.2)]
  expect(factsOverTime([{ assignmentId: 'first', facts }]).map((one) => one.fact)).toEqual([
    'hard',
    'easy',
    'asked once',
  ])
})
