import { fill } from '@/components/practice/fill'
import { otherSide, type Side } from '@/lib/tcp/peers/configuration'
import type { Stay, Timeline, TimelineArrow, TimelineNote } from '@/lib/tcp/peers/timeline'
import { formatSegment } from '@/lib/tcp/segment'
import type { TimelineTexts } from './texts'

type Says = {
  readonly texts: TimelineTexts
  readonly names: Readonly<Record<Side, string>>
  readonly remarks?: Readonly<Record<number, string>> | undefined
}

/** What happens in each row that has something to say, in words; backticks mark the words of the protocol. */
export function rowSentences(
  timeline: Timeline,
  says: Says,
): readonly { readonly row: number; readonly text: string }[] {
  const all: readonly (readonly [row: number, text: string])[] = [
    [0, startOf(timeline, says)],
    ...timeline.notes.map((note) => [note.row, noteText(note, says)] as const),
    ...timeline.arrows.flatMap((arrow) => endTexts(arrow, says)),
    ...timeline.arrows.map((arrow) => [arrow.leaves, leaveText(arrow, says)] as const),
    ...timeline.stays.filter(({ row }) => row > 0).map((stay) => [stay.row, stayText(stay, says)] as const),
  ]
  const rows = new Map<number, string[]>()
  for (const [row, text] of all) {
    const known = rows.get(row)
    if (known === undefined) rows.set(row, [text])
    else known.push(text)
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([row, texts]) => ({ row, text: texts.join(' ') }))
}

function statesText(states: Stay['states'], { texts }: Says): string {
  return states.map((state) => `\`${state}\``).join(texts.or)
}

function startOf({ stays }: Timeline, says: Says): string {
  const states = (side: Side) => statesText(stays.find((stay) => stay.side === side)?.states ?? [], says)
  return fill(says.texts.start, {
    left: says.names.A,
    leftStates: states('A'),
    right: says.names.B,
    rightStates: states('B'),
  })
}

function noteText({ side, what, name }: TimelineNote, { texts, names }: Says): string {
  return fill(texts[what], { who: names[side], name: `\`${name}\`` })
}

function leaveText({ from, segment, number, leaves, ends, origin }: TimelineArrow, says: Says): string {
  const { texts, names, remarks } = says
  const isLevel = ends?.how === 'arrives' && ends.row === leaves
  const key = origin !== 'sent' ? origin : isLevel ? 'passes' : leaves === 0 ? 'underWay' : 'sent'
  const values = { who: names[from], other: names[otherSide(from)], number, segment: `\`${formatSegment(segment)}\`` }
  const remark = remarks?.[number]
  return `${fill(texts[key], values)}${remark === undefined ? '' : ` (${remark})`}`
}

function endTexts({ from, number, leaves, ends, origin }: TimelineArrow, { texts, names }: Says) {
  const isSaid = ends === null || (origin === 'sent' && ends.how === 'arrives' && ends.row === leaves)
  if (isSaid) return []
  return [[ends.row, fill(texts[ends.how], { number, who: names[otherSide(from)] })] as const]
}

function stayText({ side, states }: Stay, says: Says): string {
  const text = states.length === 1 ? says.texts.stay : says.texts.stays
  return fill(text, { who: says.names[side], states: statesText(states, says) })
}
