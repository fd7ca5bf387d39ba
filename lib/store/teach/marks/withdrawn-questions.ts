import 'server-only'
import { type QuestionScore, scorePaper } from '../../../assessment/score'
import { nameOf, type Withdrawal, withdrawalsInForce } from '../../../teach/regrade'
import { database } from '../../database'
import type { Exam } from '../../exam/exam'
import { regradesOf } from './regrades'

/** The questions of a try that were withdrawn. */
export type WithdrawnQuestions = {
  /** By position, with the reason that was given. */
  readonly why: ReadonlyMap<number, Withdrawal>
  /** Those that count for nobody, as they would have been scored: to be shown as what they were. */
  readonly uncounted: readonly QuestionScore[]
}

/** What was withdrawn of a try at an assignment; nothing of a mock exam. Whose try it is was asked where it was read. */
export async function findWithdrawn({
  paper,
  attempt,
  blueprint,
  assignmentId,
}: Pick<Exam, 'paper' | 'attempt' | 'blueprint' | 'assignmentId'>): Promise<WithdrawnQuestions> {
  if (assignmentId === null) return { why: new Map(), uncounted: [] }
  const { read } = await database()
  const withdrawals = withdrawalsInForce(regradesOf(read, assignmentId))
  const why = new Map(
    paper.flatMap(({ position, item }) => {
      const withdrawal = withdrawals.get(nameOf(item))
      return withdrawal === undefined ? [] : [[position, withdrawal] as const]
    }),
  )
  const uncounted = paper.filter(({ position }) => why.get(position)?.points === 'nobody')
  return { why, uncounted: scorePaper(uncounted, attempt, blueprint.credit).questions }
}
