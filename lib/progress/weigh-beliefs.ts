import { mutantIds } from '../items/diagnosis/believers'

/** How a belief stands: by the last right answers where its holder would have erred. */
const beliefStandings = ['held', 'fading', 'gone'] as const

export type BeliefStanding = (typeof beliefStandings)[number]

/** So many right answers in a row, where the belief would have erred, and it counts as gone. */
const rightUntilGone = 3

/**
 * In bits: before any answer somebody is as likely to hold none as to hold one of the beliefs, and of these each alike.
 */
const likelyAbove = Math.log2(mutantIds.length)

/** An answer to a question of which some belief speaks. `E` is whatever shows the answer to its reader. */
export type Occasion<E> = {
  readonly atMs: number
  readonly evidence: E
  /** The beliefs whose holder would have answered so; empty where the answer was right. */
  readonly betrays: readonly string[]
  /** The beliefs whose holder would have erred where this answer was right; empty where it was wrong. */
  readonly resists: readonly string[]
  /**
   * For each belief that sees the question otherwise than the RFC: how much likelier the answer is of its holder than of who
   * holds none, in bits; below 0 where it speaks against it.
   */
  readonly bits: ReadonlyMap<string, number>
}

export type WeighedBelief<E> = {
  readonly id: string
  readonly standing: BeliefStanding
  /** Whether two answers or more betray it, and all together make it likelier than not that somebody holds it. */
  readonly isLikely: boolean
  /** How many answers were given to questions that its holder sees otherwise. */
  readonly asked: number
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
 * betrayed more often, then more lately. Whether a belief is likely is its posterior, against holding none, with slips and
 * guesses (lib/items/diagnosis); how it stands is a rule that can be said in one sentence.
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
  const speaking = newestFirst.flatMap(({ bits }) => bits.get(id) ?? [])
  const lastBetrayedMs = betrayed[0]?.atMs ?? 0
  const rightSince = resisted.filter(({ atMs }) => atMs > lastBetrayedMs).length
  return {
    id,
    standing: standingAfter(rightSince),
    isLikely: betrayed.length > 1 && speaking.reduce((sum, bits) => sum + bits, 0) > likelyAbove,
    asked: speaking.length,
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
