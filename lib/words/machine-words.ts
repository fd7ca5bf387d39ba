import { citeWords } from '../i18n/cite-words'
import type { Say } from '../i18n/say'
import type { Condition } from '../tcp/conditions'
import type { Emission } from '../tcp/emissions'
import { emissionForms } from '../tcp/emissions'
import type { EventName } from '../tcp/events'
import { findRule, type Rule } from '../tcp/rules'
import { type State, slugOf } from '../tcp/states'
import { wordKey } from '../tcp/word-key'

/** A word of the protocol, marked for the page. */
export function marked(name: string): string {
  return `\`${name}\``
}

/** The event as a clause: "the user calls `CLOSE`". */
export function eventWords(say: Say, on: EventName): string {
  return say(`machine.events.${wordKey(on)}.name`)
}

/** Where the RFC says so, in the words of the language. */
export function placesWords(say: Say, cite: string): string {
  return citeWords((key) => say(`machine.${key}`), cite)
}

/** "when …", as a clause without the "when". */
export function conditionWords(say: Say, condition: Condition): string {
  return say(`machine.conditions.${wordKey(condition)}`)
}

/** Several clauses as one phrase of the language. */
export function joined(say: Say, parts: readonly string[]): string {
  return parts.join(say('item.and'))
}

/** A rule's event with its conditions. */
export function ruleEventWords(say: Say, rule: Rule): string {
  const event = eventWords(say, rule.on)
  if (rule.when.length === 0) return event
  const conditions = joined(
    say,
    rule.when.map((condition) => conditionWords(say, condition)),
  )
  return say('item.eventWhen', { event, conditions })
}

/** What is sent, with the form that the RFC prints; "nothing" where it is empty. */
export function emissionWords(say: Say, sent: readonly Emission[]): string {
  if (sent.length === 0) return say('item.nothing')
  return joined(
    say,
    sent.map((form) => `${say(`machine.emissions.${wordKey(form)}`)} ${marked(emissionForms[form])}`),
  )
}

/** A rule as one sentence: in this state, on this event, this state follows and this is sent. */
export function ruleWords(say: Say, rule: Rule): string {
  const values = {
    from: marked(rule.from),
    to: marked(rule.to),
    event: ruleEventWords(say, rule),
    sent: joined(
      say,
      rule.emits.map((form) => say(`machine.emissions.${wordKey(form)}`)),
    ),
  }
  const moves = rule.from === rule.to ? 'stays' : 'goes'
  return say(`item.rule.${moves}${rule.emits.length === 0 ? '' : 'Sending'}`, values)
}

export function meaningWords(say: Say, state: State): string {
  return say(`machine.states.${slugOf(state)}.meaning`)
}

/** One line of a proof: a check of event processing, or the rule of the grid that sums it up. */
export function applicationWords(say: Say, id: string): string {
  const rule = findRule(id)
  return rule === undefined ? say(`machine.checks.${wordKey(id)}`) : ruleWords(say, rule)
}
