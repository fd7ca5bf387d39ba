import type { Event } from '../events'
import type { Response, ResponseText } from '../responses'
import type { Segment } from '../segment'
import { add } from '../sequence'
import type { State } from '../states'
import { noTcb, type Tcb } from '../tcb'
import type { transitions } from '../transitions'
import type { CheckId } from './checks'

/** What processing one event did. `later` is what the RFC has processed next, as an event of its own. */
export type Outcome = {
  readonly tcb: Tcb
  readonly emits: readonly Segment[]
  readonly responses: readonly Response[]
  readonly applied: readonly CheckId[]
  readonly later: readonly Event[]
}

type Effects = Partial<Pick<Outcome, 'emits' | 'responses' | 'later'>>

/** The outcome of the rules named, in their order. */
export function outcome(tcb: Tcb, applied: readonly CheckId[], effects: Effects = {}): Outcome {
  return { tcb, emits: [], responses: [], later: [], applied, ...effects }
}

type Row = (typeof transitions)[number]
type Leaves<R extends Row> = R['from'] extends readonly (infer F)[] ? F : R['from']

/** The states that the rows allow to follow `S`: no other can be written. */
export type NextOf<S extends State> = Row extends infer R
  ? R extends Row
    ? S extends Leaves<R>
      ? R['to']
      : never
    : never
  : never

/** The TCB in its next state. Entering CLOSED deletes it. */
export function enter<S extends State>(tcb: Tcb, to: NextOf<S>): Tcb {
  return to === 'CLOSED' ? noTcb : { ...tcb, state: to }
}

/** An immediate return to the caller. */
export function toCaller(text: ResponseText): readonly Response[] {
  return [{ to: 'caller', text }]
}

/** A signal: told to the user without a call to answer. */
export function toUser(text: ResponseText): readonly Response[] {
  return [{ to: 'user', text }]
}

/** Told to the RECEIVEs outstanding, where there are any. */
export function toReceives(tcb: Tcb, text: ResponseText): readonly Response[] {
  return tcb.receivesPending > 0 ? [{ to: 'outstanding RECEIVEs', text }] : []
}

/** Told to the SENDs and RECEIVEs outstanding, where there are any. */
export function toOutstanding(tcb: Tcb, text: ResponseText): readonly Response[] {
  const outstanding = tcb.receivesPending > 0 || tcb.sendQueued > 0 || unacknowledgedText(tcb) > 0
  return outstanding ? [{ to: 'outstanding SENDs and RECEIVEs', text }] : []
}

/** Octets of text sent and not acknowledged: what lies in [SND.UNA, SND.NXT) without our SYN and FIN. */
export function unacknowledgedText(tcb: Tcb): number {
  const octets = (tcb.sndNxt - tcb.sndUna) >>> 0
  return Math.max(0, octets - (isSynUnacknowledged(tcb) ? 1 : 0) - (isFinUnacknowledged(tcb) ? 1 : 0))
}

/**
 * Whether SND.UNA still stands at our SYN. After SYN-RECEIVED it can, where a CLOSE sent our FIN before the SYN was
 * acknowledged: SYN and FIN are then all there is.
 */
export function isSynUnacknowledged(tcb: Tcb): boolean {
  if (tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED') return true
  const closedEarly = tcb.state === 'FIN-WAIT-1' || tcb.state === 'CLOSING'
  return closedEarly && tcb.sndUna === tcb.iss && tcb.sndNxt === add(tcb.iss, 2)
}

/** Whether our FIN is sent and waits for its ACK. */
export function isFinUnacknowledged(tcb: Tcb): boolean {
  const waiting = tcb.state === 'FIN-WAIT-1' || tcb.state === 'CLOSING' || tcb.state === 'LAST-ACK'
  return waiting && !tcb.closeQueued && tcb.sndUna !== tcb.sndNxt
}

/** The states in which the peer has not sent its FIN yet, so that text and URG mean something. */
export function receivesText(tcb: Tcb): boolean {
  return tcb.state === 'ESTABLISHED' || tcb.state === 'FIN-WAIT-1' || tcb.state === 'FIN-WAIT-2'
}
