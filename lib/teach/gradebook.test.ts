import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CourseMarking,
  courseTotal,
  type Mark,
  markOf,
  type Overriding,
  type Try,
  usualMarking,
} from './gradebook'
import { compareShares, share } from './share'

const tried = (number: number, earned: number, rest: Partial<Try> = {}): Try => ({
  number,
  earned,
  outOf: 2000,
  worth: 100,
  ...rest,
})

const open = { counts: 'best', overrides: [] as readonly Overriding[], outOf: 2000, isClosed: false } as const

describe('the mark at an assignment', () => {
  const tries = [tried(1, 1000), tried(2, 1700), tried(3, 1500)]

  it.each([
    ['best', 1700],
    ['last', 1500],
    ['mean', 1400],
  ] as const)('of several tries counts the %s', (counts, earned) => {
    expect(markOf({ ...open, tries, counts })).toMatchObject({ earned, outOf: 2000, from: 'tries' })
  })

  it('takes off for lateness and for each further try, and rounds once, half up', () => {
    // 16.67 · 0.77 = 12.8359
    expect(markOf({ ...open, tries: [tried(1, 1667, { worth: 77 })] })?.earned).toBe(1284)
    // 0.01 · 0.5 = 0.005 of a point
    expect(markOf({ ...open, tries: [tried(1, 1, { worth: 50 })] })?.earned).toBe(1)
    // The mean of 10.00 and 10.01 is 10.005.
    expect(markOf({ ...open, counts: 'mean', tries: [tried(1, 1000), tried(2, 1001)] })?.earned).toBe(1001)
  })

  it('compares tries by their shares where something was withdrawn from one of them', () => {
    const withdrawn = [tried(1, 1700), tried(2, 1650, { outOf: 1900 })]
    expect(markOf({ ...open, tries: withdrawn })).toMatchObject({ earned: 1650, outOf: 1900 })
  })

  it('is none before the window closes, and 0 after it for who has handed in nothing', () => {
    expect(markOf({ ...open, tries: [] })).toBeNull()
    expect(markOf({ ...open, tries: [], isClosed: true })).toMatchObject({ earned: 0, outOf: 2000, from: 'missing' })
  })

  it('is none where every question of the only try was withdrawn', () => {
    expect(markOf({ ...open, tries: [tried(1, 0, { outOf: 0 })], isClosed: true })).toBeNull()
  })

  it.each([
    [
      'the newest',
      [
        [1, 900],
        [3, 1900],
        [2, 100],
      ],
      { earned: 1900, from: 'override' },
    ],
    [
      'taken back',
      [
        [1, 900],
        [2, null],
      ],
      { earned: 1700, from: 'tries' },
    ],
    ['0 is points too', [[1, 0]], { earned: 0, from: 'override' }],
    [
      'of the same instant the later in the list',
      [
        [1, 900],
        [1, 800],
      ],
      { earned: 800, from: 'override' },
    ],
  ] as const)('goes by points given by hand: %s', (_, given, expected) => {
    const overrides = given.map(([at, points]) => ({ at, points }))
    expect(markOf({ ...open, tries, overrides })).toMatchObject(expected)
  })

  it('lies between the worst and the best try, whatever counts', () => {
    const some = fc.array(fc.nat(2000), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(some, fc.constantFrom('best' as const, 'last' as const, 'mean' as const), (points, counts) => {
        const earned =
          markOf({ ...open, counts, tries: points.map((one, index) => tried(index + 1, one)) })?.earned ?? -1
        return earned >= Math.min(...points) && earned <= Math.max(...points)
      }),
    )
  })
})

describe('the total of a course', () => {
  const mark = (percent: number): Mark => ({
    share: share(percent, 100),
    earned: percent * 20,
    outOf: 2000,
    from: 'tries',
  })
  const marks = (...percents: readonly (number | null)[]) =>
    percents.map((percent, index) => ({ assignmentId: `a${index}`, mark: percent === null ? null : mark(percent) }))
  const marking = (rest: Partial<CourseMarking>): CourseMarking => ({ ...usualMarking, ...rest })

  it.each([
    ['the mean', marks(50, 100), {}, 750, []],
    ['by weight', marks(50, 100), { weights: { a0: 3 } }, 625, []],
    ['what has no mark yet does not count', marks(50, null), {}, 500, []],
    ['what weighs nothing does not count', marks(50, 100), { weights: { a1: 0 } }, 500, []],
    ['the lowest dropped', marks(80, 20, 100), { dropLowest: 1 }, 900, ['a1']],
    ['never the last one', marks(80, 20), { dropLowest: 5 }, 800, ['a1']],
    ['of equal shares the heavier', marks(20, 20, 80), { dropLowest: 1, weights: { a1: 2 } }, 500, ['a1']],
    ['thirds rounded once', marks(100, 0, 0), {}, 333, []],
  ] as const)('%s', (_, of, rest, permille, dropped) => {
    expect(courseTotal(of, marking(rest))).toMatchObject({ permille, dropped })
  })

  it('is none where nothing counts', () => {
    expect(courseTotal(marks(null), usualMarking)).toBeNull()
    expect(courseTotal(marks(50), marking({ weights: { a0: 0 } }))).toBeNull()
  })

  it('never falls by dropping one more of equal weight, nor by a better mark', () => {
    const some = fc.array(fc.nat(100), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(some, fc.nat(8), fc.nat(7), (percents, dropLowest, which) => {
        const before = courseTotal(marks(...percents), marking({ dropLowest }))
        const more = courseTotal(marks(...percents), marking({ dropLowest: dropLowest + 1 }))
        const better = courseTotal(
          marks(...percents.map((percent, index) => (index === which ? 100 : percent))),
          marking({ dropLowest }),
        )
        if (before === null || more === null || better === null) return false
        return compareShares(more.share, before.share) >= 0 && compareShares(better.share, before.share) >= 0
      }),
    )
  })
})
