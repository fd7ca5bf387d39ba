import type { Say } from '../i18n/say'
import type { Answer } from '../items/answer'
import { judgeProse } from '../items/claims/judge-prose'
import { beliefsBetrayed } from '../items/diagnosis/betrayed'
import type { Change, Explanation, Parting } from '../items/explanation'
import type { Body } from '../items/item'
import { controlOf, explainAnswer, isRightOption, scoreAnswer } from '../items/kinds/all'
import { wayIn } from '../items/kinds/shortest-way'
import { pairIn } from '../items/kinds/together'
import { placesOf } from '../items/state-pairs'
import { findStatement } from '../items/statement-truth'
import { followWay } from '../items/ways'
import { checks } from '../tcp/event-processing/checks'
import { comparisonSlugs } from '../tcp/peers/comparison-slugs'
import { findRule } from '../tcp/rules'
import type { Application, Run } from '../tcp/run'
import { formatSegment } from '../tcp/segment'
import { type State, slugOf } from '../tcp/states'
import { wordKey } from '../tcp/word-key'
import { differenceWords } from './difference-words'
import { applicationWords, marked, meaningWords, placesWords, ruleEventWords, ruleWords } from './machine-words'
import { readMarkdown } from './markdown'
import { hrefOfPair, whyOfPair } from './pair-words'
import { variablesOf } from './present-endpoint'
import { presentOption } from './present-option'
import { presentSequence } from './present-sequence'
import { pileWords, wayOnWords } from './present-sockets'
import { brokenWords, impossibleOf, presentToldTrace, traceGround } from './present-trace'
import type { Feedback, PresentedOutcome } from './presented-item'
import { vouchedWords } from './vouched-words'

/** One answer can fit many beliefs; so many of them are told, those that it fits best. */
const beliefsTold = 2

/** What a person is told about an answer to a body whose options were shown in this order. */
export function presentFeedback(say: Say, body: Body, shown: readonly string[], answer: Answer): Feedback {
  const explained = explainAnswer(body, answer)
  const control = controlOf(body)
  const chosen = control === 'choice' || control === 'several'
  return {
    right: scoreAnswer(body, answer),
    answer: explained.key.map((option) => (control === 'numbers' ? marked(option) : presentOption(say, option))),
    rightOptions: chosen ? shown.flatMap((option, index) => (explained.key.includes(option) ? [index] : [])) : [],
    rightPlace: control === 'place' ? (explained.key[0] ?? null) : null,
    rule: ruleOf(say, body, explained),
    author: body.kind === 'prose' ? readMarkdown(body.why) : null,
    parting: explained.parting === null ? null : partingWords(say, explained.parting),
    change: explained.change === null ? null : changeWords(say, explained.change),
    beliefs: beliefsBetrayed(body, answer)
      .slice(0, beliefsTold)
      .map((id) => ({
        belief: say(`misconceptions.${id}.belief`),
        correction: say(`misconceptions.${id}.correction`),
      })),
    statements: body.kind === 'statements' ? shown.map((option) => statementVerdict(say, body, option)) : [],
    proof:
      explained.run === null
        ? []
        : checksOf(explained.run).map(({ rule, cite }) => ({
            text: applicationWords(say, rule),
            cite: placesWords(say, cite),
          })),
    outcome: explained.run === null ? null : outcomeOf(say, explained.run),
    sequence: sequenceOf(say, body, explained),
    timeline: explained.timeline,
  }
}

function sequenceOf(say: Say, body: Body, { path }: Explanation): Feedback['sequence'] {
  if (body.kind === 'impossible-segment' || body.kind === 'states-of-trace') return presentToldTrace(say, body)
  return path === null ? null : presentSequence(say, path.name, null)
}

function ruleOf(say: Say, body: Body, explained: Explanation): Feedback['rule'] {
  const { rule: id, cite: places } = explained
  const cite = placesWords(say, places)
  const rule = id === null ? undefined : findRule(id)
  if (rule !== undefined) {
    return {
      text: ruleWords(say, rule),
      cite: placesWords(say, rule.cite),
      href: `/learn/${slugOf(rule.from)}#${rule.id}`,
    }
  }
  switch (body.kind) {
    case 'state-from-meaning':
    case 'meaning-from-state':
      return {
        text: say('item.meaningOf', { state: marked(body.state), meaning: meaningWords(say, body.state) }),
        cite,
        href: `/learn/${slugOf(body.state)}`,
      }
    case 'socket-pile': {
      const text = say('item.pile.ground', { meaning: pileWords(say, body.pile), wayOn: wayOnWords(say, body.pile) })
      return { text, cite, href: `/learn/${slugOf(body.pile)}` }
    }
    case 'impossible-segment': {
      const { number, peer, segment, rule: brokenRule } = impossibleOf(body)
      const values = { number, peer, segment: marked(segment), why: brokenWords(say, brokenRule) }
      return { text: say('item.grounds.impossible-segment', values), cite, href: null }
    }
    case 'states-of-trace':
      return { text: traceGround(say, body), cite, href: null }
    case 'shortest-way': {
      const way = wayIn(explained.key[0] ?? null) ?? []
      const passed = [body.from, ...followWay(body.from, way).map(({ end }) => end.state)]
      return {
        text: say('item.way.why', { states: passed.map(marked).join(' → '), count: way.length }),
        cite,
        href: `/learn/${slugOf(body.from)}`,
      }
    }
    case 'together': {
      const pair = pairIn(explained.key[0] ?? null)
      return pair === null
        ? { text: say('item.grounds.together'), cite, href: null }
        : { text: whyOfPair(say, pair), cite, href: hrefOfPair(pair) }
    }
    case 'prose':
      return { text: vouchedWords(say, judgeProse(body)), cite: '', href: null }
    case 'possible':
      return {
        text: say('item.possible.whyNever', { from: marked(body.from), to: marked(body.to) }),
        cite,
        href: `/learn/${slugOf(body.from)}`,
      }
    default:
      return { text: say(`item.grounds.${body.kind}`), cite, href: null }
  }
}

