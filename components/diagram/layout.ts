import type { State } from '@/lib/tcp/states'

/** Where each state stands: three columns, seven rows; the last row holds the ways back to CLOSED alone. */
export const places = {
  CLOSED: { column: 1, row: 0 },
  LISTEN: { column: 1, row: 1 },
  'SYN-RECEIVED': { column: 0, row: 2 },
  'SYN-SENT': { column: 2, row: 2 },
  ESTABLISHED: { column: 1, row: 3 },
  'FIN-WAIT-1': { column: 0, row: 4 },
  CLOSING: { column: 1, row: 4 },
  'CLOSE-WAIT': { column: 2, row: 4 },
  'FIN-WAIT-2': { column: 0, row: 5 },
  'TIME-WAIT': { column: 1, row: 5 },
  'LAST-ACK': { column: 2, row: 5 },
} as const satisfies Record<State, { readonly column: 0 | 1 | 2; readonly row: 0 | 1 | 2 | 3 | 4 | 5 }>

/** The framed blocks: the columns they span, over rows 4 and 5. */
export const frames = [
  { phase: 'active close', columns: [0, 1] },
  { phase: 'passive close', columns: [2, 2] },
] as const

type Side = 'top' | 'bottom' | 'left' | 'right'

/** A place on the border of a state: in the middle of a side, or before or behind it (left and up come first). */
export type Port = readonly [side: Side, at: -1 | 0 | 1]

/**
 * How an arrow runs: from port to port, straight, with one corner, or `around` by the outer margin. Its label stands
 * beside its `leg`-th straight piece, at a share of its length (0.5: the middle).
 */
export type Route = {
  readonly from: State
  readonly to: State
  readonly leave: Port
  readonly enter: Port
  readonly around?: 'left' | 'right'
  readonly label: { readonly leg: number; readonly side: Side; readonly at?: number; readonly stacked?: true }
}

/** Every arrow of Figure 5, from the top down. */
export const routes = [
  {
    from: 'CLOSED',
    to: 'LISTEN',
    leave: ['bottom', -1],
    enter: ['top', -1],
    label: { leg: 0, side: 'left' },
  },
  {
    from: 'CLOSED',
    to: 'SYN-SENT',
    leave: ['right', -1],
    enter: ['top', 1],
    label: { leg: 0, side: 'top', at: 0.55 },
  },
  {
    from: 'LISTEN',
    to: 'CLOSED',
    leave: ['top', 1],
    enter: ['bottom', 1],
    label: { leg: 0, side: 'right' },
  },
  {
    from: 'LISTEN',
    to: 'SYN-RECEIVED',
    leave: ['left', -1],
    enter: ['top', -1],
    label: { leg: 0, side: 'top', at: 0.45 },
  },
  {
    from: 'LISTEN',
    to: 'SYN-SENT',
    leave: ['right', 0],
    enter: ['top', -1],
    label: { leg: 0, side: 'top' },
  },
  {
    from: 'SYN-RECEIVED',
    to: 'LISTEN',
    leave: ['top', 1],
    enter: ['left', 1],
    label: { leg: 1, side: 'bottom', stacked: true },
  },
  {
    from: 'SYN-RECEIVED',
    to: 'ESTABLISHED',
    leave: ['bottom', 1],
    enter: ['left', -1],
    label: { leg: 1, side: 'top' },
  },
  {
    from: 'SYN-RECEIVED',
    to: 'FIN-WAIT-1',
    leave: ['bottom', -1],
    enter: ['top', -1],
    label: { leg: 0, side: 'right', stacked: true },
  },
  {
    from: 'SYN-SENT',
    to: 'CLOSED',
    leave: ['top', 0],
    enter: ['right', 1],
    label: { leg: 0, side: 'left', at: 0.75 },
  },
  {
    from: 'SYN-SENT',
    to: 'SYN-RECEIVED',
    leave: ['left', 0],
    enter: ['right', 0],
    label: { leg: 0, side: 'top' },
  },
  {
    from: 'SYN-SENT',
    to: 'ESTABLISHED',
    leave: ['bottom', -1],
    enter: ['right', -1],
    label: { leg: 1, side: 'top', stacked: true },
  },
  {
    from: 'ESTABLISHED',
    to: 'FIN-WAIT-1',
    leave: ['left', 1],
    enter: ['top', 1],
    label: { leg: 0, side: 'bottom' },
  },
  {
    from: 'ESTABLISHED',
    to: 'CLOSE-WAIT',
    leave: ['right', 1],
    enter: ['top', -1],
    label: { leg: 0, side: 'bottom' },
  },
  {
    from: 'FIN-WAIT-1',
    to: 'FIN-WAIT-2',
    leave: ['bottom', 0],
    enter: ['top', 0],
    label: { leg: 0, side: 'right' },
  },
  {
    from: 'FIN-WAIT-1',
    to: 'CLOSING',
    leave: ['right', 0],
    enter: ['left', 0],
    label: { leg: 0, side: 'top' },
  },
  {
    from: 'FIN-WAIT-2',
    to: 'TIME-WAIT',
    leave: ['right', 0],
    enter: ['left', 0],
    label: { leg: 0, side: 'top' },
  },
  {
    from: 'CLOSING',
    to: 'TIME-WAIT',
    leave: ['bottom', 0],
    enter: ['top', 0],
    label: { leg: 0, side: 'left' },
  },
  {
    from: 'TIME-WAIT',
    to: 'CLOSED',
    leave: ['bottom', 0],
    enter: ['top', -1],
    around: 'left',
    label: { leg: 1, side: 'top', at: 0.25 },
  },
  {
    from: 'CLOSE-WAIT',
    to: 'LAST-ACK',
    leave: ['bottom', 0],
    enter: ['top', 0],
    label: { leg: 0, side: 'right', stacked: true },
  },
  {
    from: 'LAST-ACK',
    to: 'CLOSED',
    leave: ['bottom', 0],
    enter: ['top', 1],
    around: 'right',
    label: { leg: 0, side: 'left', at: 0.75 },
  },
] as const satisfies readonly Route[]

