import { fill } from '@/components/practice/fill'
import { type Side, sides } from '@/lib/tcp/peers/configuration'
import type { Stay, Timeline, TimelineArrow } from '@/lib/tcp/peers/timeline'
import { formatSegment } from '@/lib/tcp/segment'
import { type Phase, phaseOf } from '@/lib/tcp/states'
import { momentOf, rowHeight, wayOf } from './geometry'
import type { TimelineTexts } from './texts'

/** The colours of the light sheet (globals.css): a file that leaves the app brings its own. */
export const sheetColors = {
  sheet: '#ffffff',
  ink: '#1c2126',
  muted: '#59616a',
  edge: '#84817a',
  'peer-a': '#1a5fb0',
  'peer-b': '#a5460c',
  opening: '#0b6b70',
  established: '#2c7023',
  'active-close': '#6a3fb5',
  'passive-close': '#a02c6c',
  waiting: '#7c5500',
  wrong: '#b3261e',
} as const

const phaseColor = {
  none: sheetColors.muted,
  opening: sheetColors.opening,
  established: sheetColors.established,
  'active close': sheetColors['active-close'],
  'passive close': sheetColors['passive-close'],
  waiting: sheetColors.waiting,
} as const satisfies Record<Phase, string>

const peerColor = { A: sheetColors['peer-a'], B: sheetColors['peer-b'] } as const satisfies Record<Side, string>

/** In px: a page of paper, with the lifelines where names of states and calls fit beside them. */
const width = 800
const line = { A: 170, B: 630 } as const satisfies Record<Side, number>
const head = 40
const dashes = { sent: '', copy: ' stroke-dasharray="7 4"', old: ' stroke-dasharray="1.5 4"' } as const

/** A sequence diagram as a file of its own: no style, face or script from elsewhere, and its title for who can't see it. */
export function standaloneSvg(timeline: Timeline, texts: TimelineTexts): string {
  const height = head + timeline.rows * rowHeight + 16
  const names = { A: texts.peerA, B: texts.peerB } as const
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-size="13" font-family="ui-sans-serif, system-ui, sans-serif">`,
    `<title>${escaped(fill(texts.picture, { left: names.A, right: names.B }))}</title>`,
    `<rect width="${width}" height="${height}" fill="${sheetColors.sheet}"/>`,
    ...sides.map((side) =>
      text(names[side], { x: line[side], y: 24, anchor: 'middle', color: peerColor[side], bold: true }),
    ),
    `<g transform="translate(0 ${head})">`,
    ...sides.flatMap((side) => lifeline(timeline, side)),
    ...timeline.arrows.map((arrow) => arrowPart(arrow, texts)),
    ...timeline.stays.map((stay) => stayPart(timeline, stay)),
    ...timeline.notes.map(({ side, row, what, name }) => {
      const words = what === 'crash' ? texts.crashMark : name
      const color = what === 'crash' ? sheetColors.wrong : sheetColors.ink
      const mark = `<circle cx="${line[side]}" cy="${momentOf(row)}" r="4.5" fill="${sheetColors.sheet}" stroke="${what === 'crash' ? color : peerColor[side]}" stroke-width="2"/>`
      return mark + text(words, { ...beside(side), y: momentOf(row) + 4, color, small: true })
    }),
    '</g>',
    '</svg>',
  ]
  return `${parts.join('\n')}\n`
}

function lifeline({ stays, rows }: Timeline, side: Side): readonly string[] {
  const own = stays.filter((stay) => stay.side === side)
  return own.map(({ row, states }, index) => {
    const next = own[index + 1]
    const y1 = row === 0 ? 0 : momentOf(row)
    const y2 = next === undefined ? rows * rowHeight : momentOf(next.row)
    const gone = states.length === 1 && states[0] === 'CLOSED' ? ' stroke-dasharray="2 5"' : ''
    return `<line x1="${line[side]}" x2="${line[side]}" y1="${y1}" y2="${y2}" stroke="${peerColor[side]}" stroke-width="2"${gone}/>`
  })
}

function stayPart({ notes }: Timeline, { side, row, states }: Stay): string {
  const [only] = states
  const color = states.length === 1 && only !== undefined ? phaseColor[phaseOf[only]] : sheetColors.ink
  const isNoted = notes.some((note) => note.side === side && note.row === row)
  const y = momentOf(row) + (isNoted ? 19 : 4)
  return text(states.join(' '), { ...beside(side), y, color, bold: true, mono: true })
}

function beside(side: Side): { readonly x: number; readonly anchor: 'start' | 'end' } {
  return side === 'A' ? { x: line.A - 12, anchor: 'end' } : { x: line.B + 12, anchor: 'start' }
}

function arrowPart({ from, segment, leaves, ends, origin, number }: TimelineArrow, texts: TimelineTexts): string {
  const how = ends?.how ?? 'flies'
  const way = wayOf({ fromA: from === 'A', origin, leaves, how, ends: ends?.row ?? leaves })
  const across = (share: number) => line.A + ((line.B - line.A) * share) / 100
  const start = { x: across(way.from.x), y: way.from.y }
  const end = { x: across(way.to.x), y: way.to.y }
  const color = peerColor[from]
  const mark = { sent: '', copy: ` ${texts.copyMark}`, old: ` ${texts.oldMark}` }[origin]
  const said = how === 'lost' ? ` ${texts.lostMark}` : ''
  return [
    `<line x1="${start.x}" y1="${start.y}" x2="${end.x}" y2="${end.y}" stroke="${color}" stroke-width="1.75"${dashes[origin]}/>`,
    endPart(how, start, end, color),
    text(`${number} ${formatSegment(segment)}${mark}${said}`, {
      x: across(way.label.x),
      y: way.label.y,
      anchor: way.label.anchor,
      color: sheetColors.ink,
      mono: true,
      small: true,
    }),
  ].join('')
}

type At = { readonly x: number; readonly y: number }

/** A head where it arrives, a cross where it is lost, dots where it is still on its way. */
function endPart(how: 'arrives' | 'lost' | 'flies', start: At, end: At, color: string): string {
  if (how === 'lost') {
    const { x, y } = end
    return `<path d="M${x - 6} ${y - 6} l12 12 m0 -12 l-12 12" stroke="${sheetColors.wrong}" stroke-width="2.5" fill="none"/>`
  }
  const forth = end.x > start.x ? 1 : -1
  if (how === 'flies') {
    return [8, 15, 22]
      .map((dx) => `<circle cx="${end.x + forth * dx}" cy="${end.y + dx / 4}" r="1.75" fill="${color}"/>`)
      .join('')
  }
  const angle = (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI
  return `<path d="M-10 -4.5 L0 0 L-10 4.5 Z" fill="${color}" transform="translate(${end.x} ${end.y}) rotate(${angle.toFixed(2)})"/>`
}

type Look = {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly color: string
  readonly bold?: boolean
  readonly mono?: boolean
  readonly small?: boolean
}

/** The ground behind a word is the sheet's, so that a line that passes behind leaves it readable. */
function text(words: string, { x, y, anchor, color, bold, mono, small }: Look): string {
  const face = mono === true ? ' font-family="ui-monospace, monospace"' : ''
  const weight = bold === true ? ' font-weight="600"' : ''
  const size = small === true ? ' font-size="11.5"' : ''
  const ground = ` stroke="${sheetColors.sheet}" stroke-width="4" paint-order="stroke"`
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${color}"${ground}${face}${weight}${size}>${escaped(words)}</text>`
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
