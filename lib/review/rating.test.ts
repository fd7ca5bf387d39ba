import { describe, expect, it } from 'vitest'
import { nextUsualMs, rateEvidence, ratings } from './rating'

const right = { right: true, helped: false, sure: false, tookMs: 9000, usualMs: 10_000 }

describe('rateEvidence', () => {
  const table = [
    ['wrong is Again, however sure and quick', { ...right, right: false, sure: true, tookMs: 1 }, 'again'],
    ['right with help is Hard, however quick', { ...right, helped: true, sure: true, tookMs: 1 }, 'hard'],
    ['right is Good', right, 'good'],
    ['right and sure is Good', { ...right, sure: true }, 'good'],
    ['right and quick is Good', { ...right, tookMs: 1000 }, 'good'],
    ['right, sure and in half the usual time is Easy', { ...right, sure: true, tookMs: 5000 }, 'easy'],
    ['a little more than half is Good', { ...right, sure: true, tookMs: 5001 }, 'good'],
    ['sure without a usual time is Good', { ...right, sure: true, tookMs: 1, usualMs: null }, 'good'],
  ] as const
  for (const [title, evidence, rating] of table) it(title, () => expect(rateEvidence(evidence)).toBe(rating))

  it('knows the ratings of FSRS in their order', () => expect(ratings).toEqual(['again', 'hard', 'good', 'easy']))
})

describe('nextUsualMs', () => {
  it('is the first answer, then moves a tenth of the way in logarithms', () => {
    expect(nextUsualMs(null, 8000)).toBe(8000)
    expect(nextUsualMs(8000, 8000)).toBeCloseTo(8000)
    expect(nextUsualMs(1000, 100_000)).toBeCloseTo(1000 * 100 ** 0.1)
  })

  it('takes neither nothing nor an absence for thinking', () => {
    expect(nextUsualMs(null, 0)).toBe(1)
    expect(nextUsualMs(null, 3_600_000)).toBe(120_000)
  })
})
