/** How large a chart is drawn, in its own units, which are pixels at full size. */
export type ChartSize = {
  readonly name: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
  /** The room of the axes around what is plotted. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly text: number
  /** About how many labels an axis has room for. */
  readonly labels: { readonly across: number; readonly up: number }
}

/** A page's width. */
export const wideChart: ChartSize = {
  name: 'wide',
  width: 720,
  height: 270,
  left: 52,
  right: 16,
  top: 30,
  bottom: 32,
  text: 13,
  labels: { across: 8, up: 5 },
}

/** A phone's width: the same letters, fewer of them. */
export const narrowChart: ChartSize = {
  name: 'narrow',
  width: 328,
  height: 230,
  left: 42,
  right: 24,
  top: 30,
  bottom: 30,
  text: 12,
  labels: { across: 4, up: 4 },
}

/** For what runs from 0 to 1 both across and up. */
export const squareCharts: readonly ChartSize[] = [
  { ...wideChart, width: 600, height: 400, bottom: 50, labels: { across: 6, up: 6 } },
  { ...narrowChart, height: 330, bottom: 48, labels: { across: 5, up: 5 } },
]

/** Where what is plotted begins and ends. */
export function plotOf({ width, height, left, right, top, bottom }: ChartSize) {
  return { x0: left, x1: width - right, y0: height - bottom, y1: top }
}
