import * as fc from 'fast-check'
import type { Event } from './events'
import { type Profile, profiles } from './profiles'
import type { ControlBit, Segment } from './segment'
import { add } from './sequence'
import { type State, states } from './states'
import { noTcb, type Tcb } from './tcb'

/**
 * Generated situations for the tests: TCBs that an endpoint can be in, and segments that lie near what it expects,
 * numbered so that sequence space wraps as often as not.
 */
const number = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32 - 2),
)

type Parts = {
  state: State
  iss: number
  irs: number
  outstanding: number
  sentBefore: number
  received: number
  rcvWnd: number
  passive: boolean
  remote: boolean
  sendQueued: number
  receiveQueued: number
  receivesPending: number
  closeQueued: boolean
}

/** A TCB whose variables agree with its state. */
function tcbOf(parts: Parts): Tcb {
  const { state, iss, irs, passive, remote, rcvWnd } = parts
  const opened = passive ? 'passive' : 'active'
  const common = { ...noTcb, state, rcvWnd, remote, receivesPending: parts.receivesPending }
  if (state === 'CLOSED') return noTcb
  if (state === 'LISTEN') return { ...common, opened: 'passive' }
  const opening = { ...common, opened, iss, sndUna: iss, sndNxt: add(iss, 1), sendQueued: parts.sendQueued } as const
  if (state === 'SYN-SENT') return { ...opening, opened: 'active' }
  const received = { ...opening, irs, rcvNxt: add(irs, 1) }
  if (state === 'SYN-RECEIVED') return { ...received, closeQueued: parts.closeQueued && parts.sendQueued > 0 }
  const finHeard = ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'].includes(state) ? 1 : 0
  const finSent = ['FIN-WAIT-1', 'CLOSING', 'LAST-ACK'].includes(state) ? 1 : 0
  const allAcked = state === 'FIN-WAIT-2' || state === 'TIME-WAIT'
  const sndUna = add(iss, 1 + parts.sentBefore)
  const finQueued = finSent === 1 && parts.closeQueued && parts.sendQueued > 0
  const outstanding = allAcked ? 0 : parts.outstanding + (finQueued ? 0 : finSent)
  return {
    ...received,
    sndUna,
    sndNxt: add(sndUna, outstanding),
    rcvNxt: add(irs, 1 + parts.received + finHeard),
    sendQueued: finSent === 1 && !finQueued ? 0 : allAcked ? 0 : parts.sendQueued,
    closeQueued: finQueued || (state === 'CLOSE-WAIT' && parts.closeQueued && parts.sendQueued > 0),
    receiveQueued: parts.receiveQueued,
    receivesPending: finHeard === 1 || parts.receiveQueued > 0 ? 0 : parts.receivesPending,
  }
}

const arbitraryTcb: fc.Arbitrary<Tcb> = fc
  .record({
    state: fc.constantFrom(...states),
    iss: number,
    irs: number,
    outstanding: fc.constantFrom(0, 0, 1, 10),
    sentBefore: fc.constantFrom(0, 0, 1, 100, 70_000),
    received: fc.constantFrom(0, 0, 5, 200),
    rcvWnd: fc.constantFrom(0, 1, 10, 1000, 65_535),
    passive: fc.boolean(),
    remote: fc.boolean(),
    sendQueued: fc.constantFrom(0, 0, 7),
    receiveQueued: fc.constantFrom(0, 0, 3),
    receivesPending: fc.constantFrom(0, 1, 2),
    closeQueued: fc.boolean(),
  })
  .map(tcbOf)

const near = fc.constantFrom(
  0,
  0,
  0,
  0,
  -1,
  1,
  -2,
  2,
  5,
  9,
  10,
  11,
  -10,
  999,
  1000,
  -70_000,
  65_535,
  65_536,
  -65_535,
  -65_536,
  2 ** 31,
)

const ctls: readonly (readonly ControlBit[])[] = [
  [],
  ['ACK'],
  ['SYN'],
  ['SYN', 'ACK'],
  ['FIN', 'ACK'],
  ['FIN'],
  ['RST'],
  ['RST', 'ACK'],
  ['SYN', 'FIN'],
  ['SYN', 'URG'],
  ['SYN', 'FIN', 'ACK'],
  ['SYN', 'RST'],
  ['SYN', 'FIN', 'RST', 'ACK', 'PSH', 'URG'],
  ['ACK', 'PSH'],
  ['ACK', 'URG'],
  ['FIN', 'ACK', 'URG'],
]

