import { synSegment } from '../emissions'
import type { Event } from '../events'
import { defaultWindow, type Tcb } from '../tcb'
import { enter, type Outcome, outcome, toCaller } from './outcome'

type OpenCall = Extract<Event, { call: 'OPEN' }>

/** 3.10.1 OPEN Call. `iss` is the initial send sequence number to select, where one is needed. */
export function openCall(tcb: Tcb, call: OpenCall, iss: number): Outcome {
  switch (tcb.state) {
    case 'CLOSED':
      return openNew(tcb, call, iss)
    case 'LISTEN':
      return openListener(tcb, call, iss)
    default:
      return outcome(tcb, ['open.exists'], { responses: toCaller('error: connection already exists') })
  }
}

function openNew(tcb: Tcb, call: OpenCall, iss: number): Outcome {
  const created: Tcb = { ...tcb, opened: call.mode, remote: call.remote, rcvWnd: tcb.rcvWnd || defaultWindow }
  if (call.mode === 'passive') return outcome(enter<'CLOSED'>(created, 'LISTEN'), ['open.passive'])
  if (!call.remote) return withoutRemoteSocket(tcb)
  const opened = synSent(created, iss)
  return outcome(opened, ['open.active'], { emits: [synSegment(opened)] })
}

function openListener(tcb: Tcb, call: OpenCall, iss: number): Outcome {
  if (call.mode === 'passive') {
    return outcome(tcb, ['open.must-not-affect-listener'], { responses: toCaller('error: connection already exists') })
  }
  if (!call.remote) return withoutRemoteSocket(tcb)
  const opened = synSent({ ...tcb, opened: 'active', remote: true }, iss)
  return outcome(opened, ['open.passive-to-active'], { emits: [synSegment(opened)] })
}

function withoutRemoteSocket(tcb: Tcb): Outcome {
  return outcome(tcb, ['open.no-remote-socket'], { responses: toCaller('error: remote socket unspecified') })
}

/** "Set SND.UNA to ISS, SND.NXT to ISS+1, enter SYN-SENT state." */
export function synSent(tcb: Tcb, iss: number): Tcb {
  return enter<'CLOSED' | 'LISTEN'>({ ...tcb, iss, sndUna: iss, sndNxt: (iss + 1) >>> 0 }, 'SYN-SENT')
}
