import { type Bytes, bytesOf, hasBytes, u16, u32 } from './bytes'
import { type FrameOrCut, longestFrame } from './frame'

const sectionHeader = 0x0a0d0d0a
const interfaceDescription = 1
const obsoletePacket = 2
const simplePacket = 3
const enhancedPacket = 6

const leastBlock = 12
const byteOrderMagic = 0x1a2b3c4d

export function isPcapng(file: Uint8Array): boolean {
  return file.byteLength >= 4 && u32(bytesOf(file, true), 0) === sectionHeader
}

type Interface = { readonly linkType: number; readonly snapLength: number }

/** The frames of a pcapng (draft-ietf-opsawg-pcapng) over all its sections and interfaces, as far as the file goes. */
export function* readPcapng(file: Uint8Array): Generator<FrameOrCut> {
  let bytes = bytesOf(file, true)
  let interfaces: Interface[] = []
  let number = 0
  let at = 0
  while (at < file.byteLength) {
    if (!hasBytes(bytes, at, leastBlock)) return yield { kind: 'cut', cut: { why: 'cut block', at } }
    const type = u32(bytes, at)
    if (type === sectionHeader) {
      const order = orderAt(file, at)
      if (order === undefined) return yield { kind: 'cut', cut: { why: 'unknown block order', at } }
      bytes = bytesOf(file, order)
      interfaces = []
    }
    const length = u32(bytes, at + 4)
    if (length < leastBlock || length % 4 !== 0) return yield { kind: 'cut', cut: { why: 'bad length', at } }
    const isCut = at + length > file.byteLength
    const end = isCut ? file.byteLength : at + length - 4
    if (type === interfaceDescription && hasBytes(bytes, at, 16)) {
      interfaces.push({ linkType: u16(bytes, at + 8), snapLength: u32(bytes, at + 12) })
    }
    const packet = packetAt(bytes, type, at, end, interfaces)
    if (packet !== undefined) {
      number += 1
      yield { kind: 'frame', frame: { number, ...packet } }
    }
    if (isCut) return yield { kind: 'cut', cut: { why: 'cut block', at } }
    at += length
  }
}

function orderAt(file: Uint8Array, at: number): boolean | undefined {
  if (u32(bytesOf(file, true), at + 8) === byteOrderMagic) return true
  return u32(bytesOf(file, false), at + 8) === byteOrderMagic ? false : undefined
}

type Packet = { readonly linkType: number; readonly at: number; readonly kept: number; readonly length: number }

/** An interface that no block describes: its frames count, and nothing in them is read. */
const undescribed: Interface = { linkType: -1, snapLength: 0 }

/** The packet of a block whose body ends before `end`, or undefined where the block carries none. */
function packetAt(
  bytes: Bytes,
  type: number,
  at: number,
  end: number,
  interfaces: readonly Interface[],
): Packet | undefined {
  if (type === enhancedPacket || type === obsoletePacket) {
    const begins = at + 28
    if (begins > end) return undefined
    const place = type === enhancedPacket ? u32(bytes, at + 8) : u16(bytes, at + 8)
    const { linkType } = interfaces[place] ?? undescribed
    const kept = Math.min(u32(bytes, at + 20), end - begins, longestFrame)
    return { linkType, at: begins, kept, length: u32(bytes, at + 24) }
  }
  if (type !== simplePacket) return undefined
  const begins = at + 12
  if (begins > end) return undefined
  const { linkType, snapLength } = interfaces[0] ?? undescribed
  const length = u32(bytes, at + 8)
  const kept = Math.min(length, snapLength === 0 ? length : snapLength, end - begins, longestFrame)
  return { linkType, at: begins, kept, length }
}
