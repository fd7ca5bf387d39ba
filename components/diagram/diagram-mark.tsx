import type { Point } from './geometry'
import type { Size } from './layout'

/** What an answer made of a state or an arrow: the right one, or one that was chosen and is not. */
export type Mark = 'right' | 'wrong'

/** How a mark looks on a box and on a line. The sign says the same as the colour. */
export const markLook = {
  right: { box: 'fill-correct/12 stroke-correct stroke-[3]', line: 'text-correct', fill: 'fill-correct', sign: '✓' },
  wrong: { box: 'fill-wrong/12 stroke-wrong stroke-[3]', line: 'text-wrong', fill: 'fill-wrong', sign: '✕' },
} as const satisfies Record<Mark, { readonly [part in 'box' | 'line' | 'fill' | 'sign']: string }>

type Props = { readonly mark: Mark; readonly at: Point; readonly size: Size }

/** The sign of a mark in a disc. The label of the picture says it in words. */
export function DiagramMark({ mark, at, size }: Props) {
  const { fill, sign } = markLook[mark]
  return (
    <g>
      <circle cx={at.x} cy={at.y} r={size.text.label * 0.65} className={`stroke-2 stroke-paper ${fill}`} />
      <text
        {...at}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={size.text.label * 0.85}
        className="fill-paper font-semibold"
      >
        {sign}
      </text>
    </g>
  )
}
