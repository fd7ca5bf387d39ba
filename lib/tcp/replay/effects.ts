import type { Emission } from '../emissions'
import type { Response } from '../responses'
import type { Rule } from '../rules'
import type { Segment } from '../segment'
import type { Tcb } from '../tcb'
import { forwards, occupied, octetsOld } from './facts'

/** What a rule claims of the sequence variables after it, worked out from the situation before it. */
export type Variables = Pick<Tcb, 'sndUna' | 'sndNxt' | 'rcvNxt'>

const modulo = (number: number): number => forwards(0, number)

/** What the rule must leave in SND.UNA, SND.NXT and RCV.NXT. */
export function variablesAfter(rule: Rule, before: Tcb, after: Tcb, segment: Segment | null): Variables {
  if (rule.to === 'CLOSED' || (rule.to === 'LISTEN' && rule.from !== 'LISTEN'))
    return { sndUna: 0, sndNxt: 0, rcvNxt: 0 }
  const opensNow = rule.emits.includes('SYN') || (rule.from === 'LISTEN' && rule.to === 'SYN-RECEIVED')
  const sent = rule.emits.includes('FIN,ACK') ? 1 : rule.emits.includes('text') ? textOf(before, after) : 0
  return {
    sndUna: opensNow ? after.iss : (acknowledged(rule, before, segment) ?? before.sndUna),
    sndNxt: opensNow ? modulo(after.iss + 1) : modulo(before.sndNxt + sent),
    rcvNxt: receivedUpTo(rule, before, segment),
  }
}

function textOf(before: Tcb, after: Tcb): number {
  return forwards(before.sndNxt, after.sndNxt)
}

/** SEG.ACK where the rule takes the acknowledgment and it is new. */
function acknowledged(rule: Rule, before: Tcb, segment: Segment | null): number | undefined {
  if (segment === null || segment.ack === null) return undefined
  const taken =
    rule.kind === 'transition' || rule.kind === 'processed' || (rule.from === 'CLOSING' && rule.kind === 'dropped')
  const bits = rule.on === 'rcv ACK' || rule.on === 'rcv text' || rule.on === 'rcv FIN' || rule.on === 'rcv SYN,ACK'
  if (!taken || !bits) return undefined
  const ahead = forwards(before.sndUna, segment.ack)
  return ahead <= forwards(before.sndUna, before.sndNxt) ? segment.ack : undefined
}

/** RCV.NXT after the rule has taken the SYN, the text and the FIN that it takes. */
function receivedUpTo(rule: Rule, before: Tcb, segment: Segment | null): number {
  if (segment === null) return before.rcvNxt
  const synchronizes =
    (rule.from === 'LISTEN' || rule.from === 'SYN-SENT') && rule.kind === 'transition' && rule.on.startsWith('rcv SYN')
  if (synchronizes) return modulo(segment.seq + 1)
  const processed = rule.kind === 'processed' || rule.kind === 'transition'
  if (!processed || (rule.on !== 'rcv text' && rule.on !== 'rcv FIN')) return before.rcvNxt
  const room = before.rcvWnd
  const fin = segment.ctl.includes('FIN') ? 1 : 0
  const text = Math.min(occupied(segment) - octetsOld(before, segment), room) - fin
  const listens = ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'].includes(rule.from)
  return modulo(before.rcvNxt + (listens ? text : 0) + fin)
}

/** The segment that an emission stands for, between the TCB before a rule and after it. */
export function emitted(form: Emission, before: Tcb, after: Tcb, segment: Segment | null): Segment {
  const seg = segment ?? { seq: 0, ack: null, ctl: [], len: 0 }
  switch (form) {
    case 'SYN':
      return { seq: after.iss, ack: null, ctl: ['SYN'], len: 0 }
    case 'SYN,ACK':
      return { seq: after.iss, ack: modulo(seg.seq + 1), ctl: ['SYN', 'ACK'], len: 0 }
    case 'ACK':
      return { seq: before.sndNxt, ack: after.rcvNxt, ctl: ['ACK'], len: 0 }
    case 'FIN,ACK':
      return { seq: before.sndNxt, ack: before.rcvNxt, ctl: ['FIN', 'ACK'], len: 0 }
    case 'text':
      return { seq: before.sndNxt, ack: before.rcvNxt, ctl: ['ACK'], len: textOf(before, after) }
    case 'RST':
      return { seq: before.sndNxt, ack: null, ctl: ['RST'], len: 0 }
    case 'RST for SEG.ACK':
      return { seq: seg.ack ?? 0, ack: null, ctl: ['RST'], len: 0 }
    case 'RST,ACK for SEG.SEQ':
      return { seq: 0, ack: modulo(seg.seq + occupied(seg)), ctl: ['RST', 'ACK'], len: 0 }
    case 'oldest unacknowledged':
      return oldest(before)
  }
}

