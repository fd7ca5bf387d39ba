import type { Say } from '@/lib/i18n/say'
import type { ItemKind } from '@/lib/items/item'
import { callNames, timeoutNames } from '@/lib/tcp/events'
import { wordKey } from '@/lib/tcp/word-key'
import type { MachineDraft } from '@/lib/teach/machine-draft'

const plain = [
  'how',
  'byMachine',
  'byMe',
  'query',
  'aboutSituation',
  'aboutStates',
  'from',
  'to',
  'rule',
  'stateLegend',
  'endpoint',
  'opened',
  'passive',
  'active',
  'events',
  'addEvent',
  'removeEvent',
  'eventsHint',
  'calls',
  'arrives',
  'segment',
  'timeouts',
  'bits',
  'seq',
  'ack',
  'len',
  'own',
  'ownSeq',
  'ownAck',
  'name',
  'nameHint',
  'points',
  'stem',
  'text',
  'options',
  'addOption',
  'removeOption',
  'optionsHint',
  'claim',
  'claimTitle',
  'claimHint',
  'why',
  'topic',
  'level',
  'check',
  'checking',
  'unreached',
  'preview',
  'previewHint',
  'again',
  'says',
  'key',
  'counterexample',
  'remarks',
  'save',
  'saveDraft',
  'saveVersion',
  'restored',
  'discard',
] as const

const templates = ['eventNumber', 'option', 'isKey'] as const
const said = ['remote', 'sendsQueued', 'textAwaiting', 'dataOut'] as const
const seqPlaces = ['expected', 'ahead', 'outside', 'again'] as const
const ackPlaces = ['all', 'data', 'nothing new', 'never sent'] as const
const errors = ['no such question', 'too many', 'busy', 'invalid'] as const

/** A value to choose, with its words. */
export type Choice<Value extends string = string> = { readonly value: Value; readonly text: string }

export type SituationQuery = Extract<MachineDraft, { about: 'situation' }>['query']
export type StatesQuery = 'which-event' | 'possible' | 'state-from-meaning' | 'meaning-from-state'

const situationQueries: readonly SituationQuery[] = [
  'next-state',
  'what-is-sent',
  'user-told',
  'numbers',
  'type-state',
  'click-state',
  'click-arrow',
  'after-events',
]
const statesQueries: readonly StatesQuery[] = ['which-event', 'possible', 'state-from-meaning', 'meaning-from-state']

export type AuthorTexts = Readonly<Record<(typeof plain)[number] | (typeof templates)[number], string>> & {
  readonly said: Readonly<Record<(typeof said)[number], string>>
  readonly seqPlaces: readonly Choice<(typeof seqPlaces)[number]>[]
  readonly ackPlaces: readonly Choice<(typeof ackPlaces)[number]>[]
  readonly situationQueries: readonly Choice<SituationQuery>[]
  readonly statesQueries: readonly Choice<StatesQuery>[]
  readonly callNames: readonly Choice<(typeof callNames)[number]>[]
  readonly timers: readonly Choice<'user' | 'retransmission' | 'time-wait'>[]
  readonly levels: readonly Choice<'1' | '2' | '3'>[]
  readonly errors: Readonly<Record<string, string>>
}

const timers = { user: timeoutNames[0], retransmission: timeoutNames[1], 'time-wait': timeoutNames[2] } as const

/** The words of the editor in one language, for the browser. */
export function authorTexts(say: Say): AuthorTexts {
  const kind = (name: ItemKind) => say(`item.kinds.${name}`)
  const unmarked = (text: string) => text.replaceAll('`', '')
  const label = (name: string) => unmarked(say(`machine.events.${wordKey(name)}.label`))
  return {
    ...(Object.fromEntries(plain.map((key) => [key, say(`author.${key}`)])) as Record<(typeof plain)[number], string>),
    ...(Object.fromEntries(templates.map((key) => [key, say(`author.${key}`, { number: '{number}' })])) as Record<
      (typeof templates)[number],
      string
    >),
    said: Object.fromEntries(said.map((what) => [what, say(`author.said.${what}`)])) as AuthorTexts['said'],
    seqPlaces: seqPlaces.map((value) => ({ value, text: say(`author.seqPlace.${value}`) })),
    ackPlaces: ackPlaces.map((value) => ({ value, text: say(`author.ackPlace.${wordKey(value)}`) })),
    situationQueries: situationQueries.map((value) => ({ value, text: kind(value) })),
    statesQueries: statesQueries.map((value) => ({ value, text: kind(value) })),
    callNames: callNames.map((value) => ({ value, text: label(value) })),
    timers: (['user', 'retransmission', 'time-wait'] as const).map((value) => ({ value, text: label(timers[value]) })),
    levels: (['1', '2', '3'] as const).map((value) => ({ value, text: say(`author.levels.${value}`) })),
    errors: Object.fromEntries(errors.map((error) => [error, say(`author.errors.${wordKey(error)}`)])),
  }
}
