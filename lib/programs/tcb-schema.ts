import * as z from 'zod'
import { states } from '@/lib/tcp/states'
import { noTcb, type Tcb } from '@/lib/tcp/tcb'
import { segmentJson, segmentOf, segmentSchema, sequenceNumberSchema } from './segment-schema'
import { findContradictions } from './tcb-contradictions'

/** RFC 7323 section 2.3 lets a window grow to 2^30; no queue is asked to hold more. */
const mostOctets = 2 ** 30

const octetsSchema = z.int().min(0).max(mostOctets)

/** Octets in a queue: how many, or only whether there are any. */
const queueSchema = z.union([octetsSchema, z.boolean().transform(Number)], {
  error: `Must be an integer from 0 to ${mostOctets}, or a boolean`,
})

/** A TCB as programs write it. What has a default need not be given; an answer gives all of it. */
export const tcbSchema = z
  .strictObject({
    state: z.enum(states),
    opened: z.enum(['passive', 'active']).nullable(),
    iss: sequenceNumberSchema,
    irs: sequenceNumberSchema,
    sndUna: sequenceNumberSchema,
    sndNxt: sequenceNumberSchema,
    rcvNxt: sequenceNumberSchema,
    rcvWnd: octetsSchema,
    sendQueued: queueSchema.prefault(0),
    receiveQueued: queueSchema.prefault(0),
    remote: z.boolean().default(true),
    receivesPending: octetsSchema.default(0),
    closeQueued: z.boolean().default(false),
    held: z.array(segmentSchema).default([]),
  })
  .superRefine((tcb, context) => {
    for (const { field, says } of findContradictions(tcb)) {
      context.addIssue({ code: 'custom', path: [field], message: says })
    }
  })

export type TcbJson = z.output<typeof tcbSchema>

/**
 * The machine's TCB for a program's. In CLOSED there is none, and in LISTEN it is as the passive OPEN made it: what a
 * program has left over in the other fields counts for nothing. SYN-SENT was opened actively, whatever came before it.
 */
export function tcbOf(given: TcbJson): Tcb {
  const { state, rcvWnd, remote, receivesPending } = given
  if (state === 'CLOSED') return { ...noTcb, rcvWnd }
  if (state === 'LISTEN') return { ...noTcb, state, opened: 'passive', remote, rcvWnd, receivesPending }
  return {
    ...given,
    opened: state === 'SYN-SENT' ? 'active' : given.opened,
    closeQueued: isFinBehindSends(given) || given.closeQueued,
    held: given.held.map(segmentOf),
  }
}

/** After our CLOSE no SEND is taken (3.10.2): octets that still wait are before the FIN, so it waits too (3.10.4). */
function isFinBehindSends({ state, sendQueued }: TcbJson): boolean {
  return (state === 'FIN-WAIT-1' || state === 'CLOSING') && sendQueued > 0
}

/** A program's TCB for the machine's. */
export function tcbJson(tcb: Tcb): TcbJson {
  return { ...tcb, held: tcb.held.map(segmentJson) }
}
