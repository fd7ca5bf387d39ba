import { add, distance } from '@/lib/tcp/sequence'
import type { State } from '@/lib/tcp/states'
import type { Tcb } from '@/lib/tcp/tcb'

/** What a TCB says of itself that its state rules out. */
export type Contradiction = { readonly field: keyof Tcb; readonly says: string }

type Claims = Omit<Tcb, 'held' | 'remote'>

export type ContradictionRule = Contradiction & {
  readonly in: readonly State[]
  readonly isBroken: (tcb: Claims) => boolean
}

const isAllAcknowledged = ({ sndUna, sndNxt }: Claims): boolean => sndUna === sndNxt

/** The first rule that a field breaks is the one reported. In CLOSED and LISTEN no field has anything to say yet. */
export const contradictions: readonly ContradictionRule[] = [
  {
    field: 'opened',
    in: ['SYN-RECEIVED'],
    isBroken: ({ opened }) => opened === null,
    says: 'Must be "passive" or "active" in SYN-RECEIVED (MUST-11)',
  },
  {
    field: 'sndUna',
    in: ['SYN-SENT', 'SYN-RECEIVED'],
    isBroken: ({ sndUna, iss }) => sndUna !== iss,
    says: 'Must be iss: in this state our SYN is not acknowledged',
  },
  {
    field: 'sndNxt',
    in: ['SYN-SENT', 'SYN-RECEIVED'],
    isBroken: ({ sndNxt, iss }) => sndNxt !== add(iss, 1),
    says: 'Must be iss + 1: in this state our SYN is all that was sent',
  },
  {
    field: 'sndNxt',
    in: ['FIN-WAIT-2', 'TIME-WAIT'],
    isBroken: (tcb) => !isAllAcknowledged(tcb),
    says: 'Must be sndUna: in this state our FIN is acknowledged, and all before it',
  },
  {
    field: 'sndNxt',
    in: ['ESTABLISHED', 'FIN-WAIT-1', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK'],
    isBroken: ({ sndUna, sndNxt }) => distance(sndUna, sndNxt) < 0,
    says: 'Must not lie behind sndUna, nor 2^31 or more ahead of it, where it counts as behind (3.4)',
  },
  {
    field: 'sndNxt',
    in: ['LAST-ACK'],
    isBroken: isAllAcknowledged,
    says: 'Must lie ahead of sndUna: in this state our FIN is sent and not acknowledged',
  },
  {
    field: 'sndNxt',
    in: ['FIN-WAIT-1', 'CLOSING'],
    isBroken: (tcb) => isAllAcknowledged(tcb) && tcb.sendQueued === 0,
    says: 'Must lie ahead of sndUna: in this state our FIN is not acknowledged',
  },
  {
    field: 'sendQueued',
    in: ['FIN-WAIT-2', 'LAST-ACK', 'TIME-WAIT'],
    isBroken: ({ sendQueued }) => sendQueued > 0,
    says: 'Must be 0: in this state our FIN is sent, and nothing can wait behind it',
  },
  {
    field: 'closeQueued',
    in: ['SYN-RECEIVED', 'FIN-WAIT-1', 'CLOSE-WAIT', 'CLOSING'],
    isBroken: ({ closeQueued, sendQueued }) => closeQueued && sendQueued === 0,
    says: 'Must be false: a CLOSE waits behind SENDs, and sendQueued is 0',
  },
  {
    field: 'closeQueued',
    in: ['SYN-SENT', 'ESTABLISHED', 'FIN-WAIT-2', 'LAST-ACK', 'TIME-WAIT'],
    isBroken: ({ closeQueued }) => closeQueued,
    says: 'Must be false: in this state no CLOSE waits behind SENDs (3.10.4)',
  },
]

/** The contradictions of a TCB, at most one for each field. */
export function findContradictions(tcb: Claims): readonly Contradiction[] {
  const broken = contradictions.filter((rule) => rule.in.includes(tcb.state) && rule.isBroken(tcb))
  return broken.filter(({ field }, index) => broken.findIndex((other) => other.field === field) === index)
}
