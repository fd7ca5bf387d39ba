import { z } from 'zod'
import { compareShares, meanShare, roundShare, type Share, share, timesShare } from './share'

/** Which of several tries counts. */
const countedTries = ['best', 'last', 'mean'] as const
export type CountedTries = (typeof countedTries)[number]

/** A finished try as the fold of marks takes it. */
export type Try = {
  /** From 1. */
  readonly number: number
  /** In hundredths of a point, by the rules in force. */
  readonly earned: number
  readonly outOf: number
  /** What it counts for in percent, 0 to 100: less for being late, and for not being the first (worth.ts). */
  readonly worth: number
}

/** Points given by hand, in hundredths; null takes those before it back. */
export type Overriding = { readonly at: number; readonly points: number | null }

/** What a student has at an assignment. */
export type Mark = {
  readonly share: Share
  /** In hundredths of a point, rounded. */
  readonly earned: number
  readonly outOf: number
  readonly from: 'tries' | 'override' | 'missing'
}

type Marking = {
  readonly tries: readonly Try[]
  readonly counts: CountedTries
  /** In any order: the newest is in force. Of two of the same instant the later one in the list. */
  readonly overrides: readonly Overriding[]
  /** What the assignment is worth in hundredths of a point, where no paper says so. */
  readonly outOf: number
  /** Whether this student's window is closed: who has handed in nothing by then has 0, and before it no mark. */
  readonly isClosed: boolean
}

/**
 * The mark of one student at one assignment: the points given by hand where there are such, else what the tries came to.
 * A try counts for its points × its worth; `best` takes the highest share,
 * `last` the newest, `mean` the mean of the shares. A try whose questions have all been withdrawn says nothing. Null: none yet.
 */
export function markOf({ tries, counts, overrides, outOf, isClosed }: Marking): Mark | null {
  const byHand = pointsByHand(overrides)
  if (byHand !== null) return markFrom(share(byHand, Math.max(outOf, 1)), outOf, 'override')
  const said = tries.filter((one) => one.outOf > 0).toSorted((a, b) => a.number - b.number)
  const last = said.at(-1)
  if (last === undefined)
    return isClosed && tries.length === 0 && outOf > 0 ? markFrom(share(0, 1), outOf, 'missing') : null
  const shares = said.map((one) => ({ share: shareOfTry(one), outOf: one.outOf }))
  switch (counts) {
    case 'last':
      return markFrom(shareOfTry(last), last.outOf, 'tries')
    case 'best': {
      const best = shares.reduce((one, other) => (compareShares(other.share, one.share) > 0 ? other : one))
      return markFrom(best.share, best.outOf, 'tries')
    }
    case 'mean': {
      const mean = meanShare(shares.map((one) => ({ share: one.share, weight: 1 })))
      return mean === null ? null : markFrom(mean, last.outOf, 'tries')
    }
  }
}

function shareOfTry({ earned, outOf, worth }: Try): Share {
  return timesShare(share(earned, outOf), share(worth, 100))
}

function markFrom(of: Share, outOf: number, from: Mark['from']): Mark {
  return { share: of, earned: roundShare(of, outOf), outOf, from }
}

/** The points by hand that are in force; null where there are none, or they were taken back. */
function pointsByHand(overrides: readonly Overriding[]): number | null {
  let newest: Overriding | null = null
  for (const one of overrides) if (newest === null || one.at >= newest.at) newest = one
  return newest?.points ?? null
}

const mostWeight = 1000

/** How a course makes one total of its assignments: whole weights by assignment (1 where none is set), and how many to drop. */
export const courseMarkingSchema = z.strictObject({
  weights: z.record(z.string(), z.int().min(0).max(mostWeight)).default({}),
  dropLowest: z.int().min(0).max(50).default(0),
})

export type CourseMarking = Readonly<z.infer<typeof courseMarkingSchema>>

export const usualMarking: CourseMarking = { weights: {}, dropLowest: 0 }

export function weightOf({ weights }: CourseMarking, assignmentId: string): number {
  return weights[assignmentId] ?? 1
}

export type CourseTotal = {
  readonly share: Share
  /** In tenths of a percent, rounded. */
  readonly permille: number
  /** The assignments that were left out as the lowest. */
  readonly dropped: readonly string[]
}

/**
 * The total of a course for one student: the mean of the marks by weight, after leaving out the `dropLowest` lowest shares,
 * but never the last one. Of equal shares the heavier goes first, which is never the worse for the student, then the
 * earlier one in the list. What weighs nothing is neither counted nor dropped. Null where nothing counts.
 */
export function courseTotal(
  marks: readonly { readonly assignmentId: string; readonly mark: Mark | null }[],
  marking: CourseMarking,
): CourseTotal | null {
  const counted = marks.flatMap(({ assignmentId, mark }) => {
    const weight = weightOf(marking, assignmentId)
    return mark === null || weight === 0 ? [] : [{ assignmentId, share: mark.share, weight }]
  })
  const lowestFirst = counted.toSorted((a, b) => compareShares(a.share, b.share) || b.weight - a.weight)
  const dropped = lowestFirst.slice(0, Math.max(0, Math.min(marking.dropLowest, counted.length - 1)))
  const total = meanShare(counted.filter((one) => !dropped.includes(one)))
  if (total === null) return null
  return { share: total, permille: roundShare(total, 1000), dropped: dropped.map(({ assignmentId }) => assignmentId) }
}
