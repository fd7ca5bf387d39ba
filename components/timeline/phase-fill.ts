import type { Phase } from '@/lib/tcp/states'

/** The colour of a phase along a lifeline and on the name of a state; the name itself says which it is. */
export const phaseFill = {
  none: { bar: 'fill-edge', name: 'fill-muted' },
  opening: { bar: 'fill-opening', name: 'fill-opening' },
  established: { bar: 'fill-established', name: 'fill-established' },
  'active close': { bar: 'fill-active-close', name: 'fill-active-close' },
  'passive close': { bar: 'fill-passive-close', name: 'fill-passive-close' },
  waiting: { bar: 'fill-waiting', name: 'fill-waiting' },
} as const satisfies Record<Phase, { readonly bar: string; readonly name: string }>
