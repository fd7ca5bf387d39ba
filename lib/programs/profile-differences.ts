import { type differences, type Profile, profiles } from '@/lib/tcp/profiles'
import { formatSegment, type Segment } from '@/lib/tcp/segment'
import { answerStep } from './answer-step'
import type { EventJson } from './event-schema'
import { segmentOf } from './segment-schema'
import type { TcbJson } from './tcb-schema'

/** A named difference between the profiles (lib/tcp/profiles.ts). */
type Difference = keyof (typeof differences)['rfc9293']

type Situation = { readonly tcb: TcbJson; readonly event: EventJson }

/** One end of a connection that has sent 100 000 octets and read all it received. */
const established: TcbJson = {
  state: 'ESTABLISHED',
  opened: 'passive',
  iss: 100,
  irs: 300,
  sndUna: 100_101,
  sndNxt: 100_101,
  rcvNxt: 301,
  rcvWnd: 65_535,
  sendQueued: 0,
  receiveQueued: 0,
  remote: true,
  receivesPending: 0,
  closeQueued: false,
  held: [],
}

const synReceived: TcbJson = { ...established, state: 'SYN-RECEIVED', sndUna: 100, sndNxt: 101 }

/** For each difference a situation in which it shows. */
const situations: Record<Difference, Situation> = {
  rstMustMatch: { tcb: established, event: { segment: { seq: 310, ctl: ['RST'], len: 0 } } },
  synIsChallenged: { tcb: established, event: { segment: { seq: 310, ctl: ['SYN'], len: 0 } } },
  ackRangeIsChecked: { tcb: established, event: { segment: { seq: 301, ack: 101, ctl: ['ACK'], len: 0 } } },
  synReturnsToListen: { tcb: synReceived, event: { segment: { seq: 310, ctl: ['SYN'], len: 0 } } },
  synReceivedTakesOldAck: { tcb: synReceived, event: { segment: { seq: 301, ack: 100, ctl: ['ACK'], len: 0 } } },
  closeWaitClosesTo: { tcb: { ...established, state: 'CLOSE-WAIT' }, event: { call: 'CLOSE' } },
}

/** What a profile does in such a situation: the state it leads to, and the segments sent, as the RFC writes them. */
type Outcome = { readonly profile: Profile; readonly state: string; readonly sent: readonly string[] }

export type ShownDifference = {
  readonly difference: Difference
  readonly state: string
  readonly event: string
  readonly outcomes: readonly Outcome[]
}

/** The differences between the profiles, each run under all of them. */
export function profileDifferences(): readonly ShownDifference[] {
  return (Object.keys(situations) as Difference[]).map((difference) => {
    const { tcb, event } = situations[difference]
    return {
      difference,
      state: tcb.state,
      event: 'segment' in event ? formatSegment(segmentOf(event.segment)) : 'CLOSE',
      outcomes: profiles.map((profile) => outcomeOf(profile, situations[difference])),
    }
  })
}

function outcomeOf(profile: Profile, { tcb, event }: Situation): Outcome {
  const { state, emits } = answerStep({ profile, tcb, event })
  const sent: readonly Segment[] = emits.map(segmentOf)
  return { profile, state, sent: sent.map(formatSegment) }
}
