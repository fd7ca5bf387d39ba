import { timeouts } from '../tcp/events'
import { type Side, sides } from '../tcp/peers/configuration'
import { grantWish, isInFlight, type Played } from './play-scenario'
import { offeredCalls, sentOctets, type Wish } from './wish'

/** A wish, and whether it can come true now. One that can't is offered all the same: it says why. */
export type OfferedWish = { readonly wish: Wish; readonly isPossible: boolean }

/** What a person can wish for, in the same places from step to step. */
export type Offered = {
  readonly A: readonly OfferedWish[]
  readonly B: readonly OfferedWish[]
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
  const [A = [], B = []] = sides.map((side) =>
    wishesAt(side).map((wish) => ({ wish, isPossible: grantWish(played, wish).kind === 'granted' })),
  )
  const next: Wish | null = free === undefined ? null : { kind: 'deliver', number: free.number, closing: false }
  return { A, B, flight, next }
}

/** Every call, for what the machine answers to one at the wrong time is worth seeing; every timer, and a crash. */
function wishesAt(side: Side): readonly Wish[] {
  return [
    ...offeredCalls.map(
      (call): Wish => (call === 'SEND' ? { kind: 'call', side, call, len: sentOctets } : { kind: 'call', side, call }),
    ),
    ...timeouts.map((timeout): Wish => ({ kind: 'timeout', side, timeout })),
    { kind: 'crash', side },
  ]
}
