import { describe, expect, it } from 'vitest'
import { states } from '@/lib/tcp/states'
import { transitions } from '@/lib/tcp/transitions'
import { arrows, findArrow } from './arrows'
import { type Box, frameBox, frameTitle, labelBox, type Point, routePoints, stateBox } from './geometry'
import { asInFigure5, drawnLines, type LabelEvent, type LabelWords, labelText, lineText } from './labels'
import { drawingOrder, frames, narrow, type Route, routes, type Size, wide } from './layout'

type Named = { readonly name: string; readonly box: Box }

function overlap(a: Box, b: Box, room = 0): boolean {
  return (
    a.x < b.x + b.width + room &&
    b.x < a.x + a.width + room &&
    a.y < b.y + b.height + room &&
    b.y < a.y + a.height + room
  )
}

function legs(points: readonly Point[]): readonly Box[] {
  return points.slice(1).map((end, index) => {
    const start = points[index] ?? end
    return {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(end.x - start.x),
      height: Math.abs(end.y - start.y),
    }
  })
}

function nameOf({ from, to }: Route): string {
  return `${from} to ${to}`
}

function labelOf(route: Route, size: Size, words: LabelWords): Box {
  const arrow = arrows.find(({ from, to }) => from === route.from && to === route.to)
  if (arrow === undefined) throw new Error(`Cannot find the arrow ${nameOf(route)}`)
  return labelBox(route, drawnLines(arrow, size, words).map(lineText), size)
}

/** The widest title, `passive close`, whose letters are half as wide as high. */
function titleOf(frame: (typeof frames)[number], size: Size): Box {
  const { x, y } = frameTitle(frame, size)
  const width = 'passive close'.length * size.text.title * 0.5
  return { x: x - width, y: y - size.text.line / 2, width, height: size.text.line }
}

const drawn: readonly Route[] = routes

describe('the arrows of the diagram', () => {
  it('are those of Figure 5, one for each pair of states', () => {
    const pairs = transitions.flatMap(({ from, to, figure5 }) =>
      figure5 ? [from].flat().map((one) => `${one} to ${to}`) : [],
    )
    expect(drawn.map(nameOf).sort()).toEqual([...new Set(pairs)].sort())
  })

  it('hold every rule of Figure 5 once, and none that the figure leaves out', () => {
    for (const arrow of arrows) {
      expect(arrow.drawn.length, arrow.id).toBeGreaterThan(0)
      expect(arrow.omitted.filter(({ figure5 }) => figure5)).toEqual([])
    }
    expect(arrows.flatMap((arrow) => arrow.drawn)).toHaveLength(23)
  })

  it('say what Figure 5 says, with the ACK that its segments carry', () => {
    expect(Object.fromEntries(arrows.map((arrow) => [arrow.id, labelText(arrow, asInFigure5)]))).toEqual({
      'closed-to-listen': 'passive OPEN',
      'closed-to-syn-sent': 'active OPEN / SYN',
      'listen-to-closed': 'CLOSE',
      'listen-to-syn-received': 'rcv SYN / SYN,ACK',
      'listen-to-syn-sent': 'SEND / SYN',
      'syn-received-to-listen': 'rcv RST, rcv SYN',
      'syn-received-to-established': 'rcv ACK of SYN',
      'syn-received-to-fin-wait-1': 'CLOSE / FIN,ACK',
      'syn-sent-to-closed': 'CLOSE',
      'syn-sent-to-syn-received': 'rcv SYN / SYN,ACK',
      'syn-sent-to-established': 'rcv SYN,ACK / ACK',
      'established-to-fin-wait-1': 'CLOSE / FIN,ACK',
      'established-to-close-wait': 'rcv FIN / ACK',
      'fin-wait-1-to-fin-wait-2': 'rcv ACK of FIN',
      'fin-wait-1-to-closing': 'rcv FIN / ACK',
      'fin-wait-2-to-time-wait': 'rcv FIN / ACK',
      'closing-to-time-wait': 'rcv ACK of FIN',
      'time-wait-to-closed': 'Timeout=2MSL',
      'close-wait-to-last-ack': 'CLOSE / FIN,ACK',
      'last-ack-to-closed': 'rcv ACK of FIN',
    })
  })

  it('are reached in the order of their numbers, with every state before its own', () => {
    expect([...drawingOrder].sort()).toEqual([...states].sort())
    const reached = drawingOrder.flatMap((state) => arrows.filter(({ from }) => from === state))
    expect(reached).toEqual(arrows)
  })

  it('are found by their id alone', () => {
    expect(findArrow('syn-sent-to-established')?.number).toBe(11)
    expect(findArrow('closed-to-time-wait')).toBeUndefined()
    expect(findArrow(undefined)).toBeUndefined()
  })
})

