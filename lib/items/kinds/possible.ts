import { canon, type Machine } from '../../misconceptions/machine'
import { findRule, type Rule, rulesOf } from '../../tcp/rules'
import { type State, states } from '../../tcp/states'
import { explanation, leadsTo, runOfRule } from '../explanation'
import type { BodyOf } from '../item'
import { randomFrom, seedOf, shuffled } from '../random'
import type { Topic } from '../topics'
import { rulesWorthAsking, topicOf } from '../worth-asking'
import { chosen, type Kind, nameIn, optionOf, scoreChoice } from './kind'

/** Every change of state that a machine knows, the ambiguous ones too: what is said to be impossible must be. */
function movesOf(by: Machine): readonly Rule[] {
  return rulesOf('rfc9293')
    .map((rule) => ({ ...rule, to: by.answer(rule).to }))
    .filter((rule) =>
      by === canon ? rule.kind === 'transition' : rule.kind !== 'cannot occur' && rule.to !== rule.from,
    )
}

const moves = movesOf(canon)

const isDirect = (from: State, to: State) => waysOf(canon).direct.has(`${from}>${to}`)

/** Where a connection can get to without ending or listening anew. */
function livesOf(from: State, moves: readonly Rule[]): readonly State[] {
  const reached: State[] = []
  const frontier: State[] = [from]
  for (let at = frontier.pop(); at !== undefined; at = frontier.pop()) {
    const next = moves.filter((rule) => rule.from === at && rule.to !== 'CLOSED' && rule.to !== 'LISTEN')
    for (const { to } of next) {
      if (reached.includes(to)) continue
      reached.push(to)
      frontier.push(to)
    }
  }
  return reached
}

type Ways = { readonly direct: ReadonlySet<string>; readonly lives: ReadonlyMap<State, readonly State[]> }

const ways = new WeakMap<Machine, Ways>()

/** The pairs of states that one step joins on a machine, and where each state can lead; worked out once. */
function waysOf(by: Machine): Ways {
  const known = ways.get(by)
  if (known !== undefined) return known
  const own = movesOf(by)
  const found = {
    direct: new Set(own.map(({ from, to }) => `${from}>${to}`)),
    lives: new Map(states.map((state) => [state, livesOf(state, own)])),
  }
  ways.set(by, found)
  return found
}

/** What may come between within one connection. */
const between = states.filter((state) => state !== 'CLOSED' && state !== 'LISTEN')

const never = optionOf('never', '')

const offered: Kind<'possible'>['offered'] = (body) => body.options

/** `yes:rule` by that rule's event; `via:state` not directly, but through it; `never` not within this connection. */
const isRight: Kind<'possible'>['isRight'] = ({ from, to }, option, by = canon) => {
  const { direct, lives } = waysOf(by)
  const joins = (one: State, other: State) => direct.has(`${one}>${other}`)
  const yes = nameIn(option, 'yes')
  if (yes !== null) {
    const rule = findRule(yes)
    return rule !== undefined && rule.from === from && leadsTo(rule, by) === to
  }
  const via = between.find((state) => optionOf('via', state) === option)
  if (via !== undefined) return !joins(from, to) && joins(from, via) && joins(via, to)
  return option === never && !joins(from, to) && lives.get(from)?.includes(to) === false
}

/**
 * The pairs that are asked. Not asked: what ends or listens anew, and whether a state can come to TIME-WAIT other than
 * by the rows, since 3.5.2 would send whoever issues a reset there (ambiguities.ts, reset-issuer).
 */
function isAskable(from: State, to: State): boolean {
  if (from === to || to === 'CLOSED' || to === 'LISTEN' || from === 'CLOSED') return false
  const sendsNoReset = from === 'CLOSING' || from === 'LAST-ACK'
  return to !== 'TIME-WAIT' || sendsNoReset || isDirect(from, to)
}

function candidatesFor(from: State, to: State): readonly string[] {
  const yes = rulesWorthAsking.filter((rule) => rule.from === from).map((rule) => optionOf('yes', rule.id))
  const via = between.filter((state) => state !== from && state !== to).map((state) => optionOf('via', state))
  return [...yes, ...via, never]
}

