import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  breakLeftMs,
  type Clock,
  endOfClock,
  extendClock,
  isPaused,
  pauseClock,
  reopenClock,
  resumeClock,
  startClock,
  type Terms,
  termsOf,
  termsSchema,
} from './clock'

const minute = 60_000
const start = Date.UTC(2026, 10, 1, 5, 30)
const end = (clock: Clock) => endOfClock(clock) ?? Number.POSITIVE_INFINITY
const begin = (terms: Partial<Terms> = {}) => startClock(start, termsSchema.parse({ minutes: 45, ...terms }))

describe('endOfClock', () => {
  test.each([
    ['a limit', {}, start + 45 * minute],
    ['a window that closes before', { closesAt: start + 20 * minute }, start + 20 * minute],
    ['a window that closes after', { closesAt: start + 60 * minute }, start + 45 * minute],
    ['a window alone', { minutes: null, closesAt: start + 600 * minute }, start + 600 * minute],
    ['neither', { minutes: null }, Number.POSITIVE_INFINITY],
    ['time and a half', { factor: 1.5 }, start + 67.5 * minute],
    ['ten minutes more', { extraMinutes: 10 }, start + 55 * minute],
    ['both', { factor: 1.25, extraMinutes: 10 }, start + 66.25 * minute],
    [
      'time and a half in a window on the minute',
      { factor: 1.5, closesAt: start + 45 * minute },
      start + 67.5 * minute,
    ],
    ['time and a half of days', { minutes: null, factor: 1.5, closesAt: start + minute }, start + minute],
  ] as const)('is, with %s', (_, terms, expected) => {
    expect(end(begin(terms))).toBe(expected)
  })

  test('is moved by extensions, those before a pause and those in it', () => {
    const paused = pauseClock(extendClock(begin(), 10), start + minute, 'staff', 5 * minute)
    expect(end(resumeClock(extendClock(paused, 5), start + 3 * minute))).toBe(start + 62 * minute)
  })
})

describe('a pause', () => {
  test('counts in full as long as nobody ends it, and is over by itself', () => {
    const paused = pauseClock(begin(), start + minute, 'staff', 10 * minute)
    expect(end(paused)).toBe(start + 55 * minute)
    expect(
      [start, start + minute, start + 11 * minute - 1, start + 11 * minute].map((at) => isPaused(paused, at)),
    ).toEqual([false, true, true, false])
    expect(end(resumeClock(paused, start + 300 * minute))).toBe(start + 55 * minute)
  })

  test('of one’s own is bounded by what is granted, in all', () => {
    const first = pauseClock(begin({ breakMinutes: 15 }), start, 'own', 60 * minute)
    expect(end(first)).toBe(start + 60 * minute)
    const resumed = resumeClock(first, start + 6 * minute)
    expect(breakLeftMs(resumed, start + 6 * minute)).toBe(9 * minute)
    const second = pauseClock(resumed, start + 20 * minute, 'own', 60 * minute)
    expect(end(second)).toBe(start + 60 * minute)
    const spent = resumeClock(second, start + 40 * minute)
    expect([breakLeftMs(spent, start + 40 * minute), end(spent)]).toEqual([0, start + 60 * minute])
    expect(pauseClock(spent, start + 50 * minute, 'own', minute)).toEqual(spent)
  })

  test('by staff takes nothing of what is granted', () => {
    const paused = pauseClock(begin({ breakMinutes: 5 }), start, 'staff', 60 * minute)
    expect(breakLeftMs(resumeClock(paused, start + 30 * minute), start + 30 * minute)).toBe(5 * minute)
  })

  test('is not granted where nothing is', () => {
    expect(pauseClock(begin(), start, 'own', minute)).toEqual(begin())
  })
})

describe('reopenClock', () => {
  test('leaves the minutes that it gives, counted from then, or what is left where that is more', () => {
    const at = start + 100 * minute
    expect(end(reopenClock(begin(), at, 7))).toBe(at + 7 * minute)
    expect(end(reopenClock(begin(), start + minute, 7))).toBe(start + 45 * minute)
    expect(end(reopenClock(startClock(start, termsSchema.parse({ minutes: null })), at, 7))).toBe(
      Number.POSITIVE_INFINITY,
    )
  })
})

