import { frameBox, frameTitle } from './geometry'
import type { frames, Size } from './layout'
import { frameLook } from './phase-look'

type Props = { readonly frame: (typeof frames)[number]; readonly size: Size; readonly title: string }

export function DiagramFrame({ frame, size, title }: Props) {
  const { box, title: titleLook } = frameLook[frame.phase]
  return (
    <g>
      <rect
        {...frameBox(frame, size)}
        rx={size.frame.side / 2}
        strokeDasharray="2 4"
        strokeLinecap="round"
        className={box}
      />
      <text
        {...frameTitle(frame, size)}
        textAnchor="end"
        dominantBaseline="central"
        fontSize={size.text.title}
        className={`font-semibold ${titleLook}`}
      >
        {title}
      </text>
    </g>
  )
}
