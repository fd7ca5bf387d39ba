import { describe, expect, it } from 'vitest'
import { labelLines, rowHeight, segmentLines, wayOf } from './geometry'

const drawn = { fromA: true, origin: 'sent', leaves: 2, how: 'arrives', ends: 3 } as const

describe('the way of an arrow', () => {
  it('goes from the line of its sender to the other, and down', () => {
    const { from, to, label } = wayOf(drawn)
    expect([from.x, to.x, label.anchor]).toEqual([0, 100, 'middle'])
    expect(to.y).toBeGreaterThan(from.y)
    expect(wayOf({ ...drawn, fromA: false })).toMatchObject({ from: { x: 100 }, to: { x: 0 } })
  })

  it('is level where it arrives in the row in which it left, and stays in that row', () => {
    const { from, to } = wayOf({ ...drawn, ends: 2 })
    expect(from.y).toBe(to.y)
    expect(Math.floor(to.y / rowHeight)).toBe(2)
  })

  it('ends on the way where the segment is lost or in flight, and begins there where the network made it', () => {
    expect(wayOf({ ...drawn, how: 'lost' }).to.x).toBeLessThan(100)
    expect(wayOf({ ...drawn, how: 'flies' }).to.x).toBeLessThan(50)
    expect(wayOf({ ...drawn, origin: 'copy' }).from.x).toBeGreaterThan(0)
    expect(wayOf({ ...drawn, origin: 'old', fromA: false }).from.x).toBeLessThan(100)
  })

  it('has its label beside the sender where it takes more than a row', () => {
    expect(wayOf({ ...drawn, ends: 6 }).label).toMatchObject({ x: 4, anchor: 'start' })
    expect(wayOf({ ...drawn, ends: 6, fromA: false }).label).toMatchObject({ x: 96, anchor: 'end' })
  })
})

describe('a label', () => {
  it('of a level arrow leaves the line free, and stays out of the next row’s, a remark included', () => {
    for (const count of [1, 2, 3]) {
      const level = wayOf({ ...drawn, ends: 2 })
      const { lines, remark } = labelLines(level, count)
      const places = [...lines, remark].map((offset) => level.label.y + offset)
      const line = level.from.y
      // A letter of 10.5 px reaches some 8 px up and 2 px down from where it stands.
      for (const place of places) expect(place + 2 < line || place - 8 > line).toBe(true)
      const sorted = places.toSorted((a, b) => a - b)
      for (const [index, place] of sorted.slice(1).entries()) expect(place - (sorted[index] ?? 0)).toBeGreaterThan(9)
      expect((sorted.at(-1) ?? 0) - rowHeight + 9).toBeLessThan(sorted[0] ?? 0)
    }
  })

  it('of a slanted arrow runs down from its middle, the remark last', () => {
    expect(labelLines(wayOf(drawn), 2)).toEqual({ lines: [7, 19], remark: 31 })
    expect(labelLines(wayOf(drawn), 1)).toEqual({ lines: [0], remark: 12 })
  })
})

describe('a segment in the lines of a phone', () => {
  it.each([
    [{ seq: 100, ack: null, ctl: ['SYN'], len: 0 }, ['SYN', 'SEQ=100']],
    [{ seq: 300, ack: 101, ctl: ['SYN', 'ACK'], len: 0 }, ['SYN,ACK', 'SEQ=300 ACK=101']],
    [{ seq: 101, ack: 301, ctl: ['ACK'], len: 10 }, ['ACK +10', 'SEQ=101 ACK=301']],
    [{ seq: 4_000_000_000, ack: 12_345, ctl: ['FIN', 'ACK'], len: 0 }, ['FIN,ACK', 'SEQ=4000000000', 'ACK=12345']],
  ] as const)('%j is %j', (segment, lines) => {
    expect(segmentLines(segment).lines).toEqual(lines)
  })
})
