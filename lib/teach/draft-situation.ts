import { endpoint, figureNumbers, type Situation } from '../items/exemplify'
import { runOf } from '../items/explanation'
import type { Fact } from '../tcp/conditions'
import type { Event } from '../tcp/events'
import { add } from '../tcp/sequence'
import type { State } from '../tcp/states'
import type { Tcb } from '../tcp/tcb'
import { type EndpointDraft, type EventDraft, isSayable, type SituationDraft } from './machine-draft'

/** The endpoint that an author describes, with the numbers of the RFC's figures. What can't be said of its state is left out. */
export function endpointOf(draft: EndpointDraft): Tcb {
  const { state } = draft
  const facts: readonly (Fact | false)[] = [
    isSayable('opened', state) && draft.opened === 'passive' && 'passively opened',
    isSayable('remote', state) && draft.remote && 'remote socket specified',
    isSayable('sendsQueued', state) && draft.sendsQueued && 'SENDs queued',
    isSayable('textAwaiting', state) && draft.textAwaiting && 'text awaiting delivery',
    isSayable('dataOut', state) && draft.dataOut && 'acknowledges data',
  ]
  return endpoint(
    { from: state, on: null },
    facts.filter((fact) => fact !== false),
    figureNumbers,
  )
}

/** Each situation of a sequence: what an author means by "expected" is worked out where the endpoint stands by then. */
export function situationsOf({ endpoint: described, events }: SituationDraft): readonly Situation[] {
  let tcb = endpointOf(described)
  return events.map((draft) => {
    const situation = { tcb, event: eventOf(draft, tcb) }
    tcb = runOf(situation).end
    return situation
  })
}

/** The event that an author means, at an endpoint that stands so. */
export function eventOf(draft: EventDraft, tcb: Tcb): Event {
  switch (draft.kind) {
    case 'timeout':
      return draft
    case 'call':
      return callOf(draft.call)
    case 'segment': {
      const ctl = draft.ctl.filter((bit, index) => draft.ctl.indexOf(bit) === index)
      const ack = ctl.includes('ACK') ? ackOf(draft.ack, tcb) : null
      return { kind: 'segment', segment: { seq: seqOf(draft, tcb), ack, ctl, len: draft.len } }
    }
  }
}

function callOf(call: Extract<EventDraft, { kind: 'call' }>['call']): Event {
  switch (call) {
    case 'passive OPEN':
      return { kind: 'call', call: 'OPEN', mode: 'passive', remote: false }
    case 'active OPEN':
      return { kind: 'call', call: 'OPEN', mode: 'active', remote: true }
    case 'active OPEN without a remote socket':
      return { kind: 'call', call: 'OPEN', mode: 'active', remote: false }
    case 'SEND':
      return { kind: 'call', call, len: figureNumbers.text }
    default:
      return { kind: 'call', call }
  }
}

const hasHeardNothing: readonly State[] = ['CLOSED', 'LISTEN', 'SYN-SENT']

function seqOf({ seq, ctl }: Pick<Extract<EventDraft, { kind: 'segment' }>, 'seq' | 'ctl'>, tcb: Tcb): number {
  if (typeof seq === 'number') return seq
  if (hasHeardNothing.includes(tcb.state)) return figureNumbers.theirs
  switch (seq) {
    case 'expected':
      return tcb.rcvNxt
    case 'ahead':
      return add(tcb.rcvNxt, 100)
    case 'outside':
      return add(tcb.rcvNxt, tcb.rcvWnd + 4000)
    case 'again':
      return ctl.includes('SYN') ? tcb.irs : add(tcb.rcvNxt, -1)
  }
}

function ackOf(ack: Extract<EventDraft, { kind: 'segment' }>['ack'], tcb: Tcb): number {
  if (typeof ack === 'number') return ack
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN') return add(figureNumbers.ours, 1)
  switch (ack) {
    case 'all':
      return tcb.sndNxt
    case 'data':
      return add(tcb.sndUna, Math.min(figureNumbers.text, add(tcb.sndNxt, -tcb.sndUna)))
    case 'nothing new':
      return tcb.sndUna
    case 'never sent':
      return add(tcb.sndNxt, 400)
  }
}
