import type { Belief, Doubt } from './predict'

/** What was predicted of reviews, and what came: how many, the sum of the chances, how many were recalled. */
export type PastPredictions = { readonly reviews: number; readonly predicted: number; readonly recalled: number }

/** How somebody did on facts that they had not reviewed: how many first answers, how many of them right. */
export type FirstTries = { readonly count: number; readonly right: number }

/** By what a chance of recall becomes a chance of a right answer for one learner. */
export type Learned = {
  readonly past: PastPredictions
  readonly firstTries: FirstTries
  /** Whether the learner rates their own memory: then recall is no right answer yet, and guessing comes on top. */
  readonly selfRating: boolean
}

// Departs: no source for these. Before there are data the memory is believed to be off by some 8 points, as the model is
// for learners whom it was not trained on; a hundred reviews weigh as much as that belief.
const usualError = 0.08
const usualReviews = 100
/** A fact never reviewed is known as well as a guess, and that belief weighs as much as ten answers. */
const usualTries = 10

/** How far past predictions were off, drawn to zero where there are few: added to every chance of recall. */
function biasOf({ reviews, predicted, recalled }: PastPredictions): number {
  return (recalled - predicted) / (reviews + usualReviews)
}

/** How far off the chances may still be. */
export function doubtOf({ past, firstTries }: Learned): Doubt {
  return {
    met: usualError * Math.sqrt(usualReviews / (past.reviews + usualReviews)),
    unmet: Math.sqrt(0.25 / (firstTries.count + usualTries)),
  }
}

/**
 * The chance of a right answer about a fact, from the chance that it is recalled; null where it was never reviewed.
 * `guess` is the chance of a right guess. Where answers are evidence, a right guess has counted as recalled, so that recall
 * is the chance of a right answer already, and is never below a guess.
 */
export function believe({ past, firstTries, selfRating }: Learned, recall: number | null, guess: number): Belief {
  if (recall === null) {
    const right = (firstTries.right + usualTries * guess) / (firstTries.count + usualTries)
    return { right: Math.max(guess, right), isMet: false }
  }
  const calibrated = Math.min(1, Math.max(0, recall + biasOf(past)))
  return { right: selfRating ? calibrated + (1 - calibrated) * guess : Math.max(guess, calibrated), isMet: true }
}
