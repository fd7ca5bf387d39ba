import type { ReactNode } from 'react'
import type { State } from '@/lib/tcp/states'
import { type Arrow, type ArrowId, arrows } from './arrows'
import { DiagramArrow } from './diagram-arrow'
import { DiagramFrame } from './diagram-frame'
import type { Mark } from './diagram-mark'
import { DiagramState } from './diagram-state'
import { asInFigure5, type LabelWords } from './labels'
import { drawingOrder, frames, narrow, type Size, wide } from './layout'
import type { Shade } from './shade'

/** Given to what wraps a state or an arrow (a link, a button), so that pointer and focus show on the picture. */
export const diagramTarget = 'group cursor-pointer outline-none'

export type Picture = {
  readonly label: string
  /** Says what stands beside the arrows; without it they say what Figure 5 says. */
  readonly words?: LabelWords
  readonly titles: Readonly<Record<(typeof frames)[number]['phase'], string>>
  readonly selected?: State | ArrowId | undefined
  /** The arrows that matter; the others, and the states at neither of their ends, step back. Absent: all matter. */
  readonly emphasised?: ReadonlySet<ArrowId> | undefined
  /** What an answer made of some of them. */
  readonly marks?: ReadonlyMap<State | ArrowId, Mark>
  /** How well each state and arrow is remembered; it takes the place of phases and labels. */
  readonly shades?: ReadonlyMap<State | ArrowId, Shade>
  /** Wraps a drawn state or arrow, in a link or in a button; without it the picture can only be looked at. */
  readonly wrapState?: (state: State, picture: ReactNode, size: Size) => ReactNode
  readonly wrapArrow?: (arrow: Arrow, picture: ReactNode, size: Size) => ReactNode
}

/**
 * The state diagram: Figure 5, the same everywhere. It takes the width it is given: with words on the arrows where
 * there is room for them, else with numbers.
 */
export function StateDiagram({ sizes = [wide, narrow], ...picture }: Picture & { readonly sizes?: readonly Size[] }) {
  return (
    <div className="@container" translate="no">
      {sizes.map((size) => (
        <Drawing key={size.name} size={size} only={sizes.length === 1} {...picture} />
      ))}
    </div>
  )
}

const shown = { wide: 'hidden @xl:block', narrow: 'mx-auto max-w-md @xl:hidden' } as const

function Drawing({ size, only, ...picture }: Picture & { readonly size: Size; readonly only: boolean }) {
  const {
    label,
    titles,
    selected,
    emphasised,
    marks,
    shades,
    words = asInFigure5,
    wrapState = look,
    wrapArrow = look,
  } = picture
  const present = (from: State) =>
    emphasised === undefined ||
    arrows.some((arrow) => emphasised.has(arrow.id) && [arrow.from, arrow.to].includes(from))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture that holds links is a group, and no fieldset
    <svg
      role="group"
      aria-label={label}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className={`h-auto w-full ${only ? '' : shown[size.name]}`}
    >
      {frames.map((frame) => (
        <DiagramFrame key={frame.phase} frame={frame} size={size} title={titles[frame.phase]} />
      ))}
      {drawingOrder.map((state) => (
        <g key={state}>
          {wrapState(
            state,
            <DiagramState
              state={state}
              size={size}
              selected={state === selected}
              dimmed={!present(state)}
              mark={marks?.get(state)}
              shade={shades?.get(state)}
            />,
            size,
          )}
          {arrows
            .filter(({ from }) => from === state)
            .map((arrow) => (
              <g key={arrow.id}>
                {wrapArrow(
                  arrow,
                  <DiagramArrow
                    arrow={arrow}
                    size={size}
                    selected={arrow.id === selected}
                    dimmed={emphasised !== undefined && !emphasised.has(arrow.id)}
                    mark={marks?.get(arrow.id)}
                    shade={shades?.get(arrow.id)}
                    words={words}
                  />,
                  size,
                )}
              </g>
            ))}
        </g>
      ))}
    </svg>
  )
}

function look(_: unknown, picture: ReactNode): ReactNode {
  return picture
}
