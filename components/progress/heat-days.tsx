import type { HeatDay, HeatLevel, HeatMap, HeatWeek } from '@/lib/progress/heat-map'

/** How many weeks stand side by side, and how large a day is. */
type Layout = {
  readonly name: 'wide' | 'narrow'
  readonly weeks: number
  readonly pitch: number
  readonly text: number
}

const layouts: readonly Layout[] = [
  { name: 'wide', weeks: 53, pitch: 15.4, text: 12 },
  { name: 'narrow', weeks: 27, pitch: 10.8, text: 11 },
]

const heat = {
  0: 'fill-paper stroke-rule',
  1: 'fill-heat-1 stroke-heat-1',
  2: 'fill-heat-2 stroke-heat-2',
  3: 'fill-heat-3 stroke-heat-3',
  4: 'fill-heat-4 stroke-heat-4',
} as const satisfies Record<HeatLevel, string>

type Props = {
  readonly map: HeatMap
  readonly label: string
  /** Monday to Sunday, short. */
  readonly weekdays: readonly string[]
  /** The name of a week's month, on the week in which it begins; else null. */
  readonly monthOf: (week: HeatWeek) => string | null
  readonly titleOf: (day: HeatDay) => string
  /** The least and the most of each level, least first. */
  readonly legend: readonly { readonly level: HeatLevel; readonly text: string }[]
}

const shown = { wide: 'hidden @xl:block', narrow: '@xl:hidden' } as const

/** Days as squares, a week to a column, darker where more was done. On a phone the weeks stand in several rows. */
export function HeatDays({ map, label, weekdays, monthOf, titleOf, legend }: Props) {
  return (
    <div className="@container flex flex-col gap-2">
      {layouts.map((layout) => {
        const rows = inRows(map.weeks, layout.weeks)
        const rowHeight = 7 * layout.pitch + layout.text * 1.6
        const width = layout.text * 3.2 + Math.min(map.weeks.length, layout.weeks) * layout.pitch
        return (
          <svg
            key={layout.name}
            role="img"
            aria-label={label}
            viewBox={`0 0 ${width} ${rows.length * rowHeight}`}
            width={width}
            className={`h-auto max-w-full ${shown[layout.name]}`}
          >
            {rows.map((weeks, row) => (
              <g key={weeks[0]?.monday} transform={`translate(0 ${row * rowHeight})`}>
                <Weeks {...{ weeks, layout, weekdays, monthOf, titleOf }} />
              </g>
            ))}
          </svg>
        )
      })}
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
        {legend.map(({ level, text }) => (
          <li key={level} className="flex items-center gap-1.5">
            <svg viewBox="0 0 14 14" className="size-3.5" aria-hidden="true">
              <rect x={0.5} y={0.5} width={13} height={13} rx={2} className={heat[level]} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The last row is full; what does not fill one stands first. */
function inRows(weeks: readonly HeatWeek[], most: number): readonly (readonly HeatWeek[])[] {
  const rows = Math.ceil(weeks.length / most)
  return Array.from({ length: rows }, (_, row) =>
    weeks.slice(Math.max(0, weeks.length - (rows - row) * most), weeks.length - (rows - row - 1) * most),
  )
}

type WeeksProps = Pick<Props, 'weekdays' | 'monthOf' | 'titleOf'> & {
  readonly weeks: readonly HeatWeek[]
  readonly layout: Layout
}

function Weeks({ weeks, layout: { pitch, text }, weekdays, monthOf, titleOf }: WeeksProps) {
  const left = text * 3.2
  const top = text * 1.5
  return (
    <>
      <g fontSize={text} className="fill-muted">
        {weekdays.map((name, place) =>
          // Every second name: they stand closer than letters are high.
          place % 2 === 0 ? (
            <text key={name} x={0} y={top + (place + 0.5) * pitch} dominantBaseline="central">
              {name}
            </text>
          ) : null,
        )}
        {weeks.map((week, column) => {
          const month = monthOf(week)
          // A name that would be cut off, or stand over the next, is left out.
          return month === null || column > weeks.length - 2 ? null : (
            <text key={week.monday} x={left + column * pitch} y={text}>
              {month}
            </text>
          )
        })}
      </g>
      {weeks.map(({ monday, days }, column) => (
        <g key={monday}>
          {days.map((day, place) =>
            day === null ? null : (
              <rect
                key={day.day}
                x={left + column * pitch + 0.5}
                y={top + place * pitch + 0.5}
                width={pitch - 2.4}
                height={pitch - 2.4}
                rx={2}
                className={heat[day.level]}
              >
                <title>{titleOf(day)}</title>
              </rect>
            ),
          )}
        </g>
      ))}
    </>
  )
}
