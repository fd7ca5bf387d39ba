import {
  abortSegment,
  ackSegment,
  type Emission,
  finSegment,
  resetFor,
  synAckSegment,
  synSegment,
  textSegment,
} from '../tcp/emissions'
import type { Setting } from '../tcp/event-processing/process-event'
import type { Event } from '../tcp/events'
import { observe } from '../tcp/observe'
import { findRule, type Rule } from '../tcp/rules'
import { type Run, run } from '../tcp/run'
import { has, type Segment, segEnd } from '../tcp/segment'
import { add, isAtMost, isBefore } from '../tcp/sequence'
import type { State } from '../tcp/states'
import { step } from '../tcp/step'
import { noTcb, type Tcb } from '../tcp/tcb'
import { type Answer, applyMutant, type Mutant } from './mutant'

/** A machine as somebody runs it: the canon, or a mutant of it. */
export type Machine = {
  readonly mutant: Mutant
  /** What an event does. Of a mutant, the checks of the run are the canon's: it is no proof. */
  readonly run: (setting: Setting, tcb: Tcb, event: Event) => Run
  /** What an event makes it send, by the forms of the rules applied. */
  readonly sent: (setting: Setting, tcb: Tcb, event: Event) => readonly Emission[]
  /** Where a rule of the grid leads, and what it sends; null where that differs within the rule. */
  readonly answer: (rule: Rule) => Answer
}

/** The machine of RFC 9293. */
export const canon: Machine = {
  mutant: {},
  run,
  sent: (setting, tcb, event) => formsOf(run(setting, tcb, event)),
  answer: ({ to, emits }) => ({ to, emits }),
}

function formsOf({ moves }: Run): readonly Emission[] {
  return moves.flatMap((move) => findRule(move.rule)?.emits ?? [])
}

/** The machine with the changes of a mutant. */
export function machineOf(mutant: Mutant): Machine {
  const believedOf = (setting: Setting, tcb: Tcb, event: Event) => {
    const { on, facts } = observe(setting.profile, tcb, event)
    const rule = step(setting.profile, tcb.state, on, facts)
    return { rule, believed: applyMutant(rule, mutant, facts) }
  }
  return {
    mutant,
    run: (setting, tcb, arriving) => {
      const event = mutant.dropsTextOnSyn === true ? withoutText(arriving) : arriving
      const { rule, believed } = believedOf(setting, tcb, event)
      const done = run(setting, tcb, event)
      const edited = believed === null ? done : editRun(done, { rule, believed, tcb, event })
      return mutant.lengths === undefined ? edited : countOtherwise(edited, mutant.lengths, tcb, event)
    },
    sent: (setting, tcb, event) => {
      const { believed } = believedOf(setting, tcb, event)
      return believed === null ? canon.sent(setting, tcb, event) : believed.emits
    },
    answer: (rule) => applyMutant(rule, mutant) ?? canon.answer(rule),
  }
}

function withoutText(event: Event): Event {
  if (event.kind !== 'segment' || !has(event.segment, 'SYN')) return event
  return { kind: 'segment', segment: { ...event.segment, len: 0 } }
}

type Editing = { readonly rule: Rule; readonly believed: Answer; readonly tcb: Tcb; readonly event: Event }

/** The canon's run as the believer has it: in another state, with other segments, and with numbers that fit both. */
function editRun(done: Run, { rule, believed, tcb, event }: Editing): Run {
  const { to, emits: forms, told } = believed
  const sendsAlike = forms.join() === rule.emits.join()
  const stays = to === tcb.state && forms.length === 0
  const numbered = stays ? tcb : numbersFor(to, done.end, tcb, event)
  const emits = sendsAlike ? done.emits : forms.flatMap((form) => segmentFor(form, numbered, event))
  const sendsFin = !sendsAlike && forms.includes('FIN,ACK')
  const end = to === 'CLOSED' ? noTcb : { ...numbered, state: to, ...(sendsFin && { sndNxt: add(numbered.sndNxt, 1) }) }
  const responses = told === undefined ? done.responses : [{ to: 'caller' as const, text: told }]
  const [first] = done.moves
  const moves = first === undefined ? [] : [{ ...first, after: end, emits, responses }]
  return { ...done, moves, end, emits, responses }
}

/** The canon's numbers where it has any and the connection goes on in both; else what the segment itself brings. */
function numbersFor(to: State, end: Tcb, tcb: Tcb, event: Event): Tcb {
  if (to === 'LISTEN') return tcb.state === 'LISTEN' ? tcb : { ...noTcb, opened: 'passive', rcvWnd: tcb.rcvWnd }
  if (end.state !== 'CLOSED' && end.state !== 'LISTEN' && end.state !== tcb.state) return end
  if (event.kind !== 'segment') return tcb
  const { segment } = event
  const acknowledges =
    segment.ack !== null && isBefore(tcb.sndUna, segment.ack) && isAtMost(segment.ack, tcb.sndNxt) ? segment.ack : null
  const inOrder = segment.seq === tcb.rcvNxt || has(segment, 'SYN')
  return {
    ...tcb,
    ...(acknowledges !== null && { sndUna: acknowledges }),
    ...(inOrder && { rcvNxt: segEnd(segment) }),
    ...(has(segment, 'SYN') && { irs: segment.seq }),
  }
}

function segmentFor(form: Emission, tcb: Tcb, event: Event): readonly Segment[] {
  switch (form) {
    case 'SYN':
      return [synSegment(tcb)]
    case 'SYN,ACK':
      return [synAckSegment(tcb)]
    case 'ACK':
      return [ackSegment(tcb)]
    case 'FIN,ACK':
      return [finSegment(tcb)]
    case 'RST':
      return [abortSegment(tcb)]
    case 'RST for SEG.ACK':
    case 'RST,ACK for SEG.SEQ':
      return event.kind === 'segment' ? [resetFor(event.segment)] : []
    case 'text':
      return event.kind === 'call' && event.call === 'SEND' ? [textSegment(tcb, event.len)] : []
    case 'oldest unacknowledged':
      return []
  }
}

/** The same run where a FIN that arrives is not counted, or a bare ACK is. */
function countOtherwise(done: Run, lengths: NonNullable<Mutant['lengths']>, tcb: Tcb, event: Event): Run {
  const hasArrived = event.kind === 'segment' && has(event.segment, 'FIN') && done.end.rcvNxt !== tcb.rcvNxt
  const uncounted = lengths.fin === 0 && hasArrived && done.end.state !== 'CLOSED' ? 1 : 0
  const bare = lengths.ack === 1 ? done.emits.filter(isBareAck).length : 0
  if (uncounted + bare === 0) return done
  const emits = done.emits.map((segment) =>
    segment.ack === null ? segment : { ...segment, ack: add(segment.ack, -uncounted) },
  )
  const end = { ...done.end, rcvNxt: add(done.end.rcvNxt, -uncounted), sndNxt: add(done.end.sndNxt, bare) }
  return { ...done, end, emits }
}

export function isBareAck({ ctl, len }: Segment): boolean {
  return ctl.length === 1 && ctl[0] === 'ACK' && len === 0
}
