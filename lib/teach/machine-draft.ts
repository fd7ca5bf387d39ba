import { z } from 'zod'
import { mostEvents } from '../items/item'
import { callNames, timeouts } from '../tcp/events'
import { controlBits } from '../tcp/segment'
import { type State, states } from '../tcp/states'

/** Where an arriving segment begins, held against RCV.NXT; or a number of the author's own. */
export const seqPlaces = ['expected', 'ahead', 'outside', 'again'] as const
/** What it acknowledges of what was sent; or a number of the author's own. */
export const ackPlaces = ['all', 'data', 'nothing new', 'never sent'] as const

const number = z.int().min(0).max(4294967295)

const eventDraft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('call'), call: z.enum(callNames) }),
  z.strictObject({ kind: z.literal('timeout'), timeout: z.enum(timeouts) }),
  z.strictObject({
    kind: z.literal('segment'),
    ctl: z.array(z.enum(controlBits)).max(controlBits.length).readonly(),
    seq: z.union([z.enum(seqPlaces), number]),
    /** Counts only where the ACK bit is set. */
    ack: z.union([z.enum(ackPlaces), number]),
    len: z.int().min(0).max(65_535),
  }),
])

const state = z.enum(states)

/** The endpoint as the author picks it: its state, and what else can be said of one in that state. */
const endpointDraft = z.strictObject({
  state,
  opened: z.enum(['passive', 'active']),
  remote: z.boolean(),
  sendsQueued: z.boolean(),
  textAwaiting: z.boolean(),
  dataOut: z.boolean(),
})

/** What can be asked about a situation, and what of a sequence. */
export const situationQueries = [
  'next-state',
  'what-is-sent',
  'user-told',
  'numbers',
  'type-state',
  'click-state',
  'click-arrow',
  'after-events',
] as const
const stateQueries = ['state-from-meaning', 'meaning-from-state'] as const

/** What an author chooses of the machine; the machine makes the question of it (compose-body.ts). */
export const machineDraftSchema = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('situation'),
    query: z.enum(situationQueries),
    endpoint: endpointDraft,
    /** Those before the last lead to the situation that is asked about; `after-events` asks about all of them. */
    events: z.array(eventDraft).min(1).max(mostEvents).readonly(),
  }),
  /** Which event takes an endpoint where this rule takes it. */
  z.strictObject({ about: z.literal('rule'), rule: z.string().max(200) }),
  /** Whether an endpoint can come from the one to the other. */
  z.strictObject({ about: z.literal('pair'), from: state, to: state }),
  z.strictObject({ about: z.literal('state'), query: z.enum(stateQueries), state }),
])

export type MachineDraft = Readonly<z.infer<typeof machineDraftSchema>>
export type SituationDraft = Extract<MachineDraft, { about: 'situation' }>
export type EndpointDraft = SituationDraft['endpoint']
export type EventDraft = SituationDraft['events'][number]

/** What can be said of an endpoint besides its state, and in which states that makes a difference and is possible. */
export const sayable = {
  opened: ['SYN-RECEIVED'],
  remote: ['LISTEN'],
  sendsQueued: ['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT'],
  textAwaiting: ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'],
  dataOut: ['ESTABLISHED', 'CLOSE-WAIT', 'FIN-WAIT-1', 'CLOSING', 'LAST-ACK'],
} as const satisfies Record<Exclude<keyof EndpointDraft, 'state'>, readonly State[]>

export function isSayable(what: keyof typeof sayable, state: State): boolean {
  const where: readonly State[] = sayable[what]
  return where.includes(state)
}