function statementVerdict(say: Say, body: Body, option: string): Feedback['statements'][number] {
  const id = option.slice('statement:'.length)
  const check = findStatement(id)?.check
  const rests = check?.kind === 'experiment' ? check.rests : undefined
  return {
    right: isRightOption(body, option),
    why: say(`statements.${id}.why`),
    cite: placesWords(say, check?.cite ?? ''),
    href: rests === undefined ? null : `/learn/experiments#${comparisonSlugs[rests]}`,
  }
}

function partingWords(say: Say, parting: Parting): Feedback['parting'] {
  switch (parting.kind) {
    case 'check':
      return {
        text: say('item.parting.check', { check: applicationWords(say, parting.application.rule) }),
        cite: placesWords(say, parting.application.cite),
      }
    case 'leads to': {
      const rule = findRule(parting.rule)
      const event = rule === undefined ? '' : ruleEventWords(say, rule)
      const cite = rule === undefined ? null : placesWords(say, rule.cite)
      return { text: say('item.parting.leadsTo', { event, state: marked(parting.state) }), cite }
    }
    case 'position':
      return { text: say('item.parting.position', { position: parting.position }), cite: null }
    case 'unexplained':
      return { text: say('item.parting.unexplained', { position: parting.position }), cite: null }
    case 'gap':
      return parting.field === null
        ? { text: say('item.parting.gap', { gap: parting.gap }), cite: null }
        : { text: say('item.parting.gapField', { gap: parting.gap, field: marked(parting.field) }), cite: '3.4' }
    case 'ends in':
      return {
        text: say('item.parting.endsIn', { state: marked(parting.state) }),
        cite: placesWords(say, parting.cite),
      }
    case 'longer':
      return { text: say('item.parting.longer', { steps: parting.steps, least: parting.least }), cite: null }
    case 'field':
      return { text: say('item.parting.field', { field: marked(parting.field) }), cite: '3.4' }
    case 'number':
      return {
        text: say(`item.parting.numbers.${parting.field}.${wordKey(parting.source)}`, { value: parting.value ?? 0 }),
        cite: '3.4',
      }
    case 'statements':
      return { text: say('item.parting.statements', { count: parting.ids.length }), cite: null }
    case 'sendable': {
      const values = { number: parting.number, peer: parting.peer, states: statesWords(say, parting.states, 'or') }
      return { text: say('item.parting.sendable', values), cite: null }
    }
    case 'stays': {
      const values = { state: marked(parting.state), event: say(`item.pile.mover.${wordKey(parting.on)}`) }
      return { text: say('item.parting.stays', values), cite: null }
    }
    case 'set': {
      const told = (part: 'missed' | 'extra') =>
        say(`item.parting.set.${part}`, { states: statesWords(say, parting[part], 'comma') })
      if (parting.extra.length === 0) return { text: told('missed'), cite: null }
      if (parting.missed.length === 0) return { text: told('extra'), cite: null }
      return { text: say('item.parting.set.both', { missed: told('missed'), extra: told('extra') }), cite: null }
    }
    case 'pair':
      return { text: whyOfPair(say, parting.pair), cite: placesWords(say, placesOf(parting.pair)) }
    case 'names': {
      const meaning = meaningWords(say, parting.state)
      return { text: say('item.parting.names', { state: marked(parting.state), meaning }), cite: '3.3.2' }
    }
    case 'spelling': {
      const written = { typed: marked(parting.typed), state: marked(parting.state) }
      return { text: say('item.parting.spelling', written), cite: '3.3.2' }
    }
    case 'not a state':
      return {
        text: say(parting.why === null ? 'item.parting.noState' : `machine.notAState.${wordKey(parting.why)}`),
        cite: '3.3.2',
      }
  }
}

function statesWords(say: Say, states: readonly State[], between: 'or' | 'comma'): string {
  return states.map(marked).join(say(`item.trace.${between}`))
}

function changeWords(say: Say, change: Change): string {
  switch (change.kind) {
    case 'rule': {
      const parts = differenceWords(say, change.difference)
      return parts === null ? say('item.change.otherwise') : say('item.change.if', { parts })
    }
    case 'state':
      return say('item.change.meaning', { state: marked(change.state) })
    case 'text':
      return say('item.change.text', { len: change.len })
    case 'variable':
      return say('item.change.variable', { variable: marked(change.variable), value: change.value })
  }
}

function outcomeOf(say: Say, run: Run): PresentedOutcome {
  return {
    state: run.end.state,
    sent: run.emits.map(formatSegment),
    told: run.responses.map(({ to, text }) =>
      say('item.told', { to: say(`machine.listeners.${to.toLowerCase().replace(/ /g, '-')}`), text: marked(text) }),
    ),
    variables: variablesOf(run.end),
  }
}

/** The run's checks in order; the rule that sums them up stands above them already. */
function checksOf(run: Run): readonly Application[] {
  return run.moves.flatMap((move) => move.checks.map((rule) => ({ rule, cite: checks[rule] })))
}
