import { describe, expect, it } from 'vitest'
import { chanceOf } from '@/lib/observer/play.testing'
import type { Segment } from '@/lib/tcp/segment'
import { linuxCapture } from './linux-capture.testing'
import { frameOf, pcapngOf, pcapOf, type Sent, type Written } from './make-pcap.testing'
import { readCapture, readingCapture } from './read-capture'

const syn: Segment = { seq: 4_294_967_290, ack: null, ctl: ['SYN'], len: 0 }
const text: Segment = { seq: 5, ack: 7, ctl: ['FIN', 'ACK', 'PSH'], len: 10 }
const sent: readonly Sent[] = [
  { fromA: true, segment: syn },
  { fromA: false, segment: text },
]
const v4 = { from: '10.0.0.1:40001', to: '10.0.0.2:80' }
const v6 = { from: '[::1]:40001', to: '[::2]:80' }

function segmentsIn(file: Uint8Array) {
  const capture = readCapture(file)
  if (capture.kind === 'refused') throw new Error(`Refused: ${capture.why}`)
  return capture.segments
}

const written: readonly Written[] = [
  { littleEndian: true },
  { littleEndian: false },
  { nanoseconds: true },
  { nanoseconds: true, littleEndian: false },
  ...[0, 1, 12, 101, 108, 113, 276].map((linkType) => ({ linkType })),
  ...[0, 1, 101, 108, 113, 276].map((linkType) => ({ linkType, version: 6 as const })),
  { linkType: 228 },
  { linkType: 229, version: 6 },
]

describe('readCapture', () => {
  it.each(written)('a pcap and a pcapng with %o give what was sent', (how) => {
    const names = how.version === 6 ? v6 : v4
    const frames = sent.map((one) => frameOf(one, how))
    for (const file of [pcapOf(frames, how), pcapngOf(frames, how)]) {
      expect(segmentsIn(file)).toMatchObject([
        { frame: 1, ...names, segment: syn },
        { frame: 2, from: names.to, to: names.from, segment: text },
      ])
    }
  })

  it('VLAN tags are skipped, one or two', () => {
    const plain = frameOf({ fromA: true, segment: syn })
    const tagged = (tags: readonly number[]) =>
      Uint8Array.from([...plain.subarray(0, 12), ...tags, ...plain.subarray(12)])
    const file = pcapOf([tagged([0x81, 0, 0, 5]), tagged([0x88, 0xa8, 0, 5, 0x81, 0, 0, 6])])
    expect(segmentsIn(file).map(({ segment }) => segment)).toEqual([syn, syn])
  })

  it('padding of Ethernet is not text, and a snap length does not shorten it', () => {
    const padded = Uint8Array.from([...frameOf({ fromA: true, segment: syn }), ...Array<number>(6).fill(0)])
    expect(segmentsIn(pcapOf([padded]))[0]?.segment.len).toBe(0)
    const cut = pcapOf([frameOf({ fromA: true, segment: { ...text, len: 1000 } })], { snap: 54 })
    expect(segmentsIn(cut)[0]?.segment.len).toBe(1000)
  })

  it.each([
    ['the window scale', [2, 4, 5, 180, 1, 3, 3, 7], 7, 262_144],
    ['no window scale', [2, 4, 5, 180], null, 262_144],
    ['an end before it', [0, 3, 3, 7], null, 262_144],
    ['a scale above 14', [3, 3, 200, 0], 14, 262_144],
    ['an option of length 0', [8, 0, 3, 3], 'unknown', 262_144],
    ['options that are cut off', [1, 1, 1, 1, 1, 3, 3, 7], 'unknown', 58],
  ] as const)('options with %s', (_, options, scale, snap) => {
    const file = pcapOf([frameOf({ fromA: true, segment: syn }, { options })], { snap })
    expect(segmentsIn(file)[0]?.scale).toBe(scale)
  })

  it('of fragments the first has the header, and the last says how long the text is', () => {
    const whole = frameOf({ fromA: true, segment: { ...text, len: 100 } }, { linkType: 101 })
    const first = whole.slice(0, 20 + 64)
    const last = Uint8Array.from([...whole.slice(0, 20), ...whole.slice(20 + 64)])
    new DataView(first.buffer).setUint16(2, 84)
    new DataView(first.buffer).setUint16(6, 0x2000)
    new DataView(last.buffer).setUint16(2, 20 + 56)
    new DataView(last.buffer).setUint16(6, 8)
    const capture = readCapture(pcapOf([first, last], { linkType: 101 }))
    expect(capture).toMatchObject({ frames: 2, skipped: { 'later fragment': 1 } })
    expect(capture.kind === 'capture' && capture.segments.map(({ segment }) => segment.len)).toEqual([100])
  })

  it('extension headers of IPv6 are passed over', () => {
    const plain = frameOf({ fromA: true, segment: syn }, { linkType: 101, version: 6 })
    const more = Uint8Array.from([
      ...plain.subarray(0, 40),
      60,
      0,
      ...Array<number>(6).fill(0),
      6,
      0,
      ...Array<number>(6).fill(0),
      ...plain.subarray(40),
    ])
    more[6] = 0
    more[5] = (plain[5] ?? 0) + 16
    expect(segmentsIn(pcapOf([more], { linkType: 101 }))[0]).toMatchObject({ ...v6, segment: syn })
  })

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a text', new TextEncoder().encode('No capture at all'), 'not a capture'],
    ['three octets', Uint8Array.of(0xa1, 0xb2, 0xc3), 'not a capture'],
  ] as const)('%s is refused', (_, file, why) => {
    expect(readCapture(file)).toEqual({ kind: 'refused', why })
  })

  it('a capture of Linux: 23 frames, all of them TCP', () => {
    expect(readCapture(linuxCapture())).toMatchObject({
      kind: 'capture',
      frames: 23,
      segments: { length: 23 },
      cut: null,
    })
  })
})

