import { canon, type Machine } from '../../misconceptions/machine'
import type { Ambiguity } from '../../tcp/ambiguities'
import type { Setting } from '../../tcp/event-processing/process-event'
import type { Event, Timeout } from '../../tcp/events'
import type { ResponseText } from '../../tcp/responses'
import type { Run } from '../../tcp/run'
import type { ControlBit } from '../../tcp/segment'
import { add } from '../../tcp/sequence'
import type { State } from '../../tcp/states'
import { noTcb, type Tcb } from '../../tcp/tcb'

/**
 * One endpoint on the bench: it is brought into a state by a real life from CLOSED on, then something happens to it.
 * Its own numbers begin at 100, its peer's at 300, as in Figure 6.
 */
const setting: Setting = { profile: 'rfc9293', iss: 100 }
const irs = 300

/** An event; a segment is numbered by the TCB that it arrives at. */
type Happening = Event | ((tcb: Tcb) => Event)

export type Call = Extract<Event, { kind: 'call' }>

export const passiveOpen: Call = { kind: 'call', call: 'OPEN', mode: 'passive', remote: false }
export const passiveOpenToRemote: Call = { kind: 'call', call: 'OPEN', mode: 'passive', remote: true }
export const activeOpen: Call = { kind: 'call', call: 'OPEN', mode: 'active', remote: true }

export function sends(len: number): Call {
  return { kind: 'call', call: 'SEND', len }
}

export function calls(call: 'RECEIVE' | 'CLOSE' | 'ABORT' | 'STATUS'): Call {
  return { kind: 'call', call }
}

export function expires(timeout: Timeout): Event {
  return { kind: 'timeout', timeout }
}

type Numbers = { readonly seq?: number; readonly ack?: number; readonly len?: number }

/**
 * A segment with these control bits arrives. `seq` and `ack` say how far it lies from the segment that is expected:
 * SEG.SEQ from RCV.NXT (from the peer's ISS while there is none), SEG.ACK from SND.NXT.
 */
export function arrives(ctl: readonly ControlBit[], { seq = 0, ack = 0, len = 0 }: Numbers = {}): Happening {
  return (tcb) => ({
    kind: 'segment',
    segment: {
      seq: add(tcb.irs === 0 ? irs : tcb.rcvNxt, seq),
      ack: ctl.includes('ACK') ? add(tcb.sndNxt, ack) : null,
      ctl,
      len,
    },
  })
}

const established: readonly Happening[] = [activeOpen, arrives(['SYN', 'ACK'])]
const finWait1: readonly Happening[] = [...established, calls('CLOSE')]
const finWait2: readonly Happening[] = [...finWait1, arrives(['ACK'])]
const closeWait: readonly Happening[] = [...established, arrives(['FIN', 'ACK'])]

/** The shortest life that leads to each state, by a path that nobody disputes. */
const lives: Readonly<Record<State, readonly Happening[]>> = {
  CLOSED: [],
  LISTEN: [passiveOpen],
  'SYN-SENT': [activeOpen],
  'SYN-RECEIVED': [passiveOpen, arrives(['SYN'])],
  ESTABLISHED: established,
  'FIN-WAIT-1': finWait1,
  'FIN-WAIT-2': finWait2,
  'CLOSE-WAIT': closeWait,
  CLOSING: [...finWait1, arrives(['FIN', 'ACK'], { ack: -1 })],
  'LAST-ACK': [...closeWait, calls('CLOSE')],
  'TIME-WAIT': [...finWait2, arrives(['FIN', 'ACK'])],
}

/**
 * What the last of these events does to an endpoint in `from`, as a machine has it. Throws where the way passes an ambiguous
 * place, which no statement may ask about, unless the ambiguity is one that does not bear on what is asked: `besides`
 * names it.
 */
export type Live = (from: State | Tcb, happenings: readonly Happening[], besides?: Ambiguity | null) => Run

export function liveBy(machine: Machine): Live {
  return (from, happenings, besides = null) => {
    const start = typeof from === 'string' ? reach(from) : from
    let last: Run | undefined
    for (const happening of happenings) {
      const tcb = last?.end ?? start
      last = machine.run(setting, tcb, typeof happening === 'function' ? happening(tcb) : happening)
      if (last.ambiguous !== null && last.ambiguous !== besides) throw new Error(`Ambiguous: ${last.ambiguous}`)
    }
    if (last === undefined) throw new Error('Nothing happens')
    return last
  }
}

/** The endpoint that this state's life has led to: the canon's, for a statement says in which state it begins. */
export function reach(state: State): Tcb {
  const tcb = state === 'CLOSED' ? noTcb : liveBy(canon)(noTcb, lives[state]).end
  if (tcb.state !== state) throw new Error(`Life of ${state} leads to ${tcb.state}`)
  return tcb
}

/** Whether a run told somebody this. */
export function told(done: Run, text: ResponseText): boolean {
  return done.responses.some((response) => response.text === text)
}

/** The control bits of each segment that a run sent: `['SYN,ACK']`. */
export function sent(done: Run): readonly string[] {
  return done.emits.map((segment) => segment.ctl.join(','))
}
