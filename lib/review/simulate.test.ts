import { describe, expect, it } from 'vitest'
import { defaultScheduling } from './scheduler'
import { simulate } from './simulate'

describe('simulate', () => {
  // docs/simulation.md has a thousand learners for a year; these few need more room.
  it.each([0.8, 0.9, 0.95])('a learner who wants %d remembers about as much', (retention) => {
    const outcomes = [1, 2, 3, 4].map((seed) =>
      simulate({ scheduling: { ...defaultScheduling, retention }, cards: 60, newPerDay: 10, days: 200, seed }),
    )
    const reviews = outcomes.reduce((sum, outcome) => sum + outcome.reviews, 0)
    const remembered = outcomes.reduce((sum, outcome) => sum + outcome.remembered, 0)
    expect(reviews).toBeGreaterThan(800)
    expect(Math.abs(remembered / reviews - retention)).toBeLessThan(0.04)
  })

  it('is the same for the same seed', () => {
    const learner = { scheduling: defaultScheduling, cards: 20, newPerDay: 5, days: 60, seed: 9 }
    expect(simulate(learner)).toEqual(simulate(learner))
  })
})
