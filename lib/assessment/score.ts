import type { Answer } from '../items/answer'
import { findSoundBody, type Stored } from '../items/mark'
import { type Given, readGiven, showOptions } from '../items/shown'
import { type Topic, topics } from '../items/topics'
import type { Attempt } from './attempt'
import type { Credit } from './blueprint'
import { creditFor } from './credit'

/** A question as it was frozen at the start. */
export type FrozenQuestion = {
  readonly position: number
  readonly factId: string
  readonly topic: string
  readonly level: number
  readonly seed: number
  readonly points: number
  readonly item: Stored
}

export type QuestionScore = {
  readonly position: number
  readonly fact: string
  readonly topic: Topic
  readonly points: number
  /** In hundredths of `points`. */
  readonly credit: number
  /** The answer in the machine's words; null where there is none. */
  readonly answer: Answer | null
}

/** Points as sums of hundredths, so that the same log gives the same score to the last digit. */
export type Sum = { readonly earned: number; readonly outOf: number }

export type ExamScore = Sum & {
  readonly questions: readonly QuestionScore[]
  /** The topics that were asked, in their order. */
  readonly byTopic: readonly (Sum & { readonly topic: Topic })[]
  /** Positions whose key can't be worked out from the machine any more: they count for nothing, neither way. */
  readonly withdrawn: readonly number[]
}

/** Marks a paper anew by the machine, as it was frozen, with what was in force at the end. */
export function scorePaper(
  paper: readonly FrozenQuestion[],
  { drafts }: Pick<Attempt, 'drafts'>,
  rule: Credit,
): ExamScore {
  const scored = paper.map((question) => ({
    question,
    score: scoreQuestion(question, drafts.get(question.position)?.value ?? null, rule),
  }))
  const questions = scored.flatMap(({ score }) => score ?? [])
  const byTopic = topics.map((topic) => ({ topic, ...sum(questions.filter((score) => score.topic === topic)) }))
  return {
    ...sum(questions),
    questions,
    byTopic: byTopic.filter(({ outOf }) => outOf > 0),
    withdrawn: scored.flatMap(({ question, score }) => (score === null ? question.position : [])),
  }
}

function sum(questions: readonly QuestionScore[]): Sum {
  return {
    earned: questions.reduce((all, { points, credit }) => all + points * credit, 0) / 100,
    outOf: questions.reduce((all, { points }) => all + points, 0),
  }
}

function scoreQuestion(
  { position, factId, topic: name, points, item, seed }: FrozenQuestion,
  given: Given | null,
  rule: Credit,
): QuestionScore | null {
  const body = findSoundBody(item)
  const topic = topics.find((known) => known === name)
  if (body === null || topic === undefined) return null
  const answer = given === null ? null : readGiven(body, showOptions(body, seed), given)
  const credit = answer === null ? 0 : creditFor(body, answer, rule)
  return { position, fact: factId, topic, points, credit, answer }
}

/** The facts whose questions earned less than all of their points, in the order asked: what there is to learn again. */
export function factsToRepair({ questions }: ExamScore): readonly string[] {
  return [...new Set(questions.filter(({ credit }) => credit < 100).map(({ fact }) => fact))]
}
