import type { Answer } from '../items/answer'
import { findSoundBody, type Stored } from '../items/mark'
import { type Given, readGiven, showOptions } from '../items/shown'
import { type Topic, topics } from '../items/topics'
import type { Credit } from './blueprint'
import { creditFor } from './credit'

/** A question of a frozen paper with what was handed in for it. */
export type Asked = {
  readonly position: number
  readonly fact: string
  readonly topic: string
  readonly points: number
  readonly item: Stored
  readonly seed: number
  /** What was in force at the end; null where nothing was. */
  readonly given: Given | null
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

/** Marks a paper anew by the machine, as it was frozen. */
export function scorePaper(asked: readonly Asked[], rule: Credit): ExamScore {
  const scored = asked.map((question) => ({ question, score: scoreQuestion(question, rule) }))
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
  { position, fact, topic: name, points, item, seed, given }: Asked,
  rule: Credit,
): QuestionScore | null {
  const body = findSoundBody(item)
  const topic = topics.find((known) => known === name)
  if (body === null || topic === undefined) return null
  const answer = given === null ? null : readGiven(body, showOptions(body, seed), given)
  return { position, fact, topic, points, credit: answer === null ? 0 : creditFor(body, answer, rule), answer }
}

/** The facts whose questions earned less than all of their points, in the order asked: what there is to learn again. */
export function factsToRepair({ questions }: ExamScore): readonly string[] {
  return [...new Set(questions.filter(({ credit }) => credit < 100).map(({ fact }) => fact))]
}
