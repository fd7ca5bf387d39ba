import type { Say } from '../i18n/say'
import type { Answer } from '../items/answer'
import { judgeProse } from '../items/claims/judge-prose'
import type { Change, Explanation, Parting } from '../items/explanation'
import type { Body } from '../items/item'
import { controlOf, explainAnswer, isRightOption, scoreAnswer } from '../items/kinds/all'
import { findStatement } from '../items/statement-truth'
import { checks } from '../tcp/event-processing/checks'
import { comparisonSlugs } from '../tcp/peers/comparison-slugs'
import { findRule } from '../tcp/rules'
import type { Application, Run } from '../tcp/run'
import { formatSegment } from '../tcp/segment'
import { slugOf } from '../tcp/states'
import { wordKey } from '../tcp/word-key'
import { differenceWords } from './difference-words'
import { applicationWords, marked, meaningWords, placesWords, ruleEventWords, ruleWords } from './machine-words'
import { readMarkdown } from './markdown'
import { variablesOf } from './present-endpoint'
import { presentOption } from './present-option'
import { presentSequence } from './present-sequence'
import type { Feedback, PresentedOutcome } from './presented-item'
import { vouchedWords } from './vouched-words'

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
    beliefs: explained.beliefs.map((id) => ({
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
    sequence: explained.path === null ? null : presentSequence(say, explained.path.name, null),
  }
}

function ruleOf(say: Say, body: Body, { rule: id, cite: places }: Explanation): Feedback['rule'] {
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
    case 'field':
      return { text: say('item.parting.field', { field: marked(parting.field) }), cite: '3.4' }
    case 'number':
      return {
        text: say(`item.parting.numbers.${parting.field}.${wordKey(parting.source)}`, { value: parting.value ?? 0 }),
        cite: '3.4',
      }
    case 'statements':
      return { text: say('item.parting.statements', { count: parting.ids.length }), cite: null }
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
