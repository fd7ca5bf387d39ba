import { type Side, sides } from '../tcp/peers/configuration'
import { isInFlight, type Played } from './play-scenario'
import { type OfferedCall, offeredCalls, type Wish } from './wish'

/** The wishes at one side that are possible and make sense now: what the machine would only refuse is offered apart. */
export type Offered = {
  readonly A: readonly Wish[]
  readonly B: readonly Wish[]
  /** The numbers of the segments in flight, the oldest first, and which of them are held back. */
  readonly flight: readonly { readonly number: number; readonly held: boolean }[]
  /** What "deliver the next" delivers; null where nothing may be. */
  readonly next: Wish | null
}

export function offeredWishes(played: Played): Offered {
  const flight = played.sent.flatMap((_, index) => {
    const number = index + 1
    return isInFlight(played, number) ? [{ number, held: played.held.includes(number) }] : []
  })
  const free = flight.find(({ held }) => !held)
  const [A, B] = sides.map((side) => [...callsAt(side), ...timeoutsAt(played, side), ...crashAt(played, side)])
  const next: Wish | null = free === undefined ? null : { kind: 'deliver', number: free.number, closing: false }
  return { A: A ?? [], B: B ?? [], flight, next }
}

/** Every call: what the machine answers to one that comes at the wrong time is worth seeing. */
function callsAt(side: Side): readonly Wish[] {
  return offeredCalls.map((call: OfferedCall) => ({ kind: 'call', side, call }))
}

function timeoutsAt({ at }: Played, side: Side): readonly Wish[] {
  const tcb = at[side]
  const waits = tcb.sndUna !== tcb.sndNxt
  return [
    ...(waits ? [{ kind: 'timeout', side, timeout: 'retransmission' } as const] : []),
    ...(waits || tcb.sendQueued > 0 ? [{ kind: 'timeout', side, timeout: 'user' } as const] : []),
    ...(tcb.state === 'TIME-WAIT' ? [{ kind: 'timeout', side, timeout: 'time-wait' } as const] : []),
  ]
}

function crashAt({ at }: Played, side: Side): readonly Wish[] {
  return at[side].state === 'CLOSED' ? [] : [{ kind: 'crash', side }]
}
