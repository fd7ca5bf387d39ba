import { describe, expect, it } from 'vitest'
import { controlBits, formatSegment, has, type Segment, segEnd, segLen } from './segment'

const segment = (changes: Partial<Segment>): Segment => ({ seq: 100, ack: null, ctl: [], len: 0, ...changes })

describe('SEG.LEN (3.4)', () => {
  it.each([
    ['nothing', segment({}), 0],
    ['an ACK', segment({ ack: 301, ctl: ['ACK'] }), 0],
    ['text', segment({ len: 10 }), 10],
    ['a SYN', segment({ ctl: ['SYN'] }), 1],
    ['a FIN', segment({ ctl: ['FIN'] }), 1],
    ['SYN, text and FIN', segment({ ctl: ['SYN', 'FIN'], len: 10 }), 12],
    ['RST, PSH and URG', segment({ ctl: ['RST', 'PSH', 'URG'] }), 0],
  ])('of %s', (_, given, len) => {
    expect(segLen(given)).toBe(len)
    expect(segEnd(given)).toBe(100 + len)
  })

  it('carries the end over 2^32', () => {
    expect(segEnd(segment({ seq: 4_294_967_295, ctl: ['SYN'], len: 9 }))).toBe(9)
  })
})

describe('a segment', () => {
  it.each(controlBits)('has %s where its bit is on', (bit) => {
    expect(has(segment({ ctl: [bit] }), bit)).toBe(true)
    expect(has(segment({ ctl: controlBits.filter((other) => other !== bit) }), bit)).toBe(false)
  })

  it.each([
    ['<SEQ=100><CTL=SYN>', segment({ ctl: ['SYN'] })],
    ['<SEQ=300><ACK=101><CTL=SYN,ACK>', segment({ seq: 300, ack: 101, ctl: ['SYN', 'ACK'] })],
    ['<SEQ=300><ACK=100><DATA=10><CTL=ACK>', segment({ seq: 300, ack: 100, ctl: ['ACK'], len: 10 })],
    ['<SEQ=0><ACK=0><CTL=RST,ACK>', segment({ seq: 0, ack: 0, ctl: ['RST', 'ACK'] })],
  ])('is written %s, as the figures do', (text, given) => {
    expect(formatSegment(given)).toBe(text)
  })
})
