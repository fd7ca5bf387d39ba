import { type Condition, type Fact, factsFor } from '../tcp/conditions'
import type { Event, EventName } from '../tcp/events'
import type { Rule } from '../tcp/rules'
import type { ControlBit, Segment } from '../tcp/segment'
import { add } from '../tcp/sequence'
import type { State } from '../tcp/states'
import { noTcb, type Tcb } from '../tcp/tcb'

/** A concrete situation: an endpoint and what happens to it. */
export type Situation = { readonly tcb: Tcb; readonly event: Event }

/** The numbers a situation is written with. `ours` and `theirs` are the two ISNs, `text` an amount of octets. */
export type Numbers = { readonly ours: number; readonly theirs: number; readonly text: number }

/** The numbers of the RFC's own figures. */
export const figureNumbers: Numbers = { ours: 100, theirs: 300, text: 50 }

const window = 1000

/** A situation in which exactly this rule applies, written with these numbers. */
export function exemplify(rule: Rule, numbers: Numbers = figureNumbers): Situation {
  const facts = rule.when.map(firstFact)
  const tcb = endpoint(rule, facts, numbers)
  return { tcb, event: eventOf(rule, facts, tcb, numbers) }
}

function firstFact(condition: Condition): Fact {
  const [first] = factsFor(condition)
  if (first === undefined) throw new Error(`No fact satisfies ${condition}`)
  return first
}

const heardFin: readonly State[] = ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']
const awaitsAckOfFin: readonly State[] = ['FIN-WAIT-1', 'CLOSING', 'LAST-ACK']

/** An endpoint in state `from` of which these facts hold, as it finds the event `on`; what is not said is as at its plainest. */
export function endpoint(
  { from, on }: { readonly from: State; readonly on: EventName | null },
  facts: readonly Fact[],
  { ours, theirs, text }: Numbers,
): Tcb {
  if (from === 'CLOSED') return noTcb
  const opened = from === 'LISTEN' || facts.includes('passively opened') ? 'passive' : 'active'
  const listening: Tcb = {
    ...noTcb,
    state: from,
    opened,
    remote: from !== 'LISTEN' || facts.includes('remote socket specified'),
    rcvWnd: window,
    sendQueued: facts.includes('SENDs queued') ? 10 * text : 0,
    receiveQueued: facts.includes('text awaiting delivery') ? 4 * text : 0,
  }
  if (from === 'LISTEN') return listening
  const opening: Tcb = { ...listening, iss: ours, sndUna: ours, sndNxt: add(ours, 1) }
  if (from === 'SYN-SENT') return opening
  const received: Tcb = { ...opening, irs: theirs, rcvNxt: add(theirs, 1) }
  if (from === 'SYN-RECEIVED') return received
  const outstanding =
    facts.includes('acknowledges data') ||
    (facts.includes('something unacknowledged') && !awaitsAckOfFin.includes(from))
  const acknowledgedFin = from === 'FIN-WAIT-2' || from === 'TIME-WAIT' ? 1 : 0
  const sndUna = add(ours, 1 + acknowledgedFin)
  const nothingOut = on === 'RETRANSMISSION TIMEOUT' && facts.includes('nothing unacknowledged')
  const fin = awaitsAckOfFin.includes(from) && !nothingOut ? 1 : 0
  return {
    ...received,
    sndUna,
    sndNxt: add(sndUna, (outstanding ? text : 0) + fin),
    rcvNxt: add(theirs, 1 + (heardFin.includes(from) ? 1 : 0)),
  }
}

function eventOf(rule: Rule, facts: readonly Fact[], tcb: Tcb, numbers: Numbers): Event {
  switch (rule.on) {
    case 'passive OPEN':
      return { kind: 'call', call: 'OPEN', mode: 'passive', remote: false }
    case 'active OPEN':
      return { kind: 'call', call: 'OPEN', mode: 'active', remote: true }
    case 'active OPEN without a remote socket':
      return { kind: 'call', call: 'OPEN', mode: 'active', remote: false }
    case 'SEND':
      return { kind: 'call', call: 'SEND', len: numbers.text }
    case 'RECEIVE':
    case 'CLOSE':
    case 'ABORT':
    case 'STATUS':
      return { kind: 'call', call: rule.on }
    case 'USER TIMEOUT':
      return { kind: 'timeout', timeout: 'user' }
    case 'RETRANSMISSION TIMEOUT':
      return { kind: 'timeout', timeout: 'retransmission' }
    case 'TIME-WAIT TIMEOUT':
      return { kind: 'timeout', timeout: 'time-wait' }
    default:
      return { kind: 'segment', segment: segmentOf(rule.on, facts, tcb, numbers) }
  }
}

const bitsOf = {
  'rcv RST': ['RST'],
  'rcv RST,ACK': ['RST', 'ACK'],
  'rcv SYN': ['SYN'],
  'rcv SYN,ACK': ['SYN', 'ACK'],
  'rcv ACK': ['ACK'],
  'rcv text': ['ACK'],
  'rcv FIN': ['FIN', 'ACK'],
  'rcv segment without ACK': ['FIN'],
} as const satisfies Record<string, readonly ControlBit[]>

function segmentOf(on: keyof typeof bitsOf, facts: readonly Fact[], tcb: Tcb, numbers: Numbers): Segment {
  const ctl: readonly ControlBit[] = bitsOf[on]
  return {
    seq: sequenceOf(facts, tcb, numbers),
    ack: ctl.includes('ACK') ? acknowledgmentOf(facts, tcb, numbers) : null,
    ctl,
    len: on === 'rcv text' ? 2 * numbers.text : 0,
  }
}

function sequenceOf(facts: readonly Fact[], tcb: Tcb, { theirs }: Numbers): number {
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN' || tcb.state === 'SYN-SENT') return theirs
  if (facts.includes('in window beyond RCV.NXT')) return add(tcb.rcvNxt, 100)
  if (facts.includes('outside the window')) return add(tcb.rcvNxt, 5 * window)
  if (facts.includes('the SYN again')) return tcb.irs
  return facts.includes('the FIN again') ? add(tcb.rcvNxt, -1) : tcb.rcvNxt
}

function acknowledgmentOf(facts: readonly Fact[], tcb: Tcb, { ours, text }: Numbers): number {
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN') return add(ours, 1)
  if (tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED') return acknowledgmentOfSyn(facts, tcb)
  if (facts.includes('acknowledges our FIN')) return tcb.sndNxt
  if (facts.includes('acknowledges data')) return add(tcb.sndUna, text)
  return facts.includes('acknowledges what was never sent') ? add(tcb.sndNxt, 400) : tcb.sndUna
}

function acknowledgmentOfSyn(facts: readonly Fact[], tcb: Tcb): number {
  if (facts.includes('acknowledges our SYN')) return tcb.sndNxt
  const old = facts.includes('acknowledges nothing new') || !facts.some((fact) => fact.startsWith('acknowledges'))
  return old ? tcb.sndUna : add(tcb.sndNxt, 400)
}
