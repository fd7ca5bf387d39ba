import { phaseOf, type State } from '@/lib/tcp/states'
import { DiagramMark, type Mark, markLook } from './diagram-mark'
import { stateBox, stateCentre } from './geometry'
import type { Size } from './layout'
import { phaseLook } from './phase-look'

type Props = {
  readonly state: State
  readonly size: Size
  readonly selected: boolean
  readonly dimmed: boolean
  readonly mark: Mark | undefined
}

export function DiagramState({ state, size, selected, dimmed, mark }: Props) {
  const box = stateBox(state, size)
  const look = phaseLook[phaseOf[state]]
  const ring = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 }
  const plain = selected ? look.chosen : dimmed ? 'fill-paper stroke-rule' : look.box
  const boxLook = mark === undefined ? `stroke-[1.5] ${plain}` : markLook[mark].box
  const nameLook = selected ? 'fill-paper' : dimmed ? 'fill-muted' : 'fill-ink'
  return (
    <>
      <rect {...ring} rx={9} fill="none" strokeWidth={2.5} className="group-focus-visible:stroke-accent" />
      <rect {...box} rx={6} className="fill-paper" />
      <rect {...box} rx={6} className={`group-hover:stroke-[3] ${boxLook}`} />
      <text
        {...stateCentre(state, size)}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={size.text.state}
        className={`font-mono font-semibold ${nameLook}`}
      >
        {state}
      </text>
      {mark !== undefined && <DiagramMark mark={mark} at={{ x: box.x + box.width - 2, y: box.y + 2 }} size={size} />}
    </>
  )
}