function oldest(tcb: Tcb): Segment {
  if (tcb.state === 'SYN-SENT') return { seq: tcb.iss, ack: null, ctl: ['SYN'], len: 0 }
  if (synIsOut(tcb)) return { seq: tcb.iss, ack: tcb.rcvNxt, ctl: ['SYN', 'ACK'], len: 0 }
  const text = unacknowledgedText(tcb)
  return { seq: tcb.sndUna, ack: tcb.rcvNxt, ctl: text > 0 ? ['ACK'] : ['FIN', 'ACK'], len: text }
}

/** Our SYN waits for its ACK while we open, or where we closed before it came: then SYN and FIN are all that is out. */
function synIsOut(tcb: Tcb): boolean {
  const early = ['FIN-WAIT-1', 'CLOSING'].includes(tcb.state) && forwards(tcb.iss, tcb.sndNxt) === 2
  return tcb.sndUna === tcb.iss && (early || tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED')
}

/** Octets of text between SND.UNA and SND.NXT. */
function unacknowledgedText(tcb: Tcb): number {
  const octets = forwards(tcb.sndUna, tcb.sndNxt)
  const syn = octets > 0 && synIsOut(tcb) ? 1 : 0
  const finOut = ['FIN-WAIT-1', 'CLOSING', 'LAST-ACK'].includes(tcb.state) && !tcb.closeQueued && octets > 0 ? 1 : 0
  return octets - Math.min(octets, syn + finOut)
}

/** Which of a rule's responses are due: those to calls outstanding only where such calls are. */
export function responsesDue(rule: Rule, before: Tcb, after: Tcb, segment: Segment | null): readonly Response[] {
  const sends = before.sendQueued > 0 || unacknowledgedText(before) > 0
  const returned = unacknowledgedText(before) > 0 && rule.to !== 'CLOSED' && unacknowledgedText(after) === 0
  const due = rule.responses.filter((response) => {
    switch (response.to) {
      case 'outstanding RECEIVEs':
        return before.receivesPending > (rule.on === 'rcv FIN' && textTaken(before, segment) > 0 ? 1 : 0)
      case 'outstanding SENDs and RECEIVEs':
        return sends || before.receivesPending > 0
      case 'outstanding SENDs':
        return returned
      default:
        return true
    }
  })
  const heard = segment?.ctl.includes('URG') && isUrgentHeard(rule, before, segment)
  return heard ? [...due, { to: 'user', text: 'urgent data' }] : due
}

function textTaken(before: Tcb, segment: Segment | null): number {
  return segment === null ? 0 : Math.max(0, segment.len - octetsOld(before, segment))
}

/** 3.10.7.4 sixth: URG is looked at once a segment has passed the fifth step; at a closed window always (MUST-66). */
function isUrgentHeard(rule: Rule, before: Tcb, segment: Segment | null): boolean {
  const passed =
    rule.kind === 'processed' || (rule.kind === 'transition' && rule.to !== 'CLOSED' && rule.to !== 'LISTEN')
  const bits = rule.on === 'rcv ACK' || rule.on === 'rcv text' || rule.on === 'rcv FIN'
  const listens = ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'].includes(before.state)
  const unacceptable = rule.when.some((condition) => condition.startsWith('not acceptable'))
  const closedWindow = unacceptable && before.rcvWnd === 0 && segment?.seq === before.rcvNxt
  return listens && ((passed && bits) || (closedWindow && before.state !== 'SYN-RECEIVED'))
}
