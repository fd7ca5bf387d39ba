import { phaseOf, type State } from '@/lib/tcp/states'
import { stateBox, stateCentre } from './geometry'
import type { Size } from './layout'
import { phaseLook } from './phase-look'

type Props = { readonly state: State; readonly size: Size; readonly selected: boolean; readonly dimmed: boolean }

export function DiagramState({ state, size, selected, dimmed }: Props) {
  const box = stateBox(state, size)
  const look = phaseLook[phaseOf[state]]
  const ring = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 }
  const boxLook = selected ? look.chosen : dimmed ? 'fill-paper stroke-rule' : look.box
  const nameLook = selected ? 'fill-paper' : dimmed ? 'fill-muted' : 'fill-ink'
  return (
    <>
      <rect {...ring} rx={9} fill="none" strokeWidth={2.5} className="group-focus-visible:stroke-accent" />
      <rect {...box} rx={6} className="fill-paper" />
      <rect {...box} rx={6} className={`stroke-[1.5] group-hover:stroke-[3] ${boxLook}`} />
      <text
        {...stateCentre(state, size)}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={size.text.state}
        className={`font-mono font-semibold ${nameLook}`}
      >
        {state}
      </text>
    </>
  )
}
