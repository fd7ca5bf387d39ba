import type { Segment } from '@/lib/tcp/segment'
import { isAtMost, isBefore, type SequenceNumber } from '@/lib/tcp/sequence'
import { withArrivals } from './arrive'
import { type Endpoint, unseen } from './endpoint'
import { type History, noHistory } from './history'
import type { Passed } from './passed'
import { bitOf, type Possible } from './possible'

/** One endpoint, what is remembered of its segments, and what it was in the connection before, which may linger. */
export type Party = {
  readonly endpoint: Endpoint
  readonly history: History
  readonly former: Endpoint | null
  /** The numbers of the connections before: their segments may still be answered. */
  readonly past: readonly (readonly [SequenceNumber, SequenceNumber])[]
}

const mostPast = 8

export const newParty: Party = { endpoint: unseen, history: noHistory, former: null, past: [] }

/** What passes, and what is known of both ends just before it. */
export type Passing = {
  readonly passed: Passed
  readonly sender: Party
  readonly receiver: Party
  /** The next segment that the receiver sends. */
  readonly next: Passed | null
  /** Whether that is a reset which answers what has passed before it. */
  readonly isAnswer: boolean
}

export function withPast({ endpoint: { iss, nxt }, past }: Party): Party['past'] {
  return iss === null || nxt === null ? past : [...past.slice(1 - mostPast), [iss, nxt]]
}

/** Whether it acknowledges what the endpoint has sent in the connection that it has begun last. */
export function fits({ ack }: Pick<Segment, 'ack'>, { iss, nxt }: Pick<Endpoint, 'iss' | 'nxt'>): boolean {
  return ack !== null && iss !== null && nxt !== null && isBefore(iss, ack) && isAtMost(ack, nxt)
}

/** The TIME-WAIT timeout may have expired once the peer's FIN is acknowledged; before that it does not run. */
export function afterWait(endpoint: Endpoint): Endpoint {
  const waits = (endpoint.possible & bitOf['TIME-WAIT']) !== 0
  return waits ? { ...endpoint, possible: endpoint.possible | bitOf.CLOSED } : endpoint
}

/** The endpoint after whatever of its peer's segments has arrived, those of the connection before among them. */
export function met(endpoint: Endpoint, { endpoint: peer, former }: Party): Endpoint {
  const old = former === null ? endpoint : withPossible(endpoint, withArrivals(endpoint, former))
  return withPossible(old, withArrivals(old, peer))
}

/** The endpoint with another set, and the same one where that is no other. */
export function withPossible(endpoint: Endpoint, possible: Possible): Endpoint {
  return possible === endpoint.possible ? endpoint : { ...endpoint, possible }
}