describe('whatever happens', () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('extend' as const), minutes: fc.integer({ min: 1, max: 60 }) }),
    fc.record({
      kind: fc.constant('pause' as const),
      whose: fc.constantFrom('own' as const, 'staff' as const),
      minutes: fc.integer({ min: 1, max: 60 }),
    }),
    fc.record({ kind: fc.constant('resume' as const) }),
    fc.record({ kind: fc.constant('reopen' as const), minutes: fc.integer({ min: 1, max: 60 }) }),
  )
  const terms = fc.record({
    minutes: fc.option(fc.integer({ min: 1, max: 300 })),
    closesAt: fc.option(fc.integer({ min: 0, max: 600 }).map((minutes) => start + minutes * minute)),
    factor: fc.constantFrom(1, 1.25, 1.5, 2),
    extraMinutes: fc.nat(60),
    breakMinutes: fc.nat(60),
    isOneWay: fc.boolean(),
  })
  const story = fc.array(fc.tuple(fc.nat(40 * minute), act), { maxLength: 20 })

  /** Each act with the clock before and after it, and when. */
  const play = (
    given: Terms,
    acts: readonly (readonly [number, typeof act extends fc.Arbitrary<infer A> ? A : never])[],
  ) => {
    let clock = startClock(start, given)
    let at = start
    return acts.map(([later, done]) => {
      at += later
      const before = clock
      if (done.kind === 'extend') clock = extendClock(clock, done.minutes)
      if (done.kind === 'pause') clock = pauseClock(clock, at, done.whose, done.minutes * minute)
      if (done.kind === 'resume') clock = resumeClock(clock, at)
      if (done.kind === 'reopen') clock = reopenClock(clock, at, done.minutes)
      return { before, done, at, after: clock }
    })
  }

  test('nothing but the end of a pause brings the end nearer, and that never before the time that was stood still', () => {
    fc.assert(
      fc.property(terms, story, (given, acts) => {
        for (const { before, done, at, after } of play(given, acts)) {
          if (done.kind !== 'resume' && done.kind !== 'reopen') expect(end(after)).toBeGreaterThanOrEqual(end(before))
          const still = isPaused(before, at) && before.pause !== null ? before.pause.at + before.pause.limitMs - at : 0
          if (done.kind === 'resume' && end(before) !== Number.POSITIVE_INFINITY)
            expect(end(after)).toBe(end(before) - still)
        }
      }),
    )
  })

  test('the end is the time granted and given, and each millisecond of standing still, to the last one', () => {
    fc.assert(
      fc.property(terms, story, (given, acts) => {
        const played = play(given, acts)
        const last = played.at(-1)
        if (last === undefined || played.some(({ done }) => done.kind === 'reopen')) return
        // Independently: the union of the intervals in which the clock stood still, and the sum of extensions.
        let still = 0
        let given_ = 0
        let open: { from: number; to: number } | null = null
        let ownLeft = given.breakMinutes * minute
        let own = false
        const shut = (to: number) => {
          if (open === null) return
          const took = Math.min(to, open.to) - open.from
          still += took
          if (own) ownLeft -= took
          open = null
        }
        for (const { done, at } of played) {
          if (open !== null && at >= (open as { to: number }).to) shut(at)
          if (done.kind === 'extend') given_ += done.minutes * minute
          if (done.kind === 'resume') shut(at)
          if (done.kind === 'pause' && open === null) {
            const most = done.whose === 'own' ? Math.min(ownLeft, done.minutes * minute) : done.minutes * minute
            own = done.whose === 'own'
            if (most > 0) open = { from: at, to: at + most }
          }
        }
        if (open !== null) shut((open as { to: number }).to)
        const base = end(startClock(start, given))
        expect(end(last.after)).toBe(base + still + given_)
      }),
    )
  })

  test('no more breaks of one’s own are taken than are granted', () => {
    fc.assert(
      fc.property(terms, story, (given, acts) => {
        for (const { after, at } of play(given, acts)) {
          expect(after.brokenMs).toBeLessThanOrEqual(given.breakMinutes * minute)
          expect(breakLeftMs(after, at)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

test('a mock exam has a limit and nothing else', () => {
  expect(termsOf(30)).toEqual({
    minutes: 30,
    closesAt: null,
    factor: 1,
    extraMinutes: 0,
    breakMinutes: 0,
    isOneWay: false,
  })
})
