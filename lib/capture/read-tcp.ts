import { type ControlBit, controlBits, type Segment } from '@/lib/tcp/segment'

/** A TCP header as it was captured, with the ports and what its options say of the window. */
export type TcpHeader = {
  readonly sourcePort: number
  readonly destinationPort: number
  readonly segment: Segment
  readonly window: number
  readonly scale: number | null | 'unknown'
  readonly headerLength: number
}

const bitAt: Record<ControlBit, number> = { FIN: 1, SYN: 2, RST: 4, PSH: 8, ACK: 16, URG: 32 }

const ctlOf: readonly (readonly ControlBit[])[] = Array.from({ length: 64 }, (_, field) =>
  controlBits.filter((bit) => (field & bitAt[bit]) !== 0),
)

/**
 * Reads the TCP header at `at` of a payload that is `length` octets long by the IP header. Undefined where the fixed part
 * is cut off, or where the header says that it is shorter than that or longer than the payload.
 */
export function readTcp(octets: DataView, at: number, length: number): TcpHeader | undefined {
  if (octets.byteLength < at + 20 || length < 20) return undefined
  const headerLength = (octets.getUint8(at + 12) >> 4) * 4
  if (headerLength < 20 || headerLength > length) return undefined
  const ctl = ctlOf[octets.getUint8(at + 13) & 63] ?? []
  const hasAck = ctl.includes('ACK')
  return {
    sourcePort: octets.getUint16(at),
    destinationPort: octets.getUint16(at + 2),
    segment: {
      seq: octets.getUint32(at + 4),
      ack: hasAck ? octets.getUint32(at + 8) : null,
      ctl,
      len: length - headerLength,
    },
    window: octets.getUint16(at + 14),
    scale: ctl.includes('SYN') ? scaleIn(octets, at + 20, at + headerLength) : null,
    headerLength,
  }
}

/** The shift of the window scale option (RFC 7323 2.2), null where there is none, unknown where the options are cut off. */
function scaleIn(octets: DataView, from: number, to: number): number | null | 'unknown' {
  let at = from
  while (at < to) {
    if (at >= octets.byteLength) return 'unknown'
    const kind = octets.getUint8(at)
    if (kind === 0) return null
    if (kind === 1) {
      at += 1
      continue
    }
    if (at + 1 >= octets.byteLength) return 'unknown'
    const length = octets.getUint8(at + 1)
    // An option that is shorter than its own two octets would never end.
    if (length < 2) return 'unknown'
    if (kind === 3 && length === 3)
      return at + 2 < octets.byteLength ? Math.min(14, octets.getUint8(at + 2)) : 'unknown'
    at += length
  }
  return null
}
