import type { Attempt } from './attempt'
import type { Blueprint } from './blueprint'
import type { Prediction } from './predict'
import { type ExamScore, type FrozenQuestion, scorePaper } from './score'

type Exam = {
  readonly id: string
  readonly paper: readonly FrozenQuestion[]
  readonly attempt: Attempt
  readonly blueprint: Blueprint
  readonly prediction: Prediction | null
}

/** An exam as its sitter looks back at it: the score null while the attempt is open. */
export type SatExam = Pick<Exam, 'id' | 'prediction'> & { readonly startedAt: Date; readonly score: ExamScore | null }

/** An exam as it went, marked anew. */
export function satExam({ id, paper, attempt, blueprint, prediction }: Exam): SatExam {
  const score = attempt.finished === null ? null : scorePaper(paper, attempt, blueprint.credit)
  return { id, prediction, startedAt: new Date(attempt.startedAt), score }
}

/** A mock exam whose score was expected at its start, and what it came to, as a share of the points. */
export type ComparedExam = {
  readonly id: string
  readonly startedAt: Date
  readonly expected: Prediction
  readonly got: number
}

/** The finished exams among these whose score was expected, beside what they came to; one without points is none. */
export function comparedWithExpected(exams: readonly SatExam[]): readonly ComparedExam[] {
  return exams.flatMap(({ id, startedAt, prediction, score }) =>
    prediction === null || score === null || score.outOf === 0
      ? []
      : [{ id, startedAt, expected: prediction, got: score.earned / score.outOf }],
  )
}
