import type { Say } from '../i18n/say'
import type { Answer } from '../items/answer'
import { findSoundBody, type Stored } from '../items/mark'
import { showOptions } from '../items/shown'
import { topics } from '../items/topics'
import type { Withdrawal } from '../teach/regrade'
import { presentFeedback } from './present-feedback'
import { presentItem } from './present-item'
import { givenWords } from './present-review'
import type { Feedback, PresentedItem } from './presented-item'

/** One question of a finished exam: as it was asked, what was given, what is right and why. */
export type ResultEntry = {
  readonly points: number
  /** In hundredths of the points. */
  readonly credit: number
  readonly item: PresentedItem
  /** Places of the options that were chosen, in the order shown; empty for other ways of answering. */
  readonly chosen: readonly number[]
  /** What was given, in words; null where nothing was. */
  readonly given: readonly string[] | null
  /** What is right; null where that is not shown. */
  readonly key: Pick<Feedback, 'answer' | 'rightOptions'> | null
  /** Why; null where that is not shown. */
  readonly feedback: Feedback | null
  /** What to learn again: the rule, or the reasons of the statements that were misjudged. Empty where nothing is shown. */
  readonly repair: readonly Feedback['rule'][]
  /** That the question was withdrawn, and why; null where it stands. */
  readonly withdrawn: Withdrawal | null
}

type Asked = {
  readonly position: number
  readonly topic: string
  readonly level: number
  readonly seed: number
  readonly item: Stored
}

const noAnswer: Answer = { form: 'text', text: '' }

type Scored = {
  readonly position: number
  readonly points: number
  readonly credit: number
  readonly answer: Answer | null
}

/** What is shown of a paper: the keys, and why they are. */
type ShownParts = { readonly key: boolean; readonly explanation: boolean }

const everything: ShownParts = { key: true, explanation: true }
const nothing: ShownParts = { key: false, explanation: false }

/**
 * The questions of a finished paper with their scores; one whose item is not sound any more has no score and is left out.
 * What is not shown is not in what this returns; of a question that was withdrawn neither key nor explanation is, for that is
 * what was wrong with it.
 */
export function presentResults(
  say: Say,
  paper: readonly Asked[],
  scores: readonly Scored[],
  shown: ShownParts = everything,
  withdrawn: ReadonlyMap<number, Withdrawal> = new Map(),
): readonly ResultEntry[] {
  return paper.flatMap((asked) => {
    const score = scores.find(({ position }) => position === asked.position)
    const withdrawal = withdrawn.get(asked.position) ?? null
    const parts = withdrawal === null ? shown : nothing
    return score === undefined ? [] : (presentResult(say, asked, { ...score, withdrawn: withdrawal }, parts) ?? [])
  })
}

function presentResult(
  say: Say,
  asked: Asked,
  { points, credit, answer, withdrawn }: Scored & Pick<ResultEntry, 'withdrawn'>,
  shown: ShownParts,
): ResultEntry | null {
  const body = findSoundBody(asked.item)
  const topic = topics.find((known) => known === asked.topic)
  if (body === null || topic === undefined) return null
  const { position, level, seed } = asked
  const options = showOptions(body, seed)
  const feedback = presentFeedback(say, body, options, answer ?? noAnswer)
  const chosen = answer === null ? [] : placesOf(answer, options)
  return {
    points,
    credit,
    withdrawn,
    repair: credit === 100 || !shown.explanation ? [] : repairOf(feedback, chosen),
    item: presentItem(say, { position, topic, level, body, options }),
    chosen,
    given: answer === null ? null : givenWords(say, answer),
    key: shown.key ? { answer: feedback.answer, rightOptions: feedback.rightOptions } : null,
    feedback: shown.explanation ? (answer === null ? withoutParting(feedback) : feedback) : null,
  }
}

/** Where nothing was answered nothing parts from the machine. */
function withoutParting(feedback: Feedback): Feedback {
  return { ...feedback, parting: null, change: null, beliefs: [] }
}

function repairOf({ rule, statements }: Feedback, chosen: readonly number[]): ResultEntry['repair'] {
  if (statements.length === 0) return rule.cite === '' ? [] : [rule]
  const misjudged = statements.filter(({ right }, index) => right !== chosen.includes(index))
  return misjudged.map(({ why, cite }) => ({ text: why, cite, href: null }))
}

function placesOf(answer: Answer, options: readonly string[]): readonly number[] {
  const taken = answer.form === 'choice' ? [answer.option] : answer.form === 'several' ? answer.options : []
  return options.flatMap((option, index) => (taken.includes(option) ? [index] : []))
}
