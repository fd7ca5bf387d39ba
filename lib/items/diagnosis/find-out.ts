import type { Answer } from '../answer'
import type { Body } from '../item'
import { nameIn } from '../kinds/kind'
import { statements } from '../statements'
import { mutantIds } from './believers'
import { beliefsBetrayed } from './betrayed'
import { chooseQuestion, type Questions } from './choose-question'
import { likelihoodOf } from './likelihood'
import { orderStatements } from './order-statements'
import { likeliest, type Posterior, prior, updated } from './posterior'

/** So many questions at most are asked to find out what somebody believes. */
export const mostQuestions = 12

/** A statement is asked so often at most: who is asked the same again and again remembers what they said. */
const mostOfOne = 2

/** So likely, and there is no need to ask on. */
const sure = 0.98

/** One question of the run with what was answered; `itemId` is the stored item that it is, or that it was made from. */
export type Asked = { readonly itemId: string; readonly body: Body; readonly answer: Answer }

/** What to ask next: a stored item, or a question made to order, told under a stored item that asks the first of it. */
export type NextQuestion = { readonly itemId: string; readonly body: Body; readonly made: boolean }

const sought = new WeakMap<Questions, readonly string[]>()

/** The beliefs that a run can find: those that some question shows. */
function soughtIn(questions: Questions): readonly string[] {
  const known = sought.get(questions)
  if (known !== undefined) return known
  const shown = new Set(questions.flatMap(({ spreads }) => spreads.groups.flatMap(({ ids }) => ids)))
  const ids = mutantIds.filter((id) => shown.has(id))
  sought.set(questions, ids)
  return ids
}

/** What the answers of a run say, from knowing nothing. */
export function posteriorOf(questions: Questions, asked: readonly Asked[]): Posterior {
  return asked.reduce(
    (posterior, { body, answer }) => updated(posterior, likelihoodOf(body, answer)),
    prior(soughtIn(questions)),
  )
}

/**
 * The question whose answer is expected to tell most of what somebody believes, after those of this run; null where enough is
 * known, or enough was asked.
 */
export function findNextQuestion(questions: Questions, asked: readonly Asked[]): NextQuestion | null {
  if (asked.length >= mostQuestions) return null
  const posterior = posteriorOf(questions, asked)
  if (isSure(posterior, asked)) return null
  const stored = chooseQuestion(questions, posterior, new Set(asked.map(({ itemId }) => itemId)))
  const made = orderStatements({ posterior, without: askedEnough(asked) })
  const itemId = made === null ? undefined : anchorOf(made.body.options)
  if (made !== null && itemId !== undefined && made.bits > (stored?.bits ?? 0))
    return { itemId, body: made.body, made: true }
  return stored === null ? null : { itemId: stored.candidate.id, body: stored.candidate.body, made: false }
}

/** Of a belief nobody is sure by one answer, whatever it was. */
function isSure(posterior: Posterior, asked: readonly Asked[]): boolean {
  const best = likeliest(posterior)
  if (best === null) return posterior.none >= sure
  const fits = asked.filter(({ body, answer }) => beliefsBetrayed(body, answer).includes(best))
  return fits.length > 1 && (posterior.beliefs.get(best) ?? 0) >= sure
}

function askedEnough(asked: readonly Asked[]): ReadonlySet<string> {
  const times = new Map<string, number>()
  for (const { body } of asked) {
    if (body.kind !== 'statements') continue
    for (const option of body.options) {
      const id = nameIn(option, 'statement') ?? ''
      times.set(id, (times.get(id) ?? 0) + 1)
    }
  }
  return new Set([...times].filter(([, count]) => count >= mostOfOne).map(([id]) => id))
}

const stored = new Set(statements.map(({ id }) => id))

/** The stored item under which a question made of these statements is asked: that of the first that the bank has. */
function anchorOf(options: readonly string[]): string | undefined {
  const ids = options.map((option) => nameIn(option, 'statement') ?? '')
  const first = ids.find((id) => stored.has(id))
  return first === undefined ? undefined : `statements/${first}`
}
