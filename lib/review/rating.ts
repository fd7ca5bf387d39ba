/** How well a card was remembered, in the words and the order of FSRS. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const

export type Rating = (typeof ratings)[number]

/** What an answered item says of the memory behind it. */
export type Evidence = {
  readonly right: boolean
  /** A hint was taken, or it was the second try. */
  readonly helped: boolean
  /** The learner said, before the verdict, that they were sure. */
  readonly sure: boolean
  readonly tookMs: number
  /** What such an item takes this learner as a rule; null while that is unknown. */
  readonly usualMs: number | null
}

/** How much quicker than usual is quick. Departs: no source; half the usual time is seldom reached without knowing by heart. */
const quickShare = 0.5

/**
 * The rating that the evidence amounts to, without asking the learner to judge themselves: wrong is Again, right with help
 * Hard, right Good; Easy must be right, sure, and quick for this very person.
 */
export function rateEvidence({ right, helped, sure, tookMs, usualMs }: Evidence): Rating {
  if (!right) return 'again'
  if (helped) return 'hard'
  return sure && usualMs !== null && tookMs <= usualMs * quickShare ? 'easy' : 'good'
}

/** How much one more answer moves the usual time: old habits fade over some ten answers. */
const weightOfOne = 0.1

/** A longer absence from the screen tells nothing about thinking. */
const longestMs = 120_000

/**
 * What an item takes a learner as a rule, after one more answer: a mean of logarithms, for answering times are skewed.
 * `tookMs` at least 0.
 */
export function nextUsualMs(usualMs: number | null, tookMs: number): number {
  const taken = Math.min(Math.max(tookMs, 1), longestMs)
  if (usualMs === null) return taken
  return Math.exp((1 - weightOfOne) * Math.log(usualMs) + weightOfOne * Math.log(taken))
}