/** The states in the order in which their arrows are numbered, which is the order of those who read without a mouse. */
export const drawingOrder: readonly State[] = [...new Set(routes.map(({ from }) => from))]

/** How large the picture is drawn, in its own units, which are pixels at full size. */
export type Size = {
  readonly name: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
  readonly columns: readonly [number, number, number]
  readonly rows: readonly [number, number, number, number, number, number, number]
  /** The margins of the ways back. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly state: { readonly width: number; readonly height: number }
  /** How far a port lies from the middle of its side. */
  readonly port: { readonly across: number; readonly down: number }
  readonly frame: { readonly side: number; readonly top: number; readonly bottom: number }
  readonly text: {
    readonly state: number
    readonly label: number
    readonly title: number
    readonly line: number
    readonly gap: number
  }
  /** What a label holds: the words, or where there is no room for them the arrow's number. */
  readonly labels: 'words' | 'numbers'
}

/** A page's width, with words on the arrows. */
export const wide: Size = {
  name: 'wide',
  width: 760,
  height: 676,
  columns: [124, 380, 636],
  rows: [66, 162, 264, 364, 490, 594, 664],
  left: 12,
  right: 748,
  top: 12,
  state: { width: 136, height: 46 },
  port: { across: 44, down: 13 },
  frame: { side: 16, top: 32, bottom: 16 },
  text: { state: 15, label: 13, title: 13, line: 16, gap: 7 },
  labels: 'words',
}

/** A phone's width, with numbers. */
export const narrow: Size = {
  name: 'narrow',
  width: 344,
  height: 440,
  columns: [58, 172, 286],
  rows: [38, 104, 176, 242, 326, 394, 434],
  left: 4,
  right: 340,
  top: 6,
  state: { width: 88, height: 32 },
  port: { across: 29, down: 9 },
  frame: { side: 5, top: 24, bottom: 8 },
  text: { state: 11, label: 12, title: 10.5, line: 14, gap: 4 },
  labels: 'numbers',
}
