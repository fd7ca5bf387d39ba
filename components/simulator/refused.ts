import type { Impossible } from '@/lib/scenario/play-scenario'
import type { Wish } from '@/lib/scenario/wish'
import type { Side } from '@/lib/tcp/peers/configuration'

/** A wish that could not come true, and why. */
export type Refused = { readonly wish: Wish; readonly why: Impossible }

/** Why the last wish could not come true, where it was wished in this place; null elsewhere. */
export function whyAt(refused: Refused | null, place: Side | 'network'): Impossible | null {
  if (refused === null) return null
  const { wish, why } = refused
  return ('side' in wish ? wish.side : 'network') === place ? why : null
}
