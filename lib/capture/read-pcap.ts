import { type Bytes, bytesOf, hasBytes, u32 } from './bytes'
import { type FrameOrCut, longestFrame } from './frame'

const headerLength = 24
const recordLength = 16

/** The magic numbers of pcap as they read in little-endian order: microseconds, nanoseconds, and each turned round. */
const orders: ReadonlyMap<number, boolean> = new Map([
  [0xa1b2c3d4, true],
  [0xa1b23c4d, true],
  [0xd4c3b2a1, false],
  [0x4d3cb2a1, false],
])

/** Whether the file begins as a pcap does, and in which byte order; undefined where it is none. */
export function findPcap(file: Uint8Array): Bytes | undefined {
  if (file.byteLength < 4) return undefined
  const littleEndian = orders.get(u32(bytesOf(file, true), 0))
  return littleEndian === undefined ? undefined : bytesOf(file, littleEndian)
}

/** The frames of a pcap (draft-ietf-opsawg-pcap), as far as the file goes. */
export function* readPcap(bytes: Bytes): Generator<FrameOrCut> {
  if (!hasBytes(bytes, 0, headerLength)) return yield { kind: 'cut', cut: { why: 'cut block', at: 0 } }
  // The upper bits say how long a frame check sequence is.
  const linkType = u32(bytes, 20) & 0x0fff_ffff & 0xffff
  let at = headerLength
  for (let number = 1; at < bytes.view.byteLength; number++) {
    if (!hasBytes(bytes, at, recordLength)) return yield { kind: 'cut', cut: { why: 'cut frame', at } }
    const kept = u32(bytes, at + 8)
    const length = u32(bytes, at + 12)
    if (kept > longestFrame) return yield { kind: 'cut', cut: { why: 'bad length', at } }
    const begins = at + recordLength
    const there = Math.min(kept, bytes.view.byteLength - begins)
    yield { kind: 'frame', frame: { number, linkType, at: begins, kept: there, length } }
    if (there < kept) return yield { kind: 'cut', cut: { why: 'cut frame', at } }
    at = begins + kept
  }
}
