import type { Credit } from '../assessment/blueprint'
import { type Guess, guessAt } from '../assessment/guessing'
import type { Body } from '../items/item'
import { type AbilitySplit, splitByAbility } from './ability-groups'
import { type Choices, choicesOf } from './choices'
import { correlation, meanOf, medianOf, varianceOf } from './correlation'
import { type Flag, flagsOf, mildFlags } from './item-flags'
import { type MarkedPaper, type MarkedQuestion, pointsOf, shareOf } from './marked-paper'
import { type Reliability, reliabilityOf } from './reliability'

export type Statistics = {
  readonly shown: number
  readonly omitted: number
  /** The mean credit, 0 to 1. */
  readonly facility: number
  /** The mean credit of somebody who answers at random, 0 to 1. */
  readonly guess: number
  /** The correlation of the credit with the share of the other points, −1 to 1; null where one of them is always the same. */
  readonly discrimination: number | null
  /** Facility among the best 27 % less that among the worst; null where too many tie. */
  readonly upperLower: {
    readonly value: number
    readonly upper: number
    readonly lower: number
    readonly tied: number
  } | null
  /** The median of the time taken, and of how many it is known; null where it is of none. */
  readonly took: { readonly ms: number; readonly of: number } | null
}

type Asked = Pick<MarkedQuestion, 'fact' | 'topic' | 'level'>

export type ItemAnalysis = Asked &
  Pick<MarkedQuestion, 'itemId' | 'version' | 'body'> & {
    readonly statistics: Statistics
    readonly choices: Choices
    readonly flags: readonly Flag[]
  }

export type FactAnalysis = Asked & {
  /** How many items asked it. */
  readonly items: number
  readonly statistics: Statistics
  readonly flags: readonly Flag[]
}

export type Analysis = {
  readonly papers: number
  /** Of the shares of the points, 0 to 1; null without a paper. */
  readonly scores: { readonly mean: number; readonly median: number; readonly sd: number } | null
  /** How many papers lie in each tenth of the points, the last with all points in it. */
  readonly tenths: readonly number[]
  readonly reliability: Reliability
  readonly items: readonly ItemAnalysis[]
  readonly facts: readonly FactAnalysis[]
}

/** A question of somebody's paper, with the share that they earned of all the other points. */
type Showing = { readonly question: MarkedQuestion; readonly rest: number | null }

/**
 * What the marked papers of an assignment say of its items and facts: one paper of each student, for a second one comes
 * after the first one's feedback. A teacher's question is an item of the version that was shown. Those with flags come
 * first, then the hardest. `rule` is the credit by which the papers were marked.
 */
export function analyseItems(papers: readonly MarkedPaper[], rule: Credit): Analysis {
  const showings = papers.flatMap(showingsOf)
  const guesses = new Map<Body, Guess>()
  const guess = (body: Body) => {
    const known = guesses.get(body) ?? guessAt(body, rule)
    guesses.set(body, known)
    return known.right + (1 - known.right) * known.wrong
  }
  const byItem = groupBy(showings, ({ question }) => `${question.version} ${question.itemId}`)
  const byFact = groupBy(showings, ({ question }) => question.fact)
  return {
    papers: papers.length,
    ...spread(papers),
    reliability: reliabilityOf(papers),
    items: byItem.flatMap((group) => analyseItem(group, guess) ?? []).toSorted(graveFirst),
    facts: byFact.flatMap((group) => analyseFact(group, guess) ?? []).toSorted(graveFirst),
  }
}

function spread(papers: readonly MarkedPaper[]): Pick<Analysis, 'scores' | 'tenths'> {
  const shares = papers.flatMap(({ questions }) => shareOf(pointsOf(questions)) ?? [])
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const share of shares) {
    const tenth = Math.min(9, Math.floor(share * 10))
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  const median = medianOf(shares)
  const scores = median === null ? null : { mean: meanOf(shares), median, sd: Math.sqrt(varianceOf(shares)) }
  return { scores, tenths }
}

function showingsOf({ questions }: MarkedPaper): readonly Showing[] {
  const all = pointsOf(questions)
  return questions.map((question) => {
    const own = pointsOf([question])
    return { question, rest: shareOf({ earned: all.earned - own.earned, outOf: all.outOf - own.outOf }) }
  })
}

function analyseItem(group: readonly Showing[], guess: (body: Body) => number): ItemAnalysis | null {
  const first = group[0]?.question
  if (first === undefined) return null
  const { itemId, version, fact, topic, level, body } = first
  const split = splitOf(group)
  const statistics = statisticsOf(group, split, guess)
  const givens = group.map(({ question: { answer, credit } }, index) => ({
    group: split?.groups[index] ?? ('middle' as const),
    answer,
    credit,
  }))
  const choices = choicesOf(body, givens)
  const flags = flagsOf(measured(statistics), split === null ? null : { choices, split })
  return { itemId, version, fact, topic, level, body, statistics, choices, flags }
}

function analyseFact(group: readonly Showing[], guess: (body: Body) => number): FactAnalysis | null {
  const first = group[0]?.question
  if (first === undefined) return null
  const { fact, topic, level } = first
  const statistics = statisticsOf(group, splitOf(group), guess)
  const items = new Set(group.map(({ question }) => question.itemId)).size
  return { fact, topic, level, items, statistics, flags: flagsOf(measured(statistics), null) }
}

/** By the rest of the papers, as the correlation is; null where one has no rest. */
function splitOf(group: readonly Showing[]): AbilitySplit | null {
  const rests = group.flatMap(({ rest }) => rest ?? [])
  return rests.length < group.length ? null : splitByAbility(rests)
}

function measured({ upperLower, ...rest }: Statistics) {
  return { ...rest, upperLower: upperLower?.value ?? null }
}

function statisticsOf(
  group: readonly Showing[],
  split: AbilitySplit | null,
  guess: (body: Body) => number,
): Statistics {
  const credits = group.map(({ question }) => question.credit / 100)
  const among = (wanted: string) => meanOf(credits.filter((_, index) => split?.groups[index] === wanted))
  const times = group.flatMap(({ question: { tookMs, answer } }) => (tookMs === null || answer === null ? [] : tookMs))
  const ms = medianOf(times)
  return {
    shown: group.length,
    omitted: group.filter(({ question }) => question.answer === null).length,
    facility: meanOf(credits),
    guess: meanOf(group.map(({ question }) => guess(question.body))),
    discrimination: correlation(
      group.flatMap(({ question, rest }) => (rest === null ? [] : [[question.credit, rest] as const])),
    ),
    upperLower:
      split === null
        ? null
        : { value: among('upper') - among('lower'), upper: split.upper, lower: split.lower, tied: split.tied },
    took: ms === null ? null : { ms, of: times.length },
  }
}

function groupBy<T>(elements: readonly T[], nameOf: (element: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const element of elements) {
    const name = nameOf(element)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [element])
    else group.push(element)
  }
  return [...groups.values()]
}

type Flagged = { readonly flags: readonly Flag[]; readonly statistics: Statistics }

function graveFirst(a: Flagged, b: Flagged): number {
  const grave = ({ flags }: Flagged) => (flags.some(({ kind }) => !mildFlags.has(kind)) ? 0 : 1)
  return grave(a) - grave(b) || a.statistics.facility - b.statistics.facility
}
