import type { Situation } from '../items/exemplify'
import { ruleOf, runOf } from '../items/explanation'
import type { Body, Level } from '../items/item'
import { askAfterEvents } from '../items/kinds/after-events'
import { offeredBy } from '../items/kinds/all'
import { askMeaningFromState, askStateFromMeaning, meaningItem } from '../items/kinds/meanings'
import { askNextState } from '../items/kinds/next-state'
import { askPossible, topicOfPair } from '../items/kinds/possible'
import { askUserTold } from '../items/kinds/user-told'
import { askWhatIsSent } from '../items/kinds/what-is-sent'
import { askWhichEvent } from '../items/kinds/which-event'
import type { Topic } from '../items/topics'
import { verifyItem } from '../items/verify'
import { levelOf, rulesWorthAsking, topicOf } from '../items/worth-asking'
import type { Ambiguity } from '../tcp/ambiguities'
import { profiles } from '../tcp/profiles'
import { findRule, type Rule } from '../tcp/rules'
import { run } from '../tcp/run'
import { formatSegment } from '../tcp/segment'
import { situationsOf } from './draft-situation'
import type { MachineDraft, SituationDraft } from './machine-draft'

/** Why the machine makes no question of what was chosen. */
export type ComposeError =
  /** The event cannot occur there (3.10.8 says which timers run). */
  | 'cannot occur'
  /** Something that decides is not told to whoever answers: text held, a CLOSE that waits. */
  | 'told too little'
  | 'sends not one segment'
  | 'sends several forms'
  | 'no arrow'
  | 'too few events'
  | 'no such rule'
  | 'pair not asked'
  /** Not exactly one of the options would be right. */
  | 'not one right option'

export type Composed =
  | {
      readonly kind: 'composed'
      readonly body: Body
      readonly topic: Topic
      readonly level: Level
      /** The readings of TCP by which it would come out otherwise. */
      readonly otherwiseBy: readonly (typeof profiles)[number][]
    }
  | { readonly kind: 'refused'; readonly error: ComposeError }
  /** The RFC leaves a choice here; what is asked must not stand on the reading that the machine takes. */
  | { readonly kind: 'ambiguous'; readonly at: Ambiguity }

/**
 * The question that the machine makes of what an author chose: options, and by them key, explanation and proof, come from
 * the functions that make the bank. A body that `verifyItem` would not stand for is never given.
 */
export function composeBody(draft: MachineDraft): Composed {
  switch (draft.about) {
    case 'situation':
      return composeSituation(draft)
    case 'rule': {
      const rule = findRule(draft.rule)
      const isAsked = rule !== undefined && rulesWorthAsking.includes(rule) && rule.kind === 'transition'
      return isAsked ? proved(askWhichEvent(rule), topicOf(rule), levelOf(rule)) : refuse('no such rule')
    }
    case 'pair': {
      const body = askPossible(draft.from, draft.to)
      return body === null ? refuse('pair not asked') : proved(body, topicOfPair(draft.from, draft.to), 2)
    }
    case 'state': {
      const { state, query } = draft
      const body = query === 'state-from-meaning' ? askStateFromMeaning(state) : askMeaningFromState(state)
      return proved(body, meaningItem(query, state).topic, 1)
    }
  }
}

function composeSituation(draft: SituationDraft): Composed {
  const situations = situationsOf(draft)
  const last = situations.at(-1)
  const first = situations[0]
  if (last === undefined || first === undefined) return refuse('too few events')
  for (const situation of situations) {
    const done = runOf(situation)
    if (done.ambiguous !== null) return { kind: 'ambiguous', at: done.ambiguous }
    if (done.moves.some((move) => findRule(move.rule)?.kind === 'cannot occur')) return refuse('cannot occur')
  }
  const isSequence = draft.query === 'after-events'
  if (isSequence && situations.length < 2) return refuse('too few events')
  if (isSequence ? situations.slice(1).some(hidesItsSocket) : hidesItsQueue(last)) return refuse('told too little')
  const rule = ruleOf(runOf(last))
  const why = whyNot(draft.query, last, rule)
  if (why !== null) return refuse(why)
  const level = isSequence ? (Math.max(2, levelOf(rule)) as Level) : levelOf(rule)
  const asked = isSequence ? situations : [last]
  const composed = proved(bodyOf(draft.query, first, situations, last), topicOf(rule), level)
  if (composed.kind !== 'composed') return composed
  const otherwiseBy = profiles.filter((profile) => asked.some((situation) => differsBy(profile, situation)))
  return { ...composed, otherwiseBy }
}

/** What waits behind a segment, a SEND or a RECEIVE is no part of what a question shows. */
function hidesItsQueue({ tcb }: Situation): boolean {
  return tcb.held.length > 0 || tcb.closeQueued || tcb.receivesPending > 0
}

/** Whether the socket was specified is told of the endpoint as it stands at the beginning. */
function hidesItsSocket({ tcb, event }: Situation): boolean {
  return tcb.state === 'LISTEN' && event.kind === 'call' && event.call === 'SEND'
}

function whyNot(query: SituationDraft['query'], situation: Situation, rule: Rule): ComposeError | null {
  const { moves, emits } = runOf(situation)
  if (query === 'numbers') {
    const isOne = moves.length === 1 && emits.length === 1 && rule.emits.length === 1
    return isOne && rule.kind !== 'retransmitted' ? null : 'sends not one segment'
  }
  const forms = moves.flatMap((move) => findRule(move.rule)?.emits ?? [])
  if (query === 'what-is-sent' && forms.length !== emits.length) return 'sends several forms'
  const arrow: Body = { kind: 'click-arrow', situation }
  const drawn = `arrow:${situation.tcb.state}>${runOf(situation).end.state}`
  return query === 'click-arrow' && !offeredBy(arrow).includes(drawn) ? 'no arrow' : null
}

function bodyOf(
  query: SituationDraft['query'],
  first: Situation,
  situations: readonly Situation[],
  last: Situation,
): Body {
  switch (query) {
    case 'next-state':
      return askNextState(last)
    case 'what-is-sent':
      return askWhatIsSent(last)
    case 'user-told':
      return askUserTold(last)
    case 'type-state':
      return { kind: 'type-state', clue: { kind: 'situation', situation: last } }
    case 'numbers':
      return { kind: 'numbers', situation: last, iss: runOf(last).setting.iss }
    case 'click-state':
    case 'click-arrow':
      return { kind: query, situation: last }
    case 'after-events':
      return askAfterEvents({ tcb: first.tcb, events: situations.map(({ event }) => event) })
  }
}

/** Whether the endpoint would be elsewhere, or send something else, by another reading of TCP. */
function differsBy(profile: (typeof profiles)[number], { tcb, event }: Situation): boolean {
  const { setting, end, emits } = runOf({ tcb, event })
  const other = run({ ...setting, profile }, tcb, event)
  return other.end.state !== end.state || other.emits.map(formatSegment).join() !== emits.map(formatSegment).join()
}

function proved(body: Body, topic: Topic, level: Level): Composed {
  const flaws = verifyItem({ id: 'draft', body })
  if (flaws.length > 0) return refuse('not one right option')
  return { kind: 'composed', body, topic, level, otherwiseBy: [] }
}

function refuse(error: ComposeError): Composed {
  return { kind: 'refused', error }
}
