import type { Ambiguity } from './ambiguities'
import { type CheckId, checks } from './event-processing/checks'
import { processEvent, type Setting } from './event-processing/process-event'
import type { Event } from './events'
import { observe } from './observe'
import type { Response } from './responses'
import { findRule } from './rules'
import { has, type Segment, segEnd } from './segment'
import { isBefore } from './sequence'
import { type State, synchronizedStates } from './states'
import { step } from './step'
import type { Tcb } from './tcb'

/** One event processed: the checks applied in order, and the row or disposition that sums them up. */
export type Move = {
  readonly before: Tcb
  readonly event: Event
  readonly after: Tcb
  readonly emits: readonly Segment[]
  readonly responses: readonly Response[]
  readonly checks: readonly CheckId[]
  /** The id of the rule of rules.ts. */
  readonly rule: string
}

/**
 * What one event led to. Most runs are one move; more follow where the RFC has what was queued processed next. The
 * moves are the proof: `replay` checks them without calling what made them.
 */
export type Run = {
  readonly setting: Setting
  readonly moves: readonly Move[]
  readonly end: Tcb
  readonly emits: readonly Segment[]
  readonly responses: readonly Response[]
  /** The first ambiguous place the run passed, or null. */
  readonly ambiguous: Ambiguity | null
}

/**
 * Runs one event on a TCB: event processing, then whatever it makes due at once (the rest of a SYN's segment, segments
 * held until their turn, SENDs and a CLOSE queued until ESTABLISHED). Every event has an answer.
 */
export function run(setting: Setting, tcb: Tcb, event: Event): Run {
  const moves: Move[] = []
  const wasSynchronized = isSynchronized(tcb.state)
  let due: Due | undefined = { tcb, event, later: [] }
  while (due !== undefined) {
    const outcome = processEvent(setting, due.tcb, due.event)
    const after = withoutStale(outcome.tcb)
    moves.push(moveOf(setting, due, after, outcome))
    due = findDue(after, [...due.later, ...outcome.later], wasSynchronized)
  }
  const end = moves.at(-1)?.after ?? tcb
  return {
    setting,
    moves,
    end,
    emits: aggregated(moves.flatMap((move) => move.emits)),
    responses: moves.flatMap((move) => move.responses),
    ambiguous: moves.map(ambiguityOf).find((name) => name !== null) ?? null,
  }
}

/** The ambiguous place that a move passed: its rule's, or one that the rows do not tell apart. */
function ambiguityOf({ rule, before, event, checks: applied }: Move): Ambiguity | null {
  const named = findRule(rule)?.ambiguous ?? null
  if (named !== null || event.kind !== 'segment') return named
  const { segment } = event
  if (has(segment, 'RST')) return null
  const waits = before.state === 'LISTEN' ? applied.includes('listen.syn') : applied.includes('syn-sent.syn-crossed')
  if (waits && (segment.len > 0 || has(segment, 'FIN'))) return 'text-on-syn'
  if (before.state === 'SYN-RECEIVED' && has(segment, 'SYN') && applied.includes('sequence.trimmed')) {
    return 'old-syn-with-new-text'
  }
  const atClosedWindow = before.rcvWnd === 0 && segment.seq === before.rcvNxt
  return atClosedWindow && applied.includes('sequence.not-acceptable') ? 'zero-window' : null
}

/** The event to process next, the TCB it finds, and the events after it. */
type Due = { readonly tcb: Tcb; readonly event: Event; readonly later: readonly Event[] }

function moveOf(setting: Setting, due: Due, after: Tcb, outcome: ReturnType<typeof processEvent>): Move {
  const { on, facts } = observe(setting.profile, due.tcb, due.event)
  return {
    before: due.tcb,
    event: due.event,
    after,
    emits: outcome.emits,
    responses: outcome.responses,
    checks: outcome.applied,
    rule: step(setting.profile, due.tcb.state, on, facts).id,
  }
}

function isSynchronized(state: State): boolean {
  return (synchronizedStates as readonly State[]).includes(state)
}

/** First the rest of the segment, then a held segment, then the calls that waited for ESTABLISHED. */
function findDue(tcb: Tcb, later: readonly Event[], wasSynchronized: boolean): Due | undefined {
  const [next, ...rest] = later
  if (next !== undefined) return { tcb, event: next, later: rest }
  if (!isSynchronized(tcb.state)) return undefined
  return findHeld(tcb) ?? (wasSynchronized ? undefined : findQueuedCall(tcb))
}

/** The held segment whose turn has come, with its ACK filled in where it was the rest of a SYN. */
function findHeld(tcb: Tcb): Due | undefined {
  const held = tcb.held.find((segment) => !isBefore(tcb.rcvNxt, segment.seq))
  if (held === undefined) return undefined
  const segment: Segment = held.ack === null ? { ...held, ack: tcb.sndUna, ctl: [...held.ctl, 'ACK'] } : held
  return {
    tcb: { ...tcb, held: tcb.held.filter((other) => other !== held) },
    event: { kind: 'segment', segment },
    later: [],
  }
}

function findQueuedCall(tcb: Tcb): Due | undefined {
  if (tcb.sendQueued > 0) {
    return { tcb: { ...tcb, sendQueued: 0 }, event: { kind: 'call', call: 'SEND', len: tcb.sendQueued }, later: [] }
  }
  if (!tcb.closeQueued) return undefined
  return { tcb: { ...tcb, closeQueued: false }, event: { kind: 'call', call: 'CLOSE' }, later: [] }
}

/** Held segments that RCV.NXT has overtaken hold nothing new. */
function withoutStale(tcb: Tcb): Tcb {
  if (tcb.held.length === 0) return tcb
  return { ...tcb, held: tcb.held.filter((held) => isBefore(tcb.rcvNxt, segEnd(held)) || held.seq === tcb.rcvNxt) }
}

/**
 * MUST-58, MUST-59: acknowledgments are aggregated. A bare ACK is left out where a later segment of the same run
 * acknowledges too.
 */
export function aggregated(emits: readonly Segment[]): readonly Segment[] {
  return emits.filter((segment, index) => !(isBareAck(segment) && emits.slice(index + 1).some(acknowledges)))
}

function isBareAck(segment: Segment): boolean {
  return segment.ctl.length === 1 && has(segment, 'ACK') && segment.len === 0
}

function acknowledges(segment: Segment): boolean {
  return segment.ack !== null && !has(segment, 'RST')
}

/** One line of a proof as programs and people read it: a rule's name and its place in the RFC. */
export type Application = { readonly rule: string; readonly cite: string }

/** The proof of a run, flat and in order: the checks of each move, then the rule of the grid that sums them up. */
export function proofOf(run: Run): readonly Application[] {
  return run.moves.flatMap((move) => [
    ...move.checks.map((rule) => ({ rule, cite: checks[rule] })),
    { rule: move.rule, cite: findRule(move.rule)?.cite ?? '' },
  ])
}
