import type { FactShare } from './fact-shares'

/** What is believed of a fact before it is asked: the chance of a right answer, and whether it was ever reviewed. */
export type Belief = { readonly right: number; readonly isMet: boolean }

/** How far off the chances may be, all of them alike (standard deviations): of reviewed facts, and of the others. */
export type Doubt = { readonly met: number; readonly unmet: number }

/** A score as a share of the points, 0 to 1: the mean, and the ends of the interval that nine of ten scores fall into. */
export type Prediction = { readonly mean: number; readonly low: number; readonly high: number }

/** The quantile of the normal distribution that leaves one of twenty on either side. */
const quantile = 1.645

/**
 * The score of a paper that is yet to be drawn. Its spread has two sources: which facts are asked and what comes of each
 * (a sum over the strata, whose numbers of questions are fixed), and the doubt about the chances, which moves all questions
 * alike. Null where nothing can be asked.
 * The first is Hájek's variance of a sample of fixed size: Σ π v + Σ π (1 − π) (m − m̄)², with m̄ weighted by π (1 − π).
 */
export function predictScore(
  shares: readonly FactShare[],
  believe: (share: FactShare) => Belief,
  doubt: Doubt,
): Prediction | null {
  const questions = shares.reduce((sum, { asked }) => sum + asked, 0)
  if (questions === 0) return null
  const strata = groupByStratum(shares)
  let [mean, variance, met, unmet] = [0, 0, 0, 0]
  for (const ofStratum of strata.values()) {
    const asked = ofStratum.map((share) => {
      const belief = believe(share)
      return { share, belief, ...worth(share, belief.right) }
    })
    for (const { share, belief, credit } of asked) {
      mean += share.asked * credit
      const moved = share.asked * (1 - share.guess.wrong)
      if (belief.isMet) met += moved
      else unmet += moved
    }
    const spread = asked.map(({ share }) => share.asked * (1 - share.asked))
    const spreads = spread.reduce((sum, one) => sum + one, 0)
    const middle =
      spreads === 0 ? 0 : asked.reduce((sum, { credit }, index) => sum + (spread[index] ?? 0) * credit, 0) / spreads
    for (const [index, { share, credit, square }] of asked.entries())
      variance += share.asked * (square - credit ** 2) + (spread[index] ?? 0) * (credit - middle) ** 2
  }
  const doubts = (met * doubt.met) ** 2 + (unmet * doubt.unmet) ** 2
  const deviation = Math.sqrt(variance + doubts) / questions
  const share = mean / questions
  return {
    mean: share,
    low: Math.max(0, share - quantile * deviation),
    high: Math.min(1, share + quantile * deviation),
  }
}

/** The mean credit of a question, and the mean of its square, where a right answer has this chance. */
function worth({ guess }: FactShare, right: number): { readonly credit: number; readonly square: number } {
  return { credit: right + (1 - right) * guess.wrong, square: right + (1 - right) * guess.wrongSquared }
}

function groupByStratum(shares: readonly FactShare[]): ReadonlyMap<number, readonly FactShare[]> {
  const strata = new Map<number, FactShare[]>()
  for (const share of shares) {
    const known = strata.get(share.stratum)
    if (known === undefined) strata.set(share.stratum, [share])
    else known.push(share)
  }
  return strata
}