/** Four options: one never, one or two ways round, the rest events; one of the four is right. */
function optionsFor(from: State, to: State, right: string): readonly string[] {
  const wrong = candidatesFor(from, to).filter((option) => option !== right && !isRightFor(from, to, option))
  const random = randomFrom(seedOf(`${from}>${to}`))
  const ofSort = (sort: string) =>
    shuffled(
      wrong.filter((option) => option.startsWith(`${sort}:`)),
      random,
    )
  const isNear = (option: string) => states.some((state) => optionOf('via', state) === option && isDirect(from, state))
  const round = ofSort('via')
  const near = [...round.filter(isNear), ...round.filter((option) => !isNear(option))]
  const other = right.startsWith('via') ? ofSort('yes').slice(0, 1) : near.slice(0, 1)
  const drawn = [...new Set([right, never, ...other, ...ofSort('yes'), ...near])]
  return drawn.slice(0, 4).sort()
}

function isRightFor(from: State, to: State, option: string): boolean {
  return isRight({ kind: 'possible', from, to, options: [] }, option)
}

function pairs(): readonly { readonly from: State; readonly to: State; readonly right: string }[] {
  return states.flatMap((from) =>
    states
      .filter((to) => isAskable(from, to))
      .flatMap((to) => {
        const right = candidatesFor(from, to).filter((option) => isRightFor(from, to, option))
        const [one] = right
        return one === undefined ? [] : [{ from, to, right: one }]
      }),
  )
}

let asked: ReadonlyMap<string, string> | undefined

/** The right answer about a pair of states, as an option of `possible`; null where the pair is not asked. Worked out once. */
export function answerToPair(from: State, to: State): string | null {
  asked ??= new Map(pairs().map((pair) => [`${pair.from}>${pair.to}`, pair.right]))
  return asked.get(`${from}>${to}`) ?? null
}

/** The question whether an endpoint can come from the one to the other; null where that pair is not asked. */
export function askPossible(from: State, to: State): BodyOf<'possible'> | null {
  const right = answerToPair(from, to)
  return right === null ? null : { kind: 'possible', from, to, options: [...optionsFor(from, to, right)] }
}

/** Can an endpoint in this state come to that one, and if not, why not? */
export const possible: Kind<'possible'> = {
  kind: 'possible',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () =>
    pairs().map(({ from, to, right }) => ({
      id: `possible/${from}/${to}`,
      fact: `pair/${from}/${to}`,
      topic: topicOfPair(from, to),
      level: right === never ? 3 : 2,
      body: { kind: 'possible', from, to, options: [...optionsFor(from, to, right)] },
    })),
  explain: (body, answer) => {
    const key = body.options.filter((option) => isRight(body, option))
    const rule = ruleOfPair(body.from, body.to, key[0] ?? never)
    const told = {
      key,
      cite: rule?.cite ?? '3.3.2, Figure 5',
      rule: rule?.id ?? null,
      run: rule === undefined ? null : runOfRule(rule),
    }
    const given = findRule(nameIn(chosen(answer), 'yes') ?? '')
    if (given === undefined || key.includes(optionOf('yes', given.id))) return explanation(told)
    return explanation({
      ...told,
      parting: { kind: 'leads to', state: given.to, rule: given.id },
    })
  },
}

/** The rule that takes the first step of the right answer; none where the answer is never. */
export function ruleOfPair(from: State, to: State, right: string): Rule | undefined {
  const via = nameIn(right, 'via')
  const yes = nameIn(right, 'yes')
  if (yes !== null) return findRule(yes)
  return via === null ? undefined : moves.find((rule) => rule.from === from && rule.to === via && rule.to !== to)
}

/** The topic under which a pair of states is practised. */
export function topicOfPair(from: State, to: State): Topic {
  const rule =
    moves.find((move) => move.from === from && move.to === to) ?? moves.find((move) => move.to === to && move.figure5)
  return rule === undefined ? 'established' : topicOf(rule)
}
