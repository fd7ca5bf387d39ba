import type { ReactNode } from 'react'
import type { PracticeTexts } from '@/components/practice/texts'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { SequenceRow } from '@/lib/words/presented-item'

type Texts = Pick<PracticeTexts, 'peerA' | 'peerB' | 'sends' | 'receivesFrom' | 'underWay' | 'arrives' | 'lost' | 'gap'>

type Way = NonNullable<SequenceRow['arrow']>['way']
type GapLook = (name: string, way: Way) => ReactNode

/**
 * Two peers and what travels between them, time running down, in the manner of the RFC's figures: A left, B right, each
 * in its colour. It is a table, so that it reads aloud as it looks.
 */
export function SequenceDiagram({
  rows,
  texts,
  label,
  gap,
}: {
  readonly rows: readonly SequenceRow[]
  readonly texts: Texts
  readonly label: string
  /** What stands in a gap of several, by its name; the name itself where nothing is said. */
  readonly gap?: GapLook | undefined
}) {
  return (
    <div className="@container">
      <table className="w-full table-fixed border-collapse bg-sheet text-sm">
        <caption className="sr-only">{label}</caption>
        <colgroup>
          <col className="w-24 @min-[26rem]:w-27 @min-[36rem]:w-1/4" />
          <col />
          <col className="w-24 @min-[26rem]:w-27 @min-[36rem]:w-1/4" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="border-peer-a border-b-2 px-1 py-1 text-left text-peer-a">
              {texts.peerA}
            </th>
            <td />
            <th scope="col" className="border-peer-b border-b-2 px-1 py-1 text-right text-peer-b">
              {texts.peerB}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // The rows of a diagram have no name but their place, and never move.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={index} className="align-bottom">
              <Lifeline side="A" row={row} texts={texts} />
              <td className="px-1 pt-3 pb-1 text-center">
                {row.arrow !== null && <ArrowLine arrow={row.arrow} texts={texts} gap={gap} />}
              </td>
              <Lifeline side="B" row={row} texts={texts} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Lifeline({
  side,
  row,
  texts,
}: {
  readonly side: 'A' | 'B'
  readonly row: SequenceRow
  readonly texts: Texts
}) {
  const state = row[side]
  const look = side === 'A' ? 'border-l-2 border-peer-a text-left' : 'border-r-2 border-peer-b text-right'
  return (
    <td className={`px-1 pt-3 pb-1 sm:px-2 ${look}`}>
      {row.note?.side === side && (
        <span className="block text-muted text-xs">
          <Words text={row.note.text} />
        </span>
      )}
      {state === '?' ? (
        <Gap label={texts.gap} />
      ) : (
        state !== null && (
          <span
            className="whitespace-nowrap font-medium font-mono text-[0.6875rem] @min-[26rem]:text-[0.75rem] @min-[36rem]:text-sm"
            translate="no"
          >
            {state.split(' ').map((one) => (
              <span key={one} className="block">
                {one}{' '}
              </span>
            ))}
          </span>
        )
      )}
    </td>
  )
}

type ArrowProps = {
  readonly arrow: NonNullable<SequenceRow['arrow']>
  readonly texts: Texts
  readonly gap: GapLook | undefined
}

function ArrowLine({ arrow, texts, gap }: ArrowProps) {
  const { from, segment, number, way } = arrow
  const [here, there] = from === 'A' ? ['A', 'B'] : ['B', 'A']
  const spoken = way === 'arrives' ? `${there} ${texts.receivesFrom} ${here}` : `${here} ${texts.sends} ${there}`
  return (
    <span className={`block ${from === 'A' ? 'text-peer-a' : 'text-peer-b'}`}>
      <span className="sr-only">{spoken} </span>
      <span className={`block text-xs ${way === 'arrives' ? 'text-muted' : 'text-ink'}`}>
        {number !== null && <strong>{number} </strong>}
        {segment.startsWith('?') ? (
          (gap?.(segment, way) ?? <Gap label={texts.gap} name={segment} />)
        ) : (
          <Code>{segment}</Code>
        )}
        {way === 'arrives' && ` ${texts.arrives}`}
      </span>
      <WayLine forth={from === 'A'} way={way} />
      {way === 'leaves' && <span className="block text-muted text-xs">{texts.underWay}</span>}
      {way === 'lost' && <span className="block text-wrong text-xs">✕ {texts.lost}</span>}
    </span>
  )
}

/**
 * Where a line begins and ends: across in hundredths of the way, and down. What is still under way when the next thing
 * happens goes down on a slant, and comes in on one where it arrives.
 */
const spans = {
  whole: { from: [0, 3], to: [96, 3], height: 6 },
  lost: { from: [0, 3], to: [55, 3], height: 6 },
  leaves: { from: [0, 1], to: [62, 9], height: 10 },
  arrives: { from: [38, 1], to: [96, 7], height: 10 },
} as const

function WayLine({ forth, way }: { readonly forth: boolean; readonly way: keyof typeof spans }) {
  const { from, to, height } = spans[way]
  const ends = way === 'whole' || way === 'arrives'
  return (
    <svg
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      className={`block w-full ${height === 6 ? 'h-2' : 'h-4'} ${forth ? '' : '-scale-x-100'}`}
      aria-hidden="true"
    >
      <line
        x1={from[0]}
        x2={to[0]}
        y1={from[1]}
        y2={to[1]}
        stroke="currentColor"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
      {ends && <path d={`M100 ${to[1]} l-5 -3 v6 Z`} fill="currentColor" />}
    </svg>
  )
}

function Gap({ label, name = '?' }: { readonly label: string; readonly name?: string }) {
  return (
    <span className="inline-block min-w-12 rounded-sm border-2 border-accent border-dashed px-2 text-center font-semibold text-accent">
      <span aria-hidden="true">{name}</span>
      <span className="sr-only">
        {label} {name.slice(1)}
      </span>
    </span>
  )
}
