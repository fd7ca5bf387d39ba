import { type Contribution, predictionBins } from '../review/totals'
import { wilsonInterval } from './wilson'

/** The reviews whose predicted chance of recall lay in one bin. All shares are 0 to 1. */
export type CalibrationBin = {
  readonly from: number
  readonly to: number
  readonly reviews: number
  readonly right: number
  /** The mean of what was predicted, and the share that was recalled, with its 95 % interval. */
  readonly predicted: number
  readonly observed: number
  readonly low: number
  readonly high: number
}

export type Calibration = {
  /** Those of the bins that hold a review, from the lowest. */
  readonly bins: readonly CalibrationBin[]
  readonly reviews: number
  /** The mean surprise, −ln of the chance given to what happened; null without reviews. */
  readonly logLoss: number | null
  /** How far the observed shares lie from the predicted ones: the root of the mean square over the bins, by reviews. */
  readonly rmse: number | null
}

/** How well recall was predicted, from the running totals of the scope "bin". */
export function calibrationOf(totals: readonly Contribution[]): Calibration {
  const held = totals.filter(({ reviews }) => reviews > 0)
  const reviews = held.reduce((sum, bin) => sum + bin.reviews, 0)
  const bins = held.map(binOf)
  const square = bins.reduce((sum, bin) => sum + bin.reviews * (bin.observed - bin.predicted) ** 2, 0)
  return {
    bins,
    reviews,
    logLoss: reviews === 0 ? null : held.reduce((sum, bin) => sum + bin.logLoss, 0) / reviews,
    rmse: reviews === 0 ? null : Math.sqrt(square / reviews),
  }
}

function binOf({ place, reviews, right, recall }: Contribution): CalibrationBin {
  return {
    from: place / predictionBins,
    to: (place + 1) / predictionBins,
    reviews,
    right,
    predicted: recall / reviews,
    observed: right / reviews,
    ...wilsonInterval(right, reviews),
  }
}