/** A segment whose numbers lie near those that this TCB expects. */
function arbitrarySegment(tcb: Tcb): fc.Arbitrary<Segment> {
  return fc
    .record({
      ctl: fc.constantFrom(...ctls),
      len: fc.constantFrom(0, 0, 0, 1, 10, 1200),
      seqBase: fc.constantFrom(tcb.rcvNxt, tcb.rcvNxt, tcb.irs, add(tcb.rcvNxt, tcb.rcvWnd)),
      seqOff: near,
      ackBase: fc.constantFrom(tcb.sndNxt, tcb.sndNxt, tcb.sndUna, tcb.iss),
      ackOff: near,
    })
    .map(({ ctl, len, seqBase, seqOff, ackBase, ackOff }) => ({
      seq: add(seqBase, seqOff),
      ack: ctl.includes('ACK') ? add(ackBase, ackOff) : null,
      ctl,
      len,
    }))
}

const otherEvents: readonly Event[] = [
  { kind: 'call', call: 'OPEN', mode: 'passive', remote: false },
  { kind: 'call', call: 'OPEN', mode: 'passive', remote: true },
  { kind: 'call', call: 'OPEN', mode: 'active', remote: true },
  { kind: 'call', call: 'OPEN', mode: 'active', remote: false },
  { kind: 'call', call: 'SEND', len: 4 },
  { kind: 'call', call: 'RECEIVE' },
  { kind: 'call', call: 'CLOSE' },
  { kind: 'call', call: 'ABORT' },
  { kind: 'call', call: 'STATUS' },
  { kind: 'timeout', timeout: 'user' },
  { kind: 'timeout', timeout: 'retransmission' },
  { kind: 'timeout', timeout: 'time-wait' },
]

export function arbitraryEvent(tcb: Tcb): fc.Arbitrary<Event> {
  const segment = arbitrarySegment(tcb).map((arrived): Event => ({ kind: 'segment', segment: arrived }))
  return fc.oneof({ weight: 3, arbitrary: segment }, { weight: 1, arbitrary: fc.constantFrom(...otherEvents) })
}

/** A TCB, an event that may happen to it, and a setting. */
export type Situation = { readonly tcb: Tcb; readonly event: Event; readonly profile: Profile; readonly iss: number }

export const arbitrarySituation: fc.Arbitrary<Situation> = arbitraryTcb.chain((tcb) =>
  fc.record({ tcb: fc.constant(tcb), event: arbitraryEvent(tcb), profile: fc.constantFrom(...profiles), iss: number }),
)

const idle = {
  iss: 2 ** 32 - 6,
  irs: 2 ** 32 - 3,
  outstanding: 0,
  sentBefore: 2,
  received: 0,
  rcvWnd: 20,
  passive: true,
  remote: true,
  sendQueued: 0,
  receiveQueued: 0,
  receivesPending: 0,
  closeQueued: false,
} as const

/** What sets TCBs in one state apart, as far as 3.10 asks. */
const variants: readonly Partial<Parts>[] = [
  { outstanding: 0 },
  { outstanding: 10 },
  { outstanding: 0, passive: false, remote: false, receivesPending: 2 },
  { outstanding: 10, sendQueued: 7, receiveQueued: 3, received: 5 },
  { outstanding: 0, sendQueued: 7, closeQueued: true, rcvWnd: 1 },
  { outstanding: 0, passive: false, rcvWnd: 0 },
]

/** One TCB of every kind in every state; their numbers lie where sequence space wraps. */
function everyTcb(): readonly Tcb[] {
  return distinct(states.flatMap((state) => variants.map((variant) => tcbOf({ ...idle, state, ...variant }))))
}

function distinct<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** Every combination of bits that 3.10.7 tells apart, on every number at which it decides otherwise. */
function everySegment(tcb: Tcb): readonly Segment[] {
  const { rcvNxt, rcvWnd, sndUna, sndNxt } = tcb
  const seqs = distinct([-12, -11, -1, 0, 1, rcvWnd - 1, rcvWnd].map((offset) => add(rcvNxt, offset)))
  const acks = distinct([
    ...[-65_536, -65_535, -1, 0, 1].map((offset) => add(sndUna, offset)),
    ...[0, 1].map((offset) => add(sndNxt, offset)),
  ])
  return seqs.flatMap((seq) =>
    [0, 11].flatMap((len) =>
      everyCtl.flatMap((ctl): readonly Segment[] =>
        ctl.includes('ACK') ? acks.map((ack) => ({ seq, ack, ctl, len })) : [{ seq, ack: null, ctl, len }],
      ),
    ),
  )
}

const everyCtl = ctls.filter((ctl) => !ctl.includes('PSH') && !(ctl.includes('URG') && ctl.includes('FIN')))

/** A finite world that reaches every rule: every TCB above, every segment and every other event, every profile. */
export function* everySituation(): Generator<Situation> {
  for (const profile of profiles) {
    for (const tcb of everyTcb()) {
      const arrivals = everySegment(tcb).map((segment): Event => ({ kind: 'segment', segment }))
      for (const event of [...otherEvents, ...arrivals]) yield { tcb, event, profile, iss: 2 ** 32 - 1 }
    }
  }
}
