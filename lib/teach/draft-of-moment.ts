import { runOf } from '../items/explanation'
import { mostEvents } from '../items/item'
import { isSynUnacknowledged, unacknowledgedText } from '../tcp/event-processing/outcome'
import type { Event } from '../tcp/events'
import type { Side } from '../tcp/peers/configuration'
import { actingSide, type Step } from '../tcp/peers/move'
import type { Profile } from '../tcp/profiles'
import type { Move } from '../tcp/run'
import type { Segment } from '../tcp/segment'
import { add, distance, isAtMost } from '../tcp/sequence'
import type { Tcb } from '../tcp/tcb'
import { type Composed, composeBody } from './compose-body'
import { endpointOf, eventOf, situationsOf } from './draft-situation'
import {
  ackPlaces,
  type EndpointDraft,
  type EventDraft,
  isSayable,
  type SituationDraft,
  seqPlaces,
  situationQueries,
} from './machine-draft'

/** A moment of two peers: what has happened so far, and by which reading of TCP. */
export type Moment = { readonly profile: Profile; readonly steps: readonly Step[] }

/** Why no question is made of a moment. */
export type MomentRefusal =
  | 'nothing happened'
  /** Something was lost, copied or turned up: no endpoint has noticed. */
  | 'network alone'
  /** A crash is no event of 3.10. */
  | 'crash'
  /** Questions are asked by RFC 9293. */
  | 'other reading'
  /** No endpoint that the editor can describe comes here within as many events as a question has. */
  | 'cannot be told'

export type DraftedMoment =
  | { readonly kind: 'drafted'; readonly draft: SituationDraft }
  | { readonly kind: 'refused'; readonly error: MomentRefusal }
  /** The editor says it, but the machine makes no question of it. */
  | { readonly kind: 'not composed'; readonly why: Exclude<Composed, { kind: 'composed' }> }

/**
 * What has just happened at one endpoint, as an author would choose it in the editor: the endpoint as it stood, and as few
 * events as lead from there to here. What comes of it in the editor is held against what happened: the same rules apply,
 * and the same states follow. The numbers are the editor's own.
 */
export function draftOfMoment({ profile, steps }: Moment): DraftedMoment {
  const last = steps.at(-1)
  if (last === undefined) return { kind: 'refused', error: 'nothing happened' }
  if (last.move.kind === 'crash') return { kind: 'refused', error: 'crash' }
  const side = actingSide(last.move)
  if (side === null) return { kind: 'refused', error: 'network alone' }
  if (profile !== 'rfc9293') return { kind: 'refused', error: 'other reading' }
  const happened = happenedAt(side, steps)
  for (let count = eventsIn(last).length; count <= Math.min(mostEvents, happened.length); count++) {
    const told = tell(happened.slice(-count))
    if (told !== null) return composed(told, count > 1)
  }
  return { kind: 'refused', error: 'cannot be told' }
}

/** One event at an endpoint: what it found, and the moves that it led to. */
type Happened = { readonly event: Event; readonly tcb: Tcb; readonly moves: readonly Move[] }

/** All events at one side since it last forgot its TCB, the oldest first. */
function happenedAt(side: Side, steps: readonly Step[]): readonly Happened[] {
  const crash = steps.findLastIndex(({ move }) => move.kind === 'crash' && move.side === side)
  return steps.slice(crash + 1).flatMap((step) => (actingSide(step.move) === side ? eventsIn(step) : []))
}

/** The event of a step; two where the user closed before a segment was answered. */
function eventsIn({ run, move }: Step): readonly Happened[] {
  const moves = run?.moves ?? []
  const closes = move.kind === 'deliver' ? moves.findIndex(({ event }) => event.kind === 'call') : -1
  const parts = closes > 0 ? [moves.slice(0, closes), moves.slice(closes)] : [moves]
  return parts.flatMap((part) => {
    const [first] = part
    return first === undefined ? [] : [{ event: first.event, tcb: first.before, moves: part }]
  })
}

/** The endpoint and the events as an author would choose them; null where what comes of it is something else. */
function tell(happened: readonly Happened[]): Pick<SituationDraft, 'endpoint' | 'events'> | null {
  const [first] = happened
  if (first === undefined || isHiding(first.tcb)) return null
  const endpoint = endpointLike(first.tcb)
  let tcb = endpointOf(endpoint)
  const events: EventDraft[] = []
  for (const { event, tcb: real } of happened) {
    const draft = tellEvent(event, real, tcb)
    events.push(draft)
    tcb = runOf({ tcb, event: eventOf(draft, tcb) }).end
  }
  const told = { endpoint, events }
  return isSame(happened, told) ? told : null
}

/** What waits in an endpoint and can't be said in the editor. */
function isHiding({ held, closeQueued, receivesPending }: Tcb): boolean {
  return held.length > 0 || closeQueued || receivesPending > 0
}

