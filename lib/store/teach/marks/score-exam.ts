import 'server-only'
import { type ExamScore, scorePaper } from '../../../assessment/score'
import { rulesInForce, scoreByRules } from '../../../teach/regrade'
import { database } from '../../database'
import type { Exam } from '../../exam/exam'
import { regradesOf } from './regrades'

/** Marks an attempt: a try at an assignment by the rules that are in force there, a mock exam as it is. */
export async function scoreExam({
  paper,
  attempt,
  blueprint,
  assignmentId,
}: Pick<Exam, 'paper' | 'attempt' | 'blueprint' | 'assignmentId'>): Promise<ExamScore> {
  if (assignmentId === null) return scorePaper(paper, attempt, blueprint.credit)
  const { read } = await database()
  const rules = rulesInForce(regradesOf(read, assignmentId))
  return scoreByRules(paper, attempt, { rules, credit: blueprint.credit })
}
