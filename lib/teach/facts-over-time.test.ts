import { expect, test } from 'vitest'
import { factsOverTime } from './facts-over-time'
import { analyseItems } from './item-analysis'
import { papersOf } from './papers.testing'

test('a fact over several assignments is the mean of all its showings, with each assignment in its order', () => {
  const analyses = [
    { assignmentId: 'first', facts: analyseItems(papersOf([[100], [0], [0]]), 'whole').facts },
    { assignmentId: 'second', facts: analyseItems(papersOf([[100, 0]]), 'whole').facts },
  ]
  const [hardest, other] = factsOverTime(analyses)
  expect(hardest).toMatchObject({ shown: 1, facility: 0, course: [{ assignmentId: 'second', facility: 0 }] })
  expect(other).toMatchObject({ shown: 4, facility: 0.5 })
  expect(other?.course.map(({ assignmentId, shown }) => [assignmentId, shown])).toEqual([
    ['first', 3],
    ['second', 1],
  ])
})
