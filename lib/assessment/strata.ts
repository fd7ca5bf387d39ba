import type { Answer } from '../items/answer'
import type { Body, Level } from '../items/item'
import { controlOf, explainAnswer } from '../items/kinds/all'
import { type Topic, topics } from '../items/topics'
import { apportion } from './apportion'
import { type Blueprint, levels } from './blueprint'
import { type Dealt, deal } from './deal'

/** How long the way to the key is: the checks of event processing in its run, or the elements to put in order. */
const pathLengths = ['no run', 'one step', 'two steps', 'three or more steps'] as const
export type PathLength = (typeof pathLengths)[number]

/** What may be drawn: an item with its stratum. */
export type Candidate = {
  readonly id: string
  readonly fact: string
  readonly topic: Topic
  readonly level: Level
  readonly pathLength: PathLength
  readonly form: ReturnType<typeof controlOf>
}

export type Stratum = Pick<Candidate, 'topic' | 'level' | 'pathLength'>

/** So many questions of one stratum. */
export type Share = Stratum & { readonly count: number }

/** Where the bank has too few facts for a blueprint. */
export type Shortage = {
  readonly topic: Topic
  readonly level: Level
  readonly wanted: number
  /** How many facts the bank has there for these ways of answering. */
  readonly available: number
}

const noAnswer: Answer = { form: 'text', text: '' }

/** The stratum's third part: how long the rule path behind a body's key is. */
export function pathLengthOf(body: Body): PathLength {
  const { run, key } = explainAnswer(body, noAnswer)
  const checks = run?.moves.reduce((steps, move) => steps + move.checks.length, 0) ?? 0
  const steps = controlOf(body) === 'order' || controlOf(body) === 'fill' ? key.length : checks
  return pathLengths[Math.min(steps, 3)] ?? 'no run'
}

/** How many questions a blueprint gives to each topic, in the order of the topics. */
export function questionsByTopic({ questions, topics: weights }: Blueprint): readonly number[] {
  return apportion(
    questions,
    topics.map((topic) => weights[topic]),
  )
}

/**
 * How many questions a paper has in each stratum. It depends on the blueprint and the bank alone, so all papers of one
 * blueprint have the same. Topics and levels get exactly their largest-remainder counts; within a topic and level the
 * path lengths get theirs in proportion to the facts that the bank has.
 */
export function planStrata(
  blueprint: Blueprint,
  candidates: readonly Candidate[],
): { readonly kind: 'planned'; readonly shares: readonly Share[] } | ({ readonly kind: 'short' } & Shortage) {
  const facts = topics.map((topic) =>
    levels.map((level) => pathLengths.map((pathLength) => factsIn(candidates, { topic, level, pathLength }))),
  )
  const room = facts.map((ofTopic) => ofTopic.map((ofLevel) => new Set(ofLevel.flat()).size))
  const byLevel = levels.map((level) => blueprint.levels[level])
  const dealt = deal({ rows: questionsByTopic(blueprint), columns: apportion(blueprint.questions, byLevel), room })
  if (dealt.kind === 'short') return shortage(dealt, room)
  const shares = topics.flatMap((topic, row) =>
    levels.flatMap((level, column) => {
      const known = facts[row]?.[column] ?? []
      const counts = apportion(
        dealt.cells[row]?.[column] ?? 0,
        known.map((ofLength) => ofLength.length),
      )
      return pathLengths.map((pathLength, band) => ({ topic, level, pathLength, count: counts[band] ?? 0 }))
    }),
  )
  return { kind: 'planned', shares: shares.filter(({ count }) => count > 0) }
}

function shortage(
  { row, column, missing }: Extract<Dealt, { kind: 'short' }>,
  room: readonly (readonly number[])[],
): { readonly kind: 'short' } & Shortage {
  const available = room[row]?.[column] ?? 0
  return {
    kind: 'short',
    topic: topics[row] ?? 'open',
    level: levels[column] ?? 1,
    wanted: available + missing,
    available,
  }
}

/** The facts that a stratum's items ask, each once. */
export function factsIn(candidates: readonly Candidate[], stratum: Stratum): readonly string[] {
  return [...new Set(candidates.filter((candidate) => isIn(candidate, stratum)).map(({ fact }) => fact))]
}

export function isIn(candidate: Candidate, { topic, level, pathLength }: Stratum): boolean {
  return candidate.topic === topic && candidate.level === level && candidate.pathLength === pathLength
}
