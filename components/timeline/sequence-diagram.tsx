import type { PracticeTexts } from '@/components/practice/texts'
import { Words } from '@/components/ui/words'
import type { SequenceRow } from '@/lib/words/presented-item'

type Texts = Pick<PracticeTexts, 'peerA' | 'peerB' | 'sends' | 'lost' | 'gap'>

/**
 * Two peers and what travels between them, time running down, in the manner of the RFC's figures: A left, B right, each
 * in its colour. It is a table, so that it reads aloud as it looks.
 */
export function SequenceDiagram({
  rows,
  texts,
  label,
}: {
  readonly rows: readonly SequenceRow[]
  readonly texts: Texts
  readonly label: string
}) {
  return (
    <table className="w-full table-fixed border-collapse bg-sheet text-sm">
      <caption className="sr-only">{label}</caption>
      <colgroup>
        <col className="w-[29%] sm:w-1/4" />
        <col />
        <col className="w-[29%] sm:w-1/4" />
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
              {row.arrow !== null && <ArrowLine arrow={row.arrow} texts={texts} />}
            </td>
            <Lifeline side="B" row={row} texts={texts} />
          </tr>
        ))}
      </tbody>
    </table>
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
          <span className="whitespace-nowrap font-medium font-mono text-[0.6rem] sm:text-sm" translate="no">
            {state}
          </span>
        )
      )}
    </td>
  )
}

function ArrowLine({ arrow, texts }: { readonly arrow: NonNullable<SequenceRow['arrow']>; readonly texts: Texts }) {
  const forth = arrow.from === 'A'
  const look = forth ? 'text-peer-a' : 'text-peer-b'
  return (
    <span className={`block ${look}`}>
      <span className="block text-ink text-xs [overflow-wrap:anywhere]" translate="no">
        {arrow.segment === '?' ? <Gap label={texts.gap} /> : <span className="font-mono">{arrow.segment}</span>}
      </span>
      <span className="sr-only">{forth ? `A ${texts.sends} B` : `B ${texts.sends} A`}</span>
      <Way forth={forth} way={arrow.way} />
      {arrow.way === 'lost' && <span className="block text-wrong text-xs">✕ {texts.lost}</span>}
    </span>
  )
}

/** Where a line begins and ends, in hundredths of its way; what is still to come, or came before, is dotted. */
const spans = { whole: [0, 96], leaves: [0, 50], arrives: [50, 96], lost: [0, 55] } as const

function Way({ forth, way }: { readonly forth: boolean; readonly way: keyof typeof spans }) {
  const [from, to] = spans[way]
  const ends = way === 'whole' || way === 'arrives'
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className={`block h-2 w-full ${forth ? '' : '-scale-x-100'}`}
      aria-hidden="true"
    >
      {way !== 'whole' && way !== 'lost' && (
        <line
          x1="0"
          x2="100"
          y1="3"
          y2="3"
          stroke="currentColor"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
          strokeDasharray="1 5"
        />
      )}
      <line x1={from} x2={to} y1="3" y2="3" stroke="currentColor" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
      {ends && <path d="M100 3 L95 0 L95 6 Z" fill="currentColor" />}
    </svg>
  )
}

function Gap({ label }: { readonly label: string }) {
  return (
    <span className="inline-block min-w-12 rounded-sm border-2 border-accent border-dashed px-2 text-center font-semibold text-accent">
      <span aria-hidden="true">?</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
