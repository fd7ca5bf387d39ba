import type { Say } from '../i18n/say'
import type { Situation } from '../items/exemplify'
import { observe } from '../tcp/observe'
import { formatSegment } from '../tcp/segment'
import type { State } from '../tcp/states'
import type { Tcb } from '../tcp/tcb'
import { conditionWords, eventWords } from './machine-words'
import type { PresentedEndpoint } from './presented-item'

/**
 * How much is said: the variables beside a segment that must be held against them; what its numbers mean as well; or the
 * variables whatever happens, where numbers are asked for.
 */
export type Said = 'segment' | 'meaning' | 'numbers'

/** The situation of an item, in words and numbers. */
export function presentEndpoint(say: Say, { tcb, event }: Situation, said: Said): PresentedEndpoint {
  const { on } = observe('rfc9293', tcb, event)
  const segment = event.kind === 'segment' ? event.segment : null
  return {
    state: tcb.state,
    facts: [...knownFacts(say, { tcb, event }), ...(said === 'meaning' ? meaningsIn(say, { tcb, event }) : [])],
    variables: segment === null && said !== 'numbers' ? [] : variablesOf(tcb),
    event: eventWords(say, on),
    segment: segment === null ? null : formatSegment(segment),
    later: [],
  }
}

/** An endpoint to which several things happen, as the first finds it. What the numbers of a segment mean is said with it. */
export function presentSequenceOfEvents(say: Say, situations: readonly Situation[]): PresentedEndpoint {
  const [first, ...later] = situations
  if (first === undefined) throw new Error('A sequence without an event')
  const { event: started, ...presented } = presentEndpoint(say, first, 'meaning')
  return {
    ...presented,
    event: started,
    later: later.map((situation) => {
      const { event, segment } = presentEndpoint(say, situation, 'segment')
      return { event, segment, facts: meaningsIn(say, situation) }
    }),
  }
}

/** What the numbers of an arriving segment mean to this endpoint; nothing where no segment arrives. */
function meaningsIn(say: Say, { tcb, event }: Situation): readonly string[] {
  if (event.kind !== 'segment') return []
  const [seq, ack] = observe('rfc9293', tcb, event).factList.slice(-2)
  const isAcked = event.segment.ack !== null && tcb.state !== 'LISTEN' && tcb.state !== 'CLOSED'
  return [
    ...(isSynchronizing(tcb.state) && seq !== undefined ? [conditionWords(say, seq)] : []),
    ...(isAcked && ack !== undefined ? [conditionWords(say, ack)] : []),
  ]
}

function isSynchronizing(state: State): boolean {
  return state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN-SENT'
}

/** The facts that some rule of this state and event asks for, and what waits to be sent. */
function knownFacts(say: Say, { tcb, event }: Situation): readonly string[] {
  const call = event.kind === 'call' ? event.call : null
  const facts: string[] = []
  if (tcb.state === 'SYN-RECEIVED') {
    facts.push(conditionWords(say, tcb.opened === 'passive' ? 'passively opened' : 'actively opened'))
  }
  if (tcb.state === 'LISTEN' && call === 'SEND') {
    facts.push(conditionWords(say, tcb.remote ? 'remote socket specified' : 'remote socket unspecified'))
  }
  if (call === 'CLOSE' || call === 'SEND') facts.push(...queueFacts(say, tcb))
  else if (tcb.sendQueued > 0) facts.push(conditionWords(say, 'SENDs queued'))
  if (call === 'RECEIVE' && isSynchronizing(tcb.state) && tcb.state !== 'SYN-RECEIVED') {
    facts.push(conditionWords(say, tcb.receiveQueued > 0 ? 'text awaiting delivery' : 'no text awaiting delivery'))
  }
  return facts
}

function queueFacts(say: Say, tcb: Tcb): readonly string[] {
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN') return []
  return [conditionWords(say, tcb.sendQueued > 0 ? 'SENDs queued' : 'nothing queued to send')]
}

/** The variables that a segment is held against, as far as the state has them. */
export function variablesOf(tcb: Tcb): readonly (readonly [string, number])[] {
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN') return []
  const sent = [
    ['SND.UNA', tcb.sndUna],
    ['SND.NXT', tcb.sndNxt],
  ] as const
  if (tcb.state === 'SYN-SENT') return [['ISS', tcb.iss], ...sent]
  return [...sent, ['RCV.NXT', tcb.rcvNxt], ['RCV.WND', tcb.rcvWnd]]
}
