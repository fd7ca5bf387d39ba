import { describe, expect, it } from 'vitest'
import { foldMemory } from '../review/fold'
import type { Memory } from '../review/memory'
import type { Rating } from '../review/rating'
import { createScheduler, defaultScheduling } from '../review/scheduler'
import { forgettingOf } from './forgetting'

const scheduler = createScheduler(defaultScheduling)
const recallAfter = scheduler.recallAfter
const dayMs = 86_400_000

/** A card's log with what was believed before each review, as the store keeps it. */
function logOf(done: readonly (readonly [day: number, rating: Rating])[]) {
  let memory: Memory | null = null
  const reviews = done.map(([day, rating], index) => {
    const stabilityBefore: number | null = memory?.stability ?? null
    memory = scheduler.review(memory, { rating, day, atMs: day * dayMs })
    return { id: String(index), day, rating, stabilityBefore }
  })
  const logged = reviews.map((review) => ({
    ...review,
    atMs: review.day * dayMs,
    followed: null,
    days: null,
    terms: null,
  }))
  const folded = foldMemory(scheduler, logged)
  if (folded === null) throw new Error('There is a review')
  return { reviews, now: folded }
}

describe('the forgetting curve', () => {
  const { reviews, now } = logOf([
    [100, 'good'],
    [100, 'good'],
    [103, 'again'],
    [103, 'good'],
    [110, 'good'],
  ])
  const drawn = forgettingOf(reviews, now, { today: 112, recallAfter })

  it('begins anew with each review and sinks in between', () => {
    expect(drawn.curves.map((points) => [points[0]?.day, points.at(-1)?.day])).toEqual([
      [100, 103],
      [103, 110],
      [110, drawn.to],
    ])
    for (const points of drawn.curves) {
      expect(points[0]?.recall).toBe(1)
      const recalls = points.map(({ recall }) => recall)
      expect(recalls).toEqual(recalls.toSorted((a, b) => b - a))
    }
  })

  it('ends each part at the recall that was predicted for the review there, and passes today as the scheduler says', () => {
    expect(drawn.curves[0]?.at(-1)?.recall).toBeCloseTo(recallAfter(3, reviews[2]?.stabilityBefore ?? 0))
    const later = forgettingOf(reviews, now, { today: 112, recallAfter: (days) => days })
    expect(later.curves[2]?.at(-1)?.recall).toBe(later.to - 110)
    expect(scheduler.recallOn(now, 112)).toBe(recallAfter(2, now.stability))
  })

  it('goes on beyond today and beyond the day on which the card is due', () => {
    const due = now.due.kind === 'on' ? now.due.day : 0
    expect(due).toBeGreaterThan(110)
    expect(drawn.to).toBeGreaterThan(due)
    expect(forgettingOf(reviews, now, { today: 400, recallAfter }).to).toBeGreaterThan(400)
  })

  it('marks each day once, by its worst rating', () => {
    expect(drawn.reviews).toEqual([
      { day: 100, rating: 'good' },
      { day: 103, rating: 'again' },
      { day: 110, rating: 'good' },
    ])
  })

  it('of one review today is a curve of a week at least', () => {
    const first = logOf([[100, 'good']])
    const alone = forgettingOf(first.reviews, first.now, { today: 100, recallAfter })
    expect(alone).toMatchObject({ from: 100, to: 107 })
    expect(alone.curves.length).toBe(1)
  })
})