/** The longest labels of both languages: what they say is in the message files, and how wide that is counts here. */
const chinese: Partial<Record<LabelEvent, string>> = {
  'passive OPEN': '被动 OPEN',
  'active OPEN': '主动 OPEN',
  'rcv SYN': '收到 SYN',
  'rcv RST': '收到 RST',
  'rcv FIN': '收到 FIN',
  'rcv SYN,ACK': '收到 SYN,ACK',
  'rcv ACK of SYN': '收到 SYN 的 ACK',
  'rcv ACK of FIN': '收到 FIN 的 ACK',
  'Timeout=2MSL': '2MSL 超时',
}

describe.each([
  { size: wide, language: 'English', words: asInFigure5 },
  { size: wide, language: 'Chinese', words: (event: LabelEvent) => chinese[event] ?? event },
  { size: narrow, language: 'any language', words: asInFigure5 },
])('the $size.name picture in $language', ({ size, words }) => {
  const stateBoxes: readonly Named[] = states.map((state) => ({ name: state, box: stateBox(state, size) }))
  const labels: readonly Named[] = drawn.map((route) => ({ name: nameOf(route), box: labelOf(route, size, words) }))
  const titles: readonly Named[] = frames.map((frame) => ({ name: frame.phase, box: titleOf(frame, size) }))
  const lines = drawn.map((route) => ({ name: nameOf(route), legs: legs(routePoints(route, size)) }))

  it('keeps every label clear of labels, titles and states', () => {
    const others = [...stateBoxes, ...titles, ...labels]
    const wrong = labels.flatMap((label) =>
      others
        .filter((other) => other !== label && overlap(label.box, other.box))
        .map((other) => [label.name, other.name]),
    )
    expect(wrong).toEqual([])
  })

  it('keeps every label and title clear of every arrow, its own too', () => {
    const wrong = [...labels, ...titles].flatMap((label) =>
      lines
        .filter((line) => line.legs.some((leg) => overlap(label.box, leg, 1)))
        .map((line) => [label.name, line.name]),
    )
    expect(wrong).toEqual([])
  })

  it('lets no arrow touch another', () => {
    const wrong = lines.flatMap((line, index) =>
      lines
        .slice(index + 1)
        .filter((other) => line.legs.some((a) => other.legs.some((b) => overlap(a, b, 6))))
        .map((other) => [line.name, other.name]),
    )
    expect(wrong).toEqual([])
  })

  it('leads every arrow past the states, from one to the other', () => {
    const wrong = lines.flatMap((line) =>
      stateBoxes
        .filter(({ box }) => line.legs.some((leg) => overlap(leg, box, -0.5)))
        .map(({ name }) => [line.name, name]),
    )
    expect(wrong).toEqual([])
  })

  it('lies within its bounds', () => {
    const frameBoxes = frames.map((frame) => frameBox(frame, size))
    const all = [...stateBoxes, ...labels, ...titles].map(({ box }) => box)
    for (const { x, y, width, height } of [...all, ...frameBoxes, ...lines.flatMap((line) => line.legs)]) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(2)
      expect(x + width).toBeLessThanOrEqual(size.width - 2)
      expect(y + height).toBeLessThanOrEqual(size.height - 2)
    }
  })

  it('writes every name inside its state', () => {
    for (const state of states) expect(state.length * size.text.state * 0.6, state).toBeLessThan(size.state.width - 4)
  })
})
