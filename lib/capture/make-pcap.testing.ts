import type { Segment } from '@/lib/tcp/segment'

/** How a test's capture file is written. */
export type Written = {
  readonly littleEndian?: boolean
  readonly nanoseconds?: boolean
  readonly linkType?: number
  readonly version?: 4 | 6
  /** TCP options, padded to words by whoever asks. */
  readonly options?: readonly number[]
  /** How many octets of each frame are kept. */
  readonly snap?: number
}

export type Sent = { readonly fromA: boolean; readonly segment: Segment }

const bits = { FIN: 1, SYN: 2, RST: 4, PSH: 8, ACK: 16, URG: 32 } as const

/** One frame with the segment in it: A is 10.0.0.1:40001 (or ::1), B 10.0.0.2:80 (or ::2). */
export function frameOf(
  { fromA, segment }: Sent,
  { linkType = 1, version = 4, options = [] }: Written = {},
): Uint8Array {
  const tcp = new Uint8Array(20 + options.length + segment.len)
  const view = new DataView(tcp.buffer)
  view.setUint16(0, fromA ? 40001 : 80)
  view.setUint16(2, fromA ? 80 : 40001)
  view.setUint32(4, segment.seq)
  view.setUint32(8, segment.ack ?? 0)
  view.setUint8(12, ((20 + options.length) / 4) << 4)
  view.setUint8(
    13,
    segment.ctl.reduce((all, bit) => all | bits[bit], 0),
  )
  view.setUint16(14, 65_000)
  tcp.set(options, 20)
  const ip = version === 4 ? ip4(fromA, tcp.length) : ip6(fromA, tcp.length)
  return concat([...linkHeader(linkType, version), ...ip], tcp)
}

function ip4(fromA: boolean, length: number): readonly number[] {
  const [from, to] = fromA ? [1, 2] : [2, 1]
  const total = length + 20
  return [0x45, 0, total >> 8, total & 255, 0, 0, 0x40, 0, 64, 6, 0, 0, 10, 0, 0, from, 10, 0, 0, to]
}

function ip6(fromA: boolean, length: number): readonly number[] {
  const [from, to] = fromA ? [1, 2] : [2, 1]
  const zeros = Array<number>(15).fill(0)
  return [0x60, 0, 0, 0, length >> 8, length & 255, 6, 64, ...zeros, from, ...zeros, to]
}

function linkHeader(linkType: number, version: 4 | 6): readonly number[] {
  const type = version === 4 ? [8, 0] : [0x86, 0xdd]
  const zeros = (count: number) => Array<number>(count).fill(0)
  switch (linkType) {
    case 0:
      return [version === 4 ? 2 : 30, 0, 0, 0]
    case 108:
      return [0, 0, 0, version === 4 ? 2 : 24]
    case 1:
      return [...zeros(12), ...type]
    case 113:
      return [...zeros(14), ...type]
    case 276:
      return [...type, ...zeros(18)]
    default:
      return []
  }
}

function concat(head: readonly number[], tail: Uint8Array): Uint8Array {
  const all = new Uint8Array(head.length + tail.length)
  all.set(head)
  all.set(tail, head.length)
  return all
}

/** Writes the frames as a pcap. */
export function pcapOf(
  frames: readonly Uint8Array[],
  { littleEndian = true, nanoseconds = false, linkType = 1, snap = 262_144 }: Written = {},
): Uint8Array {
  const kept = frames.map((frame) => frame.subarray(0, snap))
  const file = new Uint8Array(24 + kept.reduce((sum, frame) => sum + 16 + frame.length, 0))
  const view = new DataView(file.buffer)
  view.setUint32(0, nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4, littleEndian)
  view.setUint16(4, 2, littleEndian)
  view.setUint16(6, 4, littleEndian)
  view.setUint32(16, snap, littleEndian)
  view.setUint32(20, linkType, littleEndian)
  let at = 24
  for (const [index, frame] of kept.entries()) {
    view.setUint32(at, index, littleEndian)
    view.setUint32(at + 8, frame.length, littleEndian)
    view.setUint32(at + 12, frames[index]?.length ?? 0, littleEndian)
    file.set(frame, at + 16)
    at += 16 + frame.length
  }
  return file
}

/** Writes the frames as a pcapng: a section, an interface for each link type named, and each frame on the last of them. */
export function pcapngOf(
  frames: readonly Uint8Array[],
  { littleEndian = true, linkType = 1 }: Written = {},
): Uint8Array {
  const word = (value: number) => {
    const view = new DataView(new ArrayBuffer(4))
    view.setUint32(0, value, littleEndian)
    return [...new Uint8Array(view.buffer)]
  }
  const half = (value: number) => (littleEndian ? [value & 255, value >> 8] : [value >> 8, value & 255])
  const block = (type: number, body: readonly number[]) => {
    const padded = [...body, ...Array<number>((4 - (body.length % 4)) % 4).fill(0)]
    const length = padded.length + 12
    return [...word(type), ...word(length), ...padded, ...word(length)]
  }
  const section = block(0x0a0d0d0a, [
    ...word(0x1a2b3c4d),
    ...half(1),
    ...half(0),
    ...word(0xffffffff),
    ...word(0xffffffff),
  ])
  const first = block(1, [...half(147), ...half(0), ...word(0)])
  const second = block(1, [
    ...half(linkType),
    ...half(0),
    ...word(0),
    ...half(2),
    ...half(3),
    1,
    2,
    3,
    0,
    ...half(0),
    ...half(0),
  ])
  const packets = frames.flatMap((frame) =>
    block(6, [...word(1), ...word(0), ...word(0), ...word(frame.length), ...word(frame.length), ...frame]),
  )
  return Uint8Array.from([...section, ...first, ...second, ...block(5, [1, 2, 3]), ...packets])
}
