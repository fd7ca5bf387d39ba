import type { State } from '@/lib/tcp/states'
import type { EndpointDraft, EventDraft, MachineDraft } from '@/lib/teach/machine-draft'
import type { SituationQuery, StatesQuery } from './texts'

/** All that can be chosen of the machine at once, so that another query loses nothing of it. */
export type Chosen = {
  readonly query: SituationQuery | StatesQuery
  readonly endpoint: EndpointDraft
  readonly events: readonly EventDraft[]
  readonly to: State
  readonly rule: string
}

const plain = { opened: 'active', remote: false, sendsQueued: false, textAwaiting: false, dataOut: false } as const

/** An event to begin with. */
export const firstEvent: EventDraft = { kind: 'call', call: 'CLOSE' }

const atFirst: Chosen = {
  query: 'next-state',
  endpoint: { ...plain, state: 'ESTABLISHED' },
  events: [firstEvent],
  to: 'FIN-WAIT-1',
  rule: '',
}

/** What was chosen for a draft that is kept; without one, what an author begins with. */
export function chosenIn(draft: MachineDraft | null, stateOfRule: (rule: string) => State | undefined): Chosen {
  const at = (state: State): EndpointDraft => ({ ...plain, state })
  switch (draft?.about) {
    case undefined:
      return atFirst
    case 'situation':
      return { ...atFirst, query: draft.query, endpoint: draft.endpoint, events: draft.events }
    case 'rule':
      return { ...atFirst, query: 'which-event', endpoint: at(stateOfRule(draft.rule) ?? 'CLOSED'), rule: draft.rule }
    case 'pair':
      return { ...atFirst, query: 'possible', endpoint: at(draft.from), to: draft.to }
    case 'state':
      return { ...atFirst, query: draft.query, endpoint: at(draft.state) }
  }
}

/** The draft that says what is chosen, for the query that is chosen. */
export function draftOf({ query, endpoint, events, to, rule }: Chosen): MachineDraft {
  switch (query) {
    case 'which-event':
      return { about: 'rule', rule }
    case 'possible':
      return { about: 'pair', from: endpoint.state, to }
    case 'state-from-meaning':
    case 'meaning-from-state':
      return { about: 'state', query, state: endpoint.state }
    default:
      return { about: 'situation', query, endpoint, events }
  }
}

/** Whether the query is about an endpoint to which something happens. */
export function isAboutSituation(query: Chosen['query']): query is SituationQuery {
  return draftOf({ ...atFirst, query }).about === 'situation'
}
