import 'server-only'
import { type FrozenQuestion, type QuestionScore, scorePaper } from '../../../assessment/score'
import { nameOf, paperByRules, rulesInForce, type Withdrawal, withdrawalsInForce } from '../../../teach/regrade'
import { database } from '../../database'
import type { Exam } from '../../exam/exam'
import { regradesOf } from './regrades'

/** What regrades have made of the questions of a try. */
export type RegradedPaper = {
  /** The paper with the keys in force. */
  readonly paper: readonly FrozenQuestion[]
  /** What was withdrawn, by position, with the reason that was given. */
  readonly why: ReadonlyMap<number, Withdrawal>
  /** Those of them that count for nobody, as they would have been scored: to be shown as what they were. */
  readonly uncounted: readonly QuestionScore[]
}

/** A try as the regrades of its assignment have it; a mock exam as it is. Whose it is was asked where it was read. */
export async function readRegraded({
  paper,
  attempt,
  blueprint,
  assignmentId,
}: Pick<Exam, 'paper' | 'attempt' | 'blueprint' | 'assignmentId'>): Promise<RegradedPaper> {
  if (assignmentId === null) return { paper, why: new Map(), uncounted: [] }
  const { read } = await database()
  const regrades = regradesOf(read, assignmentId)
  const withdrawals = withdrawalsInForce(regrades)
  const why = new Map(
    paper.flatMap(({ position, item }) => {
      const withdrawal = withdrawals.get(nameOf(item))
      return withdrawal === undefined ? [] : [[position, withdrawal] as const]
    }),
  )
  const uncounted = paper.filter(({ position }) => why.get(position)?.points === 'nobody')
  const inForce = paperByRules(paper, rulesInForce(regrades))
  return { paper: inForce, why, uncounted: scorePaper(uncounted, attempt, blueprint.credit).questions }
}
