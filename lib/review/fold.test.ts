import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldMemory, inOrder, type Kept, type LoggedReview, placeReview } from './fold'
import type { Memory } from './memory'
import { ratings } from './rating'
import { createScheduler, defaultScheduling, type Interval } from './scheduler'

const scheduler = createScheduler(defaultScheduling)
const dayMs = 86_400_000

/** A log as it grows when every review is done on time, each choosing the longest wait that the fuzz allows. */
function logOf(grown: readonly (readonly [(typeof ratings)[number], number])[]): readonly LoggedReview[] {
  let memory: Memory | null = null
  let atMs = 20_000 * dayMs
  const log: LoggedReview[] = []
  for (const [index, [rating, late]] of grown.entries()) {
    const day = Math.floor(atMs / dayMs)
    memory = scheduler.review(memory, { rating, atMs, day }, ({ atMost }) => atMost)
    const days = memory.due.kind === 'on' ? memory.due.day - day : null
    log.push({
      id: `review ${index}`,
      followed: log.at(-1)?.id ?? null,
      rating,
      atMs,
      day,
      days,
      terms: scheduler.terms,
    })
    atMs = (memory.due.kind === 'on' ? memory.due.day * dayMs : memory.due.atMs) + late * 3_600_000
  }
  return log
}

/** What is kept and logged when reviews come in in this order, each choosing the longest wait where it may choose. */
function arrive(reviews: readonly LoggedReview[]) {
  let kept: Kept = { memory: null, lastReviewId: null }
  const log: LoggedReview[] = []
  const choose = ({ atMost }: Interval) => atMost
  for (const { id, rating, atMs, day } of reviews) {
    const placed = placeReview(scheduler, { kept, log: () => log, choose }, { id, rating, atMs, day })
    log.push(placed.logged)
    kept = { memory: placed.after, lastReviewId: placed.last }
  }
  return { kept, log }
}

const logs = fc
  .array(fc.tuple(fc.constantFrom(...ratings), fc.integer({ min: 0, max: 99 })), { minLength: 1, maxLength: 20 })
  .map(logOf)

describe('foldMemory', () => {
  it('of nothing is nothing', () => expect(foldMemory(scheduler, [])).toBe(null))

  it('goes by what the learner had chosen when each review was done, and not by what they chose later', () => {
    const later = createScheduler({ ...defaultScheduling, retention: 0.8, steps: [], relearningSteps: ['1h', '1d'] })
    fc.assert(
      fc.property(logs, (log) => {
        const then = foldMemory(scheduler, log)
        expect(foldMemory(later, log)).toEqual(then)
        expect(
          foldMemory(
            later.under(scheduler.terms),
            log.map((review) => ({ ...review, terms: null })),
          ),
        ).toEqual(then)
      }),
    )
  })

  it('does not depend on the order in which reviews arrive', () => {
    const shuffled = logs.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray([...log], { minLength: log.length })),
    )
    fc.assert(
      fc.property(shuffled, ([log, arrived]) => {
        expect(foldMemory(scheduler, arrived)).toEqual(foldMemory(scheduler, log))
      }),
      { numRuns: 100 },
    )
  })

  it('is what is kept, in whatever order reviews come in', () => {
    const shuffled = logs.chain((log) => fc.shuffledSubarray([...log], { minLength: log.length }))
    fc.assert(
      fc.property(shuffled, (arrived) => {
        const { kept, log } = arrive(arrived)
        expect(foldMemory(scheduler, log)).toEqual(kept.memory)
        expect(kept.lastReviewId).toBe(inOrder(log).at(-1)?.id)
      }),
      { numRuns: 100 },
    )
  })

  it('is what adding one review after the other keeps', () => {
    fc.assert(
      fc.property(logs, (log) => {
        expect(foldMemory(scheduler, log)).toEqual(arrive(log).kept.memory)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps the days that were chosen while the chain is whole, and leaves them once a review came between', () => {
    const log = logOf([
      ['easy', 0],
      ['good', 0],
      ['good', 0],
    ])
    const last = log.at(-1)
    if (last === undefined || last.days === null) throw new Error('The last review waits for days')
    expect(foldMemory(scheduler, log)?.due).toEqual({ kind: 'on', day: last.day + last.days })
    const between = { ...last, id: 'on the phone', atMs: last.atMs - 1, rating: 'again', days: null } as const
    const both = foldMemory(scheduler, [...log, between])
    expect(both?.reps).toBe(4)
    expect(both?.due).not.toEqual({ kind: 'on', day: last.day + last.days })
  })

  it('without its last review is what it was before: that is undo', () => {
    fc.assert(
      fc.property(logs, (log) => {
        expect(foldMemory(scheduler, log.slice(0, -1))).toEqual(arrive(log.slice(0, -1)).kept.memory)
      }),
      { numRuns: 50 },
    )
  })

  it('takes a device whose clock lags a day behind as of the same day', () => {
    const [first, second] = logOf([
      ['easy', 0],
      ['good', 0],
    ])
    if (first === undefined || second === undefined) throw new Error('There are two')
    const lagging = { ...second, day: first.day - 1 }
    expect(foldMemory(scheduler, [first, lagging])).toEqual(
      foldMemory(scheduler, [first, { ...second, day: first.day }]),
    )
  })
})

it('two reviews of one instant are in the order of their ids', () => {
  const at = (id: string, atMs: number) => ({ id, atMs })
  expect(inOrder([at('b', 2), at('a', 2), at('c', 1)]).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})
