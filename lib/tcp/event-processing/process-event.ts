import type { Event } from '../events'
import type { Profile } from '../profiles'
import type { Segment } from '../segment'
import type { Tcb } from '../tcb'
import { abortCall } from './abort-call'
import { closeCall } from './close-call'
import { closedState } from './closed-state'
import { listenState } from './listen-state'
import { openCall } from './open-call'
import { otherStates } from './other-states'
import type { Outcome } from './outcome'
import { receiveCall } from './receive-call'
import { sendCall } from './send-call'
import { statusCall } from './status-call'
import { synSentState } from './syn-sent-state'
import { timeoutExpires } from './timeouts'

/** What chance and choice decide: the profile, and the ISS to select where an event selects one. */
export type Setting = { readonly profile: Profile; readonly iss: number }

/** RFC 9293 3.10: one event on one TCB. */
export function processEvent(setting: Setting, tcb: Tcb, event: Event): Outcome {
  switch (event.kind) {
    case 'call':
      return userCall(setting, tcb, event)
    case 'segment':
      return segmentArrives(setting, tcb, event.segment)
    case 'timeout':
      return timeoutExpires(tcb, event.timeout)
  }
}

function userCall({ profile, iss }: Setting, tcb: Tcb, event: Extract<Event, { kind: 'call' }>): Outcome {
  switch (event.call) {
    case 'OPEN':
      return openCall(tcb, event, iss)
    case 'SEND':
      return sendCall(tcb, event.len, iss)
    case 'RECEIVE':
      return receiveCall(tcb)
    case 'CLOSE':
      return closeCall(profile, tcb)
    case 'ABORT':
      return abortCall(tcb)
    case 'STATUS':
      return statusCall(tcb)
  }
}

/** 3.10.7 SEGMENT ARRIVES. */
function segmentArrives({ profile, iss }: Setting, tcb: Tcb, segment: Segment): Outcome {
  switch (tcb.state) {
    case 'CLOSED':
      return closedState(tcb, segment)
    case 'LISTEN':
      return listenState(tcb, segment, iss)
    case 'SYN-SENT':
      return synSentState(tcb, segment)
    default:
      return otherStates(profile, tcb, segment)
  }
}
