import { type Run, run } from '../run'
import { has, type Segment } from '../segment'
import { add, type SequenceNumber } from '../sequence'
import type { State } from '../states'
import { noTcb, type Tcb } from '../tcb'
import { type Machine, machineOf } from './machine'

/** One change to what the machine does, for an experiment; the machine itself stays as it is. */
export type Edit =
  /** Wherever the machine enters TIME-WAIT it comes to CLOSED at once. */
  | { readonly kind: 'no TIME-WAIT' }
  /** RFC 1337: a reset in TIME-WAIT is ignored. */
  | { readonly kind: 'RST ignored in TIME-WAIT' }
  /** LISTEN is ESTABLISHED by a SYN, and nobody sends or awaits the third segment. */
  | { readonly kind: 'no third segment' }
  /** FIN has no number of its own: what acknowledges all before it acknowledges it. */
  | { readonly kind: 'FIN not counted' }
  /** RFC 9293 without RFC 5961: a reset counts wherever in the window it lies. */
  | { readonly kind: 'RST anywhere in the window' }

/** The machine with one edit. */
export function edited(edit: Edit): Machine {
  const canon = machineOf('rfc9293')
  switch (edit.kind) {
    case 'no TIME-WAIT':
      return (iss, tcb, event) => ending(canon(iss, tcb, event), (end) => (end.state === 'TIME-WAIT' ? noTcb : end))
    case 'RST ignored in TIME-WAIT':
      return (iss, tcb, event) => {
        const isReset = event.kind === 'segment' && has(event.segment, 'RST') && tcb.state === 'TIME-WAIT'
        return isReset ? nothingDone(iss, tcb) : canon(iss, tcb, event)
      }
    case 'no third segment':
      return (iss, tcb, event) => withoutThird(tcb.state, canon(iss, tcb, event))
    case 'FIN not counted':
      return withoutNumberOfFin
    case 'RST anywhere in the window':
      return machineOf('rfc9293-no-5961')
  }
}

function ending(made: Run, change: (end: Tcb) => Tcb): Run {
  return { ...made, end: change(made.end) }
}

/** A run of no moves. */
function nothingDone(iss: SequenceNumber, tcb: Tcb): Run {
  const setting = { profile: 'rfc9293', iss } as const
  return { setting, moves: [], end: tcb, emits: [], responses: [], ambiguous: null }
}

function withoutThird(before: State, made: Run): Run {
  const { end } = made
  if (before === 'LISTEN' && end.state === 'SYN-RECEIVED') {
    return { ...made, end: { ...end, state: 'ESTABLISHED', sndUna: end.sndNxt } }
  }
  return before === 'SYN-SENT' && end.state === 'ESTABLISHED' ? { ...made, emits: [] } : made
}

const heardFin: readonly State[] = ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']
const saidFin: readonly State[] = ['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']

/**
 * The machine counts as ever; on the wire its FIN has no number. So an ACK of all that comes before a FIN cannot but
 * count for the FIN too.
 */
function withoutNumberOfFin(iss: SequenceNumber, tcb: Tcb, event: Parameters<Machine>[2]): Run {
  const heard = event.kind === 'segment' ? ({ kind: 'segment', segment: fromWire(tcb, event.segment) } as const) : event
  const made = run({ profile: 'rfc9293', iss }, tcb, heard)
  return { ...made, emits: made.emits.map((segment) => toWire(made.end, segment)) }
}

function fromWire(tcb: Tcb, segment: Segment): Segment {
  const countsFin = saidFin.includes(tcb.state) && segment.ack !== null && segment.ack === add(tcb.sndNxt, -1)
  const isBehindFin = heardFin.includes(tcb.state) && segment.seq === add(tcb.rcvNxt, -1) && !has(segment, 'FIN')
  return {
    ...segment,
    ack: countsFin ? tcb.sndNxt : segment.ack,
    seq: isBehindFin ? tcb.rcvNxt : segment.seq,
  }
}

function toWire(tcb: Tcb, segment: Segment): Segment {
  const countsFin = heardFin.includes(tcb.state) && segment.ack === tcb.rcvNxt
  const isBehindFin = saidFin.includes(tcb.state) && segment.seq === tcb.sndNxt
  return {
    ...segment,
    ack: countsFin ? add(tcb.rcvNxt, -1) : segment.ack,
    seq: isBehindFin ? add(tcb.sndNxt, -1) : segment.seq,
  }
}
