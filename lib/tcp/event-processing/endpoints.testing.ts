import type { Event, Timeout } from '../events'
import type { Profile } from '../profiles'
import { replay } from '../replay/replay'
import { run } from '../run'
import { type ControlBit, formatSegment, type Segment } from '../segment'
import type { State } from '../states'
import { noTcb, type Tcb } from '../tcb'

/** A listener that knows nobody yet: B of Figure 6, line 1. */
export const listening: Tcb = { ...noTcb, state: 'LISTEN', opened: 'passive', rcvWnd: 1000 }

/** A of Figure 6, line 2. */
export const synSent: Tcb = {
  ...noTcb,
  state: 'SYN-SENT',
  opened: 'active',
  remote: true,
  iss: 100,
  sndUna: 100,
  sndNxt: 101,
  rcvWnd: 1000,
}

/** B of Figure 6, line 3. */
export const synReceived: Tcb = {
  ...noTcb,
  state: 'SYN-RECEIVED',
  opened: 'passive',
  iss: 300,
  irs: 100,
  sndUna: 300,
  sndNxt: 301,
  rcvNxt: 101,
  rcvWnd: 1000,
}

/** A of Figure 6, line 4, with ten octets on their way where `outstanding` says so. */
export function inState(state: State, changes: Partial<Tcb> = {}): Tcb {
  return { ...synSent, state, irs: 300, sndUna: 101, sndNxt: 101, rcvNxt: 301, ...changes }
}

export const established = inState('ESTABLISHED')

/** Our FIN, numbered 101, is on its way. */
export const finWait1 = inState('FIN-WAIT-1', { sndNxt: 102 })

export const finWait2 = inState('FIN-WAIT-2', { sndUna: 102, sndNxt: 102 })

/** The peer's FIN was numbered 301. */
export const closeWait = inState('CLOSE-WAIT', { rcvNxt: 302 })

export const closing = inState('CLOSING', { sndNxt: 102, rcvNxt: 302 })

export const lastAck = inState('LAST-ACK', { sndNxt: 102, rcvNxt: 302 })

export const timeWait = inState('TIME-WAIT', { sndUna: 102, sndNxt: 102, rcvNxt: 302 })

export const synchronized: readonly Tcb[] = [established, finWait1, finWait2, closeWait, closing, lastAck, timeWait]

export function call(name: 'SEND' | 'RECEIVE' | 'CLOSE' | 'ABORT' | 'STATUS', len = 10): Event {
  return name === 'SEND' ? { kind: 'call', call: name, len } : { kind: 'call', call: name }
}

export function open(mode: 'passive' | 'active', remote: boolean): Event {
  return { kind: 'call', call: 'OPEN', mode, remote }
}

export function timeout(name: Timeout): Event {
  return { kind: 'timeout', timeout: name }
}

/** A segment in the order of the RFC's notation: SEQ, ACK, DATA, CTL (`FIN,ACK`). */
export function segmentOf(seq: number, ack: number | null, len: number, ctl: string): Segment {
  return { seq, ack, len, ctl: ctl === '' ? [] : (ctl.split(',') as ControlBit[]) }
}

export function arrives(seq: number, ack: number | null, len: number, ctl: string): Event {
  return { kind: 'segment', segment: segmentOf(seq, ack, len, ctl) }
}

/**
 * What an event leads to: the TCB, what is sent in the RFC's notation, and what the user is told, `listener: text`. The
 * checker must hold the proof for good, too.
 */
export function outcomeOf(tcb: Tcb, event: Event, profile: Profile = 'rfc9293', iss = 0) {
  const done = run({ profile, iss }, tcb, event)
  const verdict = replay(done)
  if (verdict.kind === 'fails') throw new Error(`The proof fails in move ${verdict.move}: ${verdict.why}`)
  const { end, emits, responses } = done
  return { end, sent: emits.map(formatSegment), told: responses.map(({ to, text }) => `${to}: ${text}`) }
}
