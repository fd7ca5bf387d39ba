import type { Day } from '../review/day'
import type { Due } from '../review/memory'
import type { Rating } from '../review/rating'

/** A review as the curve needs it; what was believed just before it says how fast memory had sunk until then. */
export type CurveReview = {
  readonly id: string
  readonly day: Day
  readonly rating: Rating
  /** Null for a card that was new. */
  readonly stabilityBefore: number | null
}

/** What is believed now. */
type Now = { readonly stability: number; readonly lastDay: Day; readonly due: Due }

export type CurvePoint = { readonly day: Day; readonly recall: number }

export type Forgetting = {
  readonly from: Day
  readonly to: Day
  /** One curve from each review to the next, each beginning at 1; the last goes on to the end. */
  readonly curves: readonly (readonly CurvePoint[])[]
  /** The days with a review, each with the worst rating it had. */
  readonly reviews: readonly { readonly day: Day; readonly rating: Rating }[]
}

/** The chance of recall, 0 to 1, some days after a review that left this stability. */
export type RecallAfter = (days: number, stability: number) => number

const pointsOfCurve = 24

/**
 * The forgetting curve through the reviews of a card (in order of time, at least one) and on into the future, to somewhat
 * beyond both `today` and the day on which the card is due.
 */
export function forgettingOf(
  reviews: readonly CurveReview[],
  now: Now,
  { today, recallAfter }: { readonly today: Day; readonly recallAfter: RecallAfter },
): Forgetting {
  const from = reviews[0]?.day ?? now.lastDay
  const due = now.due.kind === 'on' ? now.due.day : now.lastDay
  const reached = Math.max(today, due)
  const to = Math.max(reached + Math.ceil((reached - from) / 5), from + 7)
  const curves = reviews.flatMap((review, index) => {
    const next = reviews[index + 1]
    const stability = next === undefined ? now.stability : next.stabilityBefore
    const end = next === undefined ? to : next.day
    // Within a day nothing sinks.
    return stability === null || end <= review.day ? [] : [curve(review.day, end, stability, recallAfter)]
  })
  return { from, to, curves, reviews: worstOfDays(reviews) }
}

function curve(from: Day, to: Day, stability: number, recallAfter: RecallAfter): readonly CurvePoint[] {
  const steps = Math.min(pointsOfCurve, Math.ceil(to - from))
  return Array.from({ length: steps + 1 }, (_, index) => {
    const days = ((to - from) * index) / steps
    return { day: from + days, recall: recallAfter(days, stability) }
  })
}

const badness = { again: 3, hard: 2, good: 1, easy: 0 } as const satisfies Record<Rating, number>

function worstOfDays(reviews: readonly CurveReview[]): Forgetting['reviews'] {
  const worst = new Map<Day, Rating>()
  for (const { day, rating } of reviews) {
    const before = worst.get(day)
    if (before === undefined || badness[rating] > badness[before]) worst.set(day, rating)
  }
  return [...worst].map(([day, rating]) => ({ day, rating }))
}
