import { type Day, monthOf } from './day'
import { matureDays, type Phase } from './memory'
import type { Rating } from './rating'

/** What a running total is about: a day's work, true retention of young or mature cards by month, a bin of predictions. */
export const totalScopes = ['day', 'young', 'mature', 'bin'] as const

export type TotalScope = (typeof totalScopes)[number]

/** What totals need of a review, all of it as the log keeps it. */
export type Counted = {
  readonly rating: Rating
  readonly day: Day
  readonly tookMs: number
  /** Null for a card that was new. */
  readonly phaseBefore: Phase | null
  readonly stabilityBefore: number | null
  /** The chance of recall that was predicted; null for a card that was new. */
  readonly recallBefore: number | null
}

/** One review's part in one total. */
export type Contribution = {
  readonly scope: TotalScope
  /** The day; the month as year × 12 + month − 1; the bin. */
  readonly place: number
  readonly reviews: number
  /** Recalled: any rating but Again. */
  readonly right: number
  readonly fresh: number
  readonly ripe: number
  readonly tookMs: number
  readonly recall: number
  readonly logLoss: number
}

/** The bins of equal width into which predicted chances of recall fall. */
export const predictionBins = 20

/** A prediction of exactly 0 or 1 would make one surprise infinitely bad. */
const leastChance = 1e-4

/** −ln of the chance that was given to what happened; 0 for a sure and true prediction. */
export function logLoss(recall: number, recalled: boolean): number {
  const chance = Math.min(Math.max(recall, leastChance), 1 - leastChance)
  return -Math.log(recalled ? chance : 1 - chance)
}

export function monthNumber(day: Day): number {
  const [year = 0, month = 1] = monthOf(day).split('-').map(Number)
  return year * 12 + month - 1
}

/** A review's part in every running total. Retention and calibration count cards in phase review alone, as Anki does. */
export function contributionsOf(review: Counted): readonly Contribution[] {
  const { rating, day, tookMs, phaseBefore, stabilityBefore, recallBefore } = review
  const recalled = rating !== 'again'
  const ripe = phaseBefore === 'review'
  const own = { reviews: 1, right: recalled ? 1 : 0, fresh: phaseBefore === null ? 1 : 0, ripe: ripe ? 1 : 0, tookMs }
  const work: Contribution = { scope: 'day', place: day, ...own, recall: 0, logLoss: 0 }
  if (!ripe || recallBefore === null || stabilityBefore === null) return [work]
  const predicted = { ...own, recall: recallBefore, logLoss: logLoss(recallBefore, recalled) }
  return [
    work,
    { scope: stabilityBefore >= matureDays ? 'mature' : 'young', place: monthNumber(day), ...predicted },
    { scope: 'bin', place: Math.min(predictionBins - 1, Math.floor(recallBefore * predictionBins)), ...predicted },
  ]
}