describe('a hostile file', () => {
  const frames = sent.map((one) => frameOf(one))
  const files = [pcapOf(frames), pcapngOf(frames), pcapngOf(frames, { littleEndian: false })]

  it('is read as far as it goes, cut at any octet', () => {
    for (const file of files) {
      for (let end = 0; end < file.length; end++) {
        const capture = readCapture(file.subarray(0, end))
        if (capture.kind === 'refused') expect(end).toBeLessThan(4)
        else expect(capture.segments.length).toBeLessThanOrEqual(2)
      }
    }
  })

  it.each([0, 4, 11, 13, 0xfffffffc, 0xffffffff])('a block of length %i ends the reading', (length) => {
    const [, file = new Uint8Array()] = files
    const lying = file.slice()
    new DataView(lying.buffer).setUint32(32, length, true)
    const capture = readCapture(lying)
    expect(capture).toMatchObject({ kind: 'capture', frames: 0, segments: [], cut: {} })
  })

  it('a frame that says it has 4 GiB ends the reading', () => {
    const [file = new Uint8Array()] = files
    const lying = file.slice()
    new DataView(lying.buffer).setUint32(24 + 8, 0xffffffff, true)
    expect(readCapture(lying)).toMatchObject({ frames: 0, cut: { why: 'bad length', at: 24 } })
  })

  it('with octets changed at random gives a capture or a refusal, never more frames than fit in it', () => {
    const chance = chanceOf(9293)
    const all = [...files, linuxCapture()]
    for (let trial = 0; trial < 3000; trial++) {
      const file = (all[trial % all.length] ?? new Uint8Array()).slice()
      for (let change = 0; change < 1 + (trial % 8); change++) {
        file[Math.floor(chance() * file.length)] =
          chance() < 0.3 ? 255 * Math.round(chance()) : Math.floor(chance() * 256)
      }
      const capture = readCapture(file)
      if (capture.kind === 'capture') expect(capture.frames).toBeLessThanOrEqual(file.length / 12)
    }
  })

  it('with very many tiny frames says how far it is', () => {
    const empty = pcapOf(Array.from({ length: 20_000 }, () => new Uint8Array()))
    const steps = [...readingCapture(empty)]
    expect(steps.map(({ done }) => done)).toEqual([...steps.map(({ done }) => done)].sort((a, b) => a - b))
    expect(steps).toHaveLength(4)
  })
})
