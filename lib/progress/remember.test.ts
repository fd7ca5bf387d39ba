import { expect, it } from 'vitest'
import { createScheduler, defaultScheduling } from '../review/scheduler'
import { rememberedOn } from './remember'

it('recall is 1 on the day of the review, wanted when the card is due, and unknown of a new card', () => {
  const scheduler = createScheduler({ ...defaultScheduling, steps: [] })
  const memory = scheduler.review(null, { rating: 'good', atMs: 0, day: 100 })
  const due = memory.due.kind === 'on' ? memory.due.day : 0
  const cards = [
    { id: 'a', factId: 'x', memory },
    { id: 'b', factId: 'y', memory: null },
  ]
  expect(rememberedOn(cards, scheduler, 100).map(({ recall }) => recall)).toEqual([1, null])
  const [then] = rememberedOn(cards, scheduler, due)
  expect(then?.recall).toBeGreaterThan(0.85)
  expect(then?.recall).toBeLessThan(0.95)
  expect(then).toMatchObject({ factId: 'x', card: { id: 'a' } })
})
