import { phaseOf, type State } from '@/lib/tcp/states'
import { DiagramMark, type Mark, markLook } from './diagram-mark'
import { stateBox, stateCentre } from './geometry'
import type { Size } from './layout'
import { phaseLook } from './phase-look'
import { type Shade, shadeLook, unmetLook } from './shade'

type Props = {
  readonly state: State
  readonly size: Size
  readonly selected: boolean
  readonly dimmed: boolean
  readonly mark: Mark | undefined
  readonly shade: Shade | undefined
}

export function DiagramState({ state, size, selected, dimmed, mark, shade }: Props) {
  const box = stateBox(state, size)
  const look = phaseLook[phaseOf[state]]
  const ring = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 }
  const shaded = shade === undefined ? null : shade.level === null ? unmetLook : shadeLook[shade.level]
  const centre = stateCentre(state, size)
  // With a line below it the name moves up by half of that line.
  const below = shade === undefined || shade.label === '' ? 0 : size.text.state * 0.85
  const plain = selected ? look.chosen : dimmed ? 'fill-paper stroke-rule' : look.box
  const boxLook = mark === undefined ? (shaded?.box ?? `stroke-[1.5] ${plain}`) : markLook[mark].box
  const nameLook = selected ? 'fill-paper' : dimmed ? 'fill-muted' : 'fill-ink'
  return (
    <>
      <rect {...ring} rx={9} fill="none" strokeWidth={2.5} className="group-focus-visible:stroke-accent" />
      <rect {...box} rx={6} className="fill-paper" />
      <rect {...box} rx={6} className={`group-hover:stroke-[3] ${boxLook}`} />
      <text
        x={centre.x}
        y={centre.y - below / 2}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={size.text.state}
        className={`font-mono font-semibold ${nameLook}`}
      >
        {state}
      </text>
      {shade !== undefined && below > 0 && (
        <text
          x={centre.x}
          y={centre.y + below * 0.7}
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={below}
          className="fill-ink font-mono"
        >
          {shade.label}
        </text>
      )}
      {mark !== undefined && <DiagramMark mark={mark} at={{ x: box.x + box.width - 2, y: box.y + 2 }} size={size} />}
    </>
  )
}
