/** How a belief stands: by the last right answers where its holder would have erred. */
export const beliefStandings = ['held', 'fading', 'gone'] as const

export type BeliefStanding = (typeof beliefStandings)[number]

/** So many right answers in a row, where the belief would have erred, and it counts as gone. */
const rightUntilGone = 3

/** An answer to a question of which some belief speaks. `E` is whatever shows the answer to its reader. */
export type Occasion<E> = {
  readonly atMs: number
  readonly evidence: E
  /** The beliefs whose holder would have answered so; empty where the answer was right. */
  readonly betrays: readonly string[]
  /** The beliefs whose holder would have erred where this answer was right; empty where it was wrong. */
  readonly resists: readonly string[]
}

export type WeighedBelief<E> = {
  readonly id: string
  readonly standing: BeliefStanding
  /** The right answers since the last that betrayed it. */
  readonly rightSince: number
  readonly lastBetrayedMs: number
  /** The evidence for it and against it, newest first. */
  readonly betrayed: readonly E[]
  readonly resisted: readonly E[]
}

/**
 * The beliefs that some answer betrayed, with the evidence. Held: the last answer where the belief speaks betrayed it;
 * fading: right once or twice since; gone: right three times in a row. Those held come first, and of equal standing those
 * betrayed more often, then more lately.
 * Departs: a misconception's posterior would weigh slips and guesses; this rule can be said in one sentence.
 */
export function weighBeliefs<E>(occasions: readonly Occasion<E>[]): readonly WeighedBelief<E>[] {
  const newestFirst = occasions.toSorted((a, b) => b.atMs - a.atMs)
  const ids = new Set(newestFirst.flatMap(({ betrays }) => betrays))
  const order = (belief: WeighedBelief<E>) => beliefStandings.indexOf(belief.standing)
  return [...ids]
    .map((id) => weigh(id, newestFirst))
    .toSorted(
      (a, b) => order(a) - order(b) || b.betrayed.length - a.betrayed.length || b.lastBetrayedMs - a.lastBetrayedMs,
    )
}

function weigh<E>(id: string, newestFirst: readonly Occasion<E>[]): WeighedBelief<E> {
  const betrayed = newestFirst.filter(({ betrays }) => betrays.includes(id))
  const resisted = newestFirst.filter(({ resists }) => resists.includes(id))
  const lastBetrayedMs = betrayed[0]?.atMs ?? 0
  const rightSince = resisted.filter(({ atMs }) => atMs > lastBetrayedMs).length
  return {
    id,
    standing: standingAfter(rightSince),
    rightSince,
    lastBetrayedMs,
    betrayed: betrayed.map(({ evidence }) => evidence),
    resisted: resisted.map(({ evidence }) => evidence),
  }
}

function standingAfter(rightSince: number): BeliefStanding {
  if (rightSince === 0) return 'held'
  return rightSince < rightUntilGone ? 'fading' : 'gone'
}
