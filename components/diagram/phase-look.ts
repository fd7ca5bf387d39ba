import type { Phase } from '@/lib/tcp/states'

/** How a phase looks wherever it is drawn; what it is called stands beside it, so that no hue is needed to tell. */
export const phaseLook = {
  none: { box: 'fill-sheet stroke-edge', chosen: 'fill-ink stroke-ink', swatch: 'border-edge bg-sheet' },
  opening: {
    box: 'fill-opening/12 stroke-opening',
    chosen: 'fill-opening stroke-opening',
    swatch: 'border-opening bg-opening/12',
  },
  established: {
    box: 'fill-established/12 stroke-established',
    chosen: 'fill-established stroke-established',
    swatch: 'border-established bg-established/12',
  },
  'active close': {
    box: 'fill-active-close/12 stroke-active-close',
    chosen: 'fill-active-close stroke-active-close',
    swatch: 'border-active-close bg-active-close/12',
  },
  'passive close': {
    box: 'fill-passive-close/12 stroke-passive-close',
    chosen: 'fill-passive-close stroke-passive-close',
    swatch: 'border-passive-close bg-passive-close/12',
  },
  waiting: {
    box: 'fill-waiting/12 stroke-waiting',
    chosen: 'fill-waiting stroke-waiting',
    swatch: 'border-waiting bg-waiting/12',
  },
} as const satisfies Record<Phase, { readonly box: string; readonly chosen: string; readonly swatch: string }>

/** The frames of the two closes. */
export const frameLook = {
  'active close': { box: 'fill-active-close/5 stroke-active-close/50', title: 'fill-active-close' },
  'passive close': { box: 'fill-passive-close/5 stroke-passive-close/50', title: 'fill-passive-close' },
} as const