function endpointLike(tcb: Tcb): EndpointDraft {
  const { state, opened, remote, sendQueued, receiveQueued } = tcb
  const hasTextOut =
    state !== 'CLOSED' && state !== 'LISTEN' && !isSynUnacknowledged(tcb) && unacknowledgedText(tcb) > 0
  return {
    state,
    opened: opened ?? 'active',
    remote: isSayable('remote', state) && remote,
    sendsQueued: sendQueued > 0,
    textAwaiting: receiveQueued > 0,
    dataOut: isSayable('dataOut', state) && hasTextOut,
  }
}

type SegmentDraft = Extract<EventDraft, { kind: 'segment' }>

/** An event at the real endpoint, said at the editor's. */
function tellEvent(event: Event, real: Tcb, tcb: Tcb): EventDraft {
  switch (event.kind) {
    case 'timeout':
      return event
    case 'call': {
      if (event.call !== 'OPEN') return { kind: 'call', call: event.call }
      if (event.mode === 'passive') return { kind: 'call', call: 'passive OPEN' }
      return { kind: 'call', call: event.remote ? 'active OPEN' : 'active OPEN without a remote socket' }
    }
    case 'segment': {
      const { ctl, len } = event.segment
      return {
        kind: 'segment',
        ctl,
        len,
        seq: tellSeq(event.segment, real, tcb),
        ack: tellAck(event.segment, real, tcb),
      }
    }
  }
}

const plain = { kind: 'segment', seq: 'expected', ack: 'all', len: 0 } as const

/** Where a segment begins, by a word of the editor, or by its number there where none says it. */
function tellSeq({ seq, ctl }: Segment, real: Tcb, tcb: Tcb): SegmentDraft['seq'] {
  if (real.state === 'CLOSED' || real.state === 'LISTEN' || real.state === 'SYN-SENT') return 'expected'
  const meant = add(tcb.rcvNxt, distance(real.rcvNxt, seq))
  return seqPlaces.find((place) => segmentOf({ ...plain, ctl, seq: place }, tcb)?.seq === meant) ?? meant
}

/** What it acknowledges, in the same way. */
function tellAck({ ack, ctl }: Segment, real: Tcb, tcb: Tcb): SegmentDraft['ack'] {
  if (ack === null || real.state === 'CLOSED' || real.state === 'LISTEN') return 'all'
  const meant = moved(ack, real, tcb)
  return ackPlaces.find((place) => segmentOf({ ...plain, ctl, ack: place }, tcb)?.ack === meant) ?? meant
}

function segmentOf(draft: SegmentDraft, tcb: Tcb): Segment | null {
  const event = eventOf(draft, tcb)
  return event.kind === 'segment' ? event.segment : null
}

/** An acknowledgment number at the editor's endpoint: as far from SND.NXT where that is reached, else from SND.UNA. */
function moved(ack: number, real: Tcb, tcb: Tcb): number {
  const isAhead = ack !== real.sndUna && isAtMost(real.sndNxt, ack)
  return isAhead ? add(tcb.sndNxt, distance(real.sndNxt, ack)) : add(tcb.sndUna, distance(real.sndUna, ack))
}

/** Whether the editor's endpoint goes the same way: the same rules, one after the other, and the same states. */
function isSame(happened: readonly Happened[], told: Pick<SituationDraft, 'endpoint' | 'events'>): boolean {
  const runs = situationsOf({ about: 'situation', query: 'next-state', ...told }).map((situation) => runOf(situation))
  return happened.every(({ moves }, index) => trace(moves) === trace(runs[index]?.moves ?? []))
}

function trace(moves: readonly Move[]): string {
  return moves.map(({ rule, after }) => `${rule} ${after.state}`).join()
}

/** With what is best asked of it, as far as the machine makes a question of that. */
function composed(told: Pick<SituationDraft, 'endpoint' | 'events'>, isSequence: boolean): DraftedMoment {
  const about = (query: SituationDraft['query']): SituationDraft => ({ about: 'situation', query, ...told })
  const best = about(isSequence ? 'after-events' : bestQuery(about('next-state')))
  const queries = [best, ...situationQueries.filter((query) => query !== best.query).map(about)]
  const draft = queries.find((one) => composeBody(one).kind === 'composed')
  if (draft !== undefined) return { kind: 'drafted', draft }
  const why = composeBody(best)
  if (why.kind === 'composed') throw new Error('Cannot refuse what composes')
  return { kind: 'not composed', why }
}

/** The state where it changes; else what is sent, or what the user is told, where that is something. */
function bestQuery(draft: SituationDraft): SituationDraft['query'] {
  const last = situationsOf(draft).at(-1)
  if (last === undefined) return 'next-state'
  const { end, emits, responses } = runOf(last)
  if (end.state !== last.tcb.state) return 'next-state'
  return emits.length > 0 ? 'what-is-sent' : responses.length > 0 ? 'user-told' : 'next-state'
}
