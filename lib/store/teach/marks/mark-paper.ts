import 'server-only'
import { type RulesInForce, rulesInForce, scoreByRules } from '../../../teach/regrade'
import type { ExamKey } from '../../exam/exam-log'
import type { Prepare } from '../../sqlite/statements'
import { type ClassPaper, createPaperReader } from './class-papers'
import { regradesOf } from './regrades'

// All of the code that decides what a finished paper scores is this file and what it imports: the name of that code, by
// which kept scores are believed, is made of just that (scripts/marking-version.mjs).

/** In hundredths of a point; of each question by its place its credit in hundredths, null where it counts for nobody. */
export type PaperPoints = {
  readonly earned: number
  readonly outOf: number
  readonly credits: readonly (number | null)[]
}

/** The rules in force at an assignment, and how many regrades they are made of, which are only ever added. */
export type AssignmentRules = { readonly rules: RulesInForce; readonly regrades: number }

/** Reads the rules of assignments, each once. */
export function createRulesReader(read: Prepare): (assignmentId: string) => AssignmentRules {
  const known = new Map<string, AssignmentRules>()
  return (assignmentId) => {
    const before = known.get(assignmentId)
    if (before !== undefined) return before
    const regrades = regradesOf(read, assignmentId)
    const inForce = { rules: rulesInForce(regrades), regrades: regrades.length }
    known.set(assignmentId, inForce)
    return inForce
  }
}

/** Marks finished tries by some rules; undefined where there is none. */
export function createMarker(read: Prepare): (key: ExamKey, rules: RulesInForce) => PaperPoints | undefined {
  const readPaper = createPaperReader(read)
  return (key, rules) => {
    const paper = readPaper(key)
    return paper === undefined ? undefined : pointsByRules(paper, rules)
  }
}

function pointsByRules({ paper, attempt, credit }: ClassPaper, rules: RulesInForce): PaperPoints {
  const { earned, outOf, questions } = scoreByRules(paper, attempt, { rules, credit })
  const byPlace = new Map(questions.map((question) => [question.position, question.credit]))
  return {
    earned: Math.round(earned * 100),
    outOf: outOf * 100,
    credits: paper.map(({ position }) => byPlace.get(position) ?? null),
  }
}
