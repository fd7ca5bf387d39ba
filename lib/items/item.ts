import { z } from 'zod'
import { controlBits } from '../tcp/segment'
import { states } from '../tcp/states'
import { points } from './captures'
import { pathNames } from './paths'
import { listers, pileAsks, piling } from './sockets'
import type { Topic } from './topics'
import { faults } from './traces'

/**
 * One way to ask a fact: a kind, a situation and a query, without words and without key. Words come from the
 * messages when it is shown; the key is a run of the machine, worked out anew whenever it is needed.
 */
const number = z.int().min(0).max(4294967295)
const segment = z.strictObject({
  seq: number,
  ack: number.nullable(),
  ctl: z.array(z.enum(controlBits)).readonly(),
  len: z.int().min(0),
})

const tcb = z.strictObject({
  state: z.enum(states),
  opened: z.enum(['passive', 'active']).nullable(),
  remote: z.boolean(),
  iss: number,
  irs: number,
  sndUna: number,
  sndNxt: number,
  rcvNxt: number,
  rcvWnd: number,
  sendQueued: z.int().min(0),
  closeQueued: z.boolean(),
  receiveQueued: z.int().min(0),
  receivesPending: z.int().min(0),
  held: z.array(segment).readonly(),
})

const event = z.union([
  z.strictObject({
    kind: z.literal('call'),
    call: z.literal('OPEN'),
    mode: z.enum(['passive', 'active']),
    remote: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('call'), call: z.literal('SEND'), len: z.int().min(1) }),
  z.strictObject({ kind: z.literal('call'), call: z.enum(['RECEIVE', 'CLOSE', 'ABORT', 'STATUS']) }),
  z.strictObject({ kind: z.literal('segment'), segment }),
  z.strictObject({ kind: z.literal('timeout'), timeout: z.enum(['user', 'retransmission', 'time-wait']) }),
])

const situation = z.strictObject({ tcb, event })
const state = z.enum(states)
/** Options are names of the machine, or numbers of things in the query; what each kind offers stands in its file. */
const options = z.array(z.string()).min(2).readonly()
const place = z.enum(['segment', 'A', 'B'])
/** The initial sequence numbers of the two peers of a trace. */
const isns = z.strictObject({ A: number, B: number })

/** The most events that a question has happen one after the other. */
export const mostEvents = 6

export const bodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('next-state'), situation, options }),
  z.strictObject({ kind: z.literal('which-event'), from: state, to: state, options }),
  z.strictObject({ kind: z.literal('what-is-sent'), situation, options }),
  z.strictObject({ kind: z.literal('user-told'), situation, options }),
  z.strictObject({ kind: z.literal('possible'), from: state, to: state, options }),
  z.strictObject({ kind: z.literal('state-from-meaning'), state, options }),
  z.strictObject({ kind: z.literal('meaning-from-state'), state, options }),
  z.strictObject({
    kind: z.literal('type-state'),
    clue: z.union([
      z.strictObject({ kind: z.literal('meaning'), state }),
      z.strictObject({ kind: z.literal('alias'), alias: z.string() }),
      z.strictObject({ kind: z.literal('situation'), situation }),
    ]),
  }),
  z.strictObject({ kind: z.literal('order'), path: z.string(), what: place }),
  z.strictObject({ kind: z.literal('numbers'), situation, iss: number }),
  z.strictObject({ kind: z.literal('click-state'), situation }),
  z.strictObject({ kind: z.literal('click-arrow'), situation }),
  z.strictObject({ kind: z.literal('statements'), options }),
  z.strictObject({ kind: z.literal('complete-diagram'), path: z.string(), line: z.int().min(0), what: place, options }),
  z.strictObject({
    kind: z.literal('after-events'),
    tcb,
    events: z.array(event).min(2).max(mostEvents).readonly(),
    options,
  }),
  // A trace with one segment that no correct endpoint sends: number `at` from 0, and what is wrong with it.
  z.strictObject({
    kind: z.literal('impossible-segment'),
    path: z.enum(pathNames),
    at: z.int().min(0),
    fault: z.enum(faults),
    isns,
    options,
  }),
  // So many segments of a trace have passed one point of the network: which states can this peer be in?
  z.strictObject({
    kind: z.literal('states-of-trace'),
    path: z.enum(pathNames),
    passed: z.int().min(1),
    peer: z.enum(['A', 'B']),
    isns,
    options,
  }),
  // What ss or netstat prints, with many sockets in one state.
  z.strictObject({
    kind: z.literal('socket-pile'),
    asks: z.enum(pileAsks),
    lister: z.enum(listers),
    pile: z.enum(piling),
    seed: number,
    options,
  }),
  // Two peers: `ask` says whether the pair is sought that can occur, or the one that can't.
  z.strictObject({ kind: z.literal('together'), ask: z.enum(['can', 'never']), options }),
  // A path as it is seen at one point, with these ISNs; its segments are to be put in order.
  z.strictObject({
    kind: z.literal('capture'),
    path: z.string(),
    point: z.enum(points),
    iss: z.strictObject({ A: number, B: number }),
  }),
  z.strictObject({ kind: z.literal('shortest-way'), from: state, to: state, options }),
  // The lines of a path whose segments are missing; the options are theirs and others.
  z.strictObject({
    kind: z.literal('fill-diagram'),
    path: z.string(),
    lines: z.array(z.int().min(0)).min(1).max(3).readonly(),
    options,
  }),
  // What a teacher wrote. Its options are texts (`text:…`), its key the author's own; the claim is what the machine checks.
  z.strictObject({
    kind: z.literal('prose'),
    title: z.string().min(1).max(200),
    text: z.string().max(4000),
    options: z.array(z.string().startsWith('text:').min(6).max(405)).min(2).max(6).readonly(),
    key: z.string(),
    claim: z.string().max(400),
    why: z.string().max(4000),
  }),
])

export type Body = z.infer<typeof bodySchema>

export type ItemKind = Body['kind']

export type BodyOf<K extends ItemKind> = Extract<Body, { kind: K }>

/** The kinds of the bank, in the order in which they are offered; the others are a teacher's alone. */
export const itemKinds = [
  'next-state',
  'which-event',
  'what-is-sent',
  'user-told',
  'possible',
  'state-from-meaning',
  'meaning-from-state',
  'type-state',
  'order',
  'numbers',
  'click-state',
  'click-arrow',
  'statements',
  'complete-diagram',
  'impossible-segment',
  'states-of-trace',
  'socket-pile',
  'together',
  'capture',
  'shortest-way',
  'fill-diagram',
] as const satisfies readonly ItemKind[]

export type Level = 1 | 2 | 3

/** One thing to know. Cards remember facts; items ask them. */
export type Fact = { readonly id: string; readonly kind: string; readonly topic: Topic; readonly level: Level }

export type Item = {
  readonly id: string
  readonly fact: string
  readonly topic: Topic
  readonly level: Level
  readonly body: Body
}
