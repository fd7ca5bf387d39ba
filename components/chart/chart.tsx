import type { ReactNode } from 'react'
import { type ChartSize, narrowChart, wideChart } from './chart-size'

type Props = {
  /** What the picture shows, in words, for those who do not see it. Its numbers stand in the table. */
  readonly label: string
  readonly sizes?: readonly ChartSize[]
  readonly draw: (size: ChartSize) => ReactNode
}

const shown = { wide: 'hidden @xl:block', narrow: '@xl:hidden' } as const

/** A chart in the width it is given: drawn for a page and for a phone, since letters do not shrink with a picture. */
export function Chart({ label, sizes = [wideChart, narrowChart], draw }: Props) {
  return (
    <div className="@container max-w-3xl">
      {sizes.map((size) => (
        <svg
          key={size.name}
          role="img"
          aria-label={label}
          viewBox={`0 0 ${size.width} ${size.height}`}
          className={`h-auto w-full ${shown[size.name]}`}
        >
          {draw(size)}
        </svg>
      ))}
    </div>
  )
}
