import { readStateName } from '../tcp/names'
import { replay } from '../tcp/replay/replay'
import type { Answer } from './answer'
import { judgeProse } from './claims/judge-prose'
import { runOf } from './explanation'
import { type Body, bodySchema, type Item } from './item'
import { situationsAlong } from './kinds/after-events'
import { controlOf, explainAnswer, isRightOption, offeredBy, scoreAnswer } from './kinds/all'
import { wayIn } from './kinds/shortest-way'
import { pairIn } from './kinds/together'
import { selectPath } from './paths'
import { nameOfPair, type StatePair, verdictOn } from './state-pairs'
import { followWay, shortestWays } from './ways'

/** What is wrong with a stored item, in words for whoever keeps the bank. */
export type Flaw = { readonly item: string; readonly what: string }

/**
 * Proves one item against the machine: it parses, exactly the right number of options is right and every other is
 * refuted, the right answer is scored right, its proof replays, and nothing ambiguous is asked. Empty when it stands.
 */
export function verifyItem(item: Pick<Item, 'id'> & { readonly body: unknown }): readonly Flaw[] {
  const parsed = bodySchema.safeParse(item.body)
  if (!parsed.success) return [{ item: item.id, what: 'does not parse' }]
  const body = parsed.data
  const flaws = [...optionFlaws(body), ...keyFlaws(body), ...runFlaws(body)]
  return flaws.map((what) => ({ item: item.id, what }))
}

function optionFlaws(body: Body): readonly string[] {
  const control = controlOf(body)
  const offered = offeredBy(body)
  if (new Set(offered).size !== offered.length && control !== 'order') return ['offers an option twice']
  if (control === 'text' || control === 'numbers') return []
  if (control === 'order') return offered.length < 3 ? ['has too little to order'] : []
  if (control === 'fill') return fillFlaws(body)
  const right = offered.filter((option) => isRightOption(body, option))
  if (control === 'several') {
    return right.length === 0 || right.length === offered.length ? ['has statements of one kind only'] : []
  }
  const isFour = offered.length === 4 || body.kind === 'prose'
  const few = control === 'choice' && !isFour ? [`offers ${offered.length} options`] : []
  return right.length === 1 ? few : [`has ${right.length} right options`]
}

/** Every gap has its option, each another one, and there are others that fit nowhere. */
function fillFlaws(body: Body): readonly string[] {
  const { key } = explainAnswer(body, { form: 'text', text: '' })
  const offered = offeredBy(body)
  const isWhole = key.every((option) => offered.includes(option)) && new Set(key).size === key.length
  const wrong = offered.filter((option) => !isRightOption(body, option))
  return isWhole && wrong.length >= 2 && wrong.length + key.length === offered.length
    ? []
    : ['has gaps that its options do not fit']
}

/** The right answer to a body, from its own explanation; null where the explanation does not say. */
export function rightAnswer(body: Body): Answer | null {
  const { key, run } = explainAnswer(body, { form: 'text', text: '' })
  const [first] = key
  const control = controlOf(body)
  switch (control) {
    case 'several':
      return { form: 'several', options: key }
    case 'order':
    case 'fill':
      return { form: control, options: key }
    case 'numbers': {
      const sent = run?.emits[0]
      return sent === undefined ? null : { form: 'numbers', seq: sent.seq, ack: sent.ack }
    }
    case 'text':
      return first === undefined ? null : { form: 'text', text: first.replace('state:', '') }
    default:
      return first === undefined ? null : { form: 'choice', option: first }
  }
}

function keyFlaws(body: Body): readonly string[] {
  const answer = rightAnswer(body)
  if (answer === null) return ['has no key']
  if (!scoreAnswer(body, answer)) return ['does not score its own key as right']
  return wrongAnswers(body, answer).some((wrong) => scoreAnswer(body, wrong)) ? ['scores a wrong answer as right'] : []
}

/** Answers that must not be right: each other option, another state, another number, another order. */
function wrongAnswers(body: Body, right: Answer): readonly Answer[] {
  switch (right.form) {
    case 'choice':
      return offeredBy(body)
        .filter((option) => option !== right.option)
        .map((option) => ({ form: 'choice', option }))
    case 'several':
      return [
        { form: 'several', options: offeredBy(body) },
        { form: 'several', options: [] },
      ]
    case 'order':
      return [{ form: 'order', options: right.options.slice(1) }]
    case 'fill':
      return [
        { form: 'fill', options: right.options.slice(1) },
        {
          form: 'fill',
          options: right.options.map((option) => offeredBy(body).find((other) => other !== option) ?? ''),
        },
      ]
    case 'text': {
      const read = readStateName(right.text)
      const other = read.kind === 'state' && read.state === 'CLOSED' ? 'LISTEN' : 'CLOSED'
      return [
        { form: 'text', text: other },
        { form: 'text', text: '' },
      ]
    }
    case 'numbers':
      return [
        { ...right, seq: (right.seq ?? 0) + 1 },
        { ...right, ack: right.ack === null ? 0 : right.ack + 1 },
      ]
  }
}

function runFlaws(body: Body): readonly string[] {
  if (body.kind === 'prose') return judgeProse(body).kind === 'refuted' ? ['claims what the machine refutes'] : []
  if (body.kind === 'shortest-way') {
    const ways = body.options.map(wayIn)
    if (ways.includes(null)) return ['names no way']
    return shortestWays(body.from, body.to).flatMap((way) => followWay(body.from, way).flatMap(flawsOfRun))
  }
  if (body.kind === 'together') return body.options.flatMap((option) => flawsOfPair(pairIn(option)))
  if (body.kind === 'after-events') {
    return situationsAlong(body).flatMap((situation) => flawsOfRun(runOf(situation)))
  }
  if ('situation' in body) return flawsOfRun(runOf(body.situation, 'iss' in body ? body.iss : undefined))
  if (body.kind === 'type-state' && body.clue.kind === 'situation') return flawsOfRun(runOf(body.clue.situation))
  if (!('path' in body)) return []
  // A path is cited as a whole: the RFC prints it. Its runs must replay all the same.
  const runs = selectPath(body.path).lines.flatMap(({ run }) => run ?? [])
  return runs.some((run) => replay(run).kind === 'fails') ? ['stands on a path that does not replay'] : []
}

/** What can occur has a run that replays; what can't, an invariant that excludes it. */
function flawsOfPair(pair: StatePair | null): readonly string[] {
  if (pair === null) return ['names no pair of states']
  const verdict = verdictOn(pair)
  if (verdict.kind === 'excluded') return verdict.by.length === 0 ? [`cannot say why not ${nameOfPair(pair)}`] : []
  const runs = verdict.steps.flatMap(({ run }) => run ?? [])
  return runs.some((run) => replay(run).kind === 'fails')
    ? [`has a run to ${nameOfPair(pair)} that does not replay`]
    : []
}

function flawsOfRun(run: ReturnType<typeof runOf>): readonly string[] {
  const verdict = replay(run)
  const replayed = verdict.kind === 'holds' ? [] : [`does not replay: ${verdict.why}`]
  return run.ambiguous === null ? replayed : [...replayed, `asks what is ambiguous: ${run.ambiguous}`]
}
