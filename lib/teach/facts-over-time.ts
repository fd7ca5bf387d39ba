import { fewestAnswers } from './item-flags'

/** How a fact went at an assignment: the mean credit of its showings, 0 to 1, and that of somebody who answers at random. */
export type FactShare = {
  readonly fact: string
  readonly shown: number
  readonly facility: number
  readonly guess: number
}

/** A fact over the assignments of a course. */
export type FactOverTime = {
  readonly fact: string
  readonly shown: number
  /** The mean credit of all showings, 0 to 1, and that of somebody who answers at random. */
  readonly facility: number
  readonly guess: number
  /** The facility at each assignment that asked it, in the order of the assignments. */
  readonly course: readonly { readonly assignmentId: string; readonly facility: number; readonly shown: number }[]
}

/**
 * Puts the facts of several analyses together, the hardest first and last those of which there are too few answers to say
 * so; each showing counts once.
 */
export function factsOverTime(
  analyses: readonly { readonly assignmentId: string; readonly facts: readonly FactShare[] }[],
): readonly FactOverTime[] {
  const byFact = new Map<string, FactOverTime>()
  for (const { assignmentId, facts } of analyses)
    for (const { fact, shown, facility, guess } of facts) {
      const before = byFact.get(fact) ?? { fact, shown: 0, facility: 0, guess: 0, course: [] }
      const all = before.shown + shown
      const mean = (old: number, own: number) => (old * before.shown + own * shown) / all
      byFact.set(fact, {
        fact,
        shown: all,
        facility: mean(before.facility, facility),
        guess: mean(before.guess, guess),
        course: [...before.course, { assignmentId, facility, shown }],
      })
    }
  const isFew = ({ shown }: FactOverTime) => Number(shown < fewestAnswers)
  return [...byFact.values()].toSorted(
    (a, b) => isFew(a) - isFew(b) || a.facility - b.facility || (a.fact < b.fact ? -1 : 1),
  )
}
