/** What an IP header says: the addresses, where its payload begins, and how long that is by the header's own word. */
export type Internet = {
  readonly from: string
  readonly to: string
  readonly at: number
  readonly length: number
  /** The identification of an IPv4 header; null for IPv6. */
  readonly id: number | null
  /** Whether more fragments follow; those after the first carry no TCP header. */
  readonly fragment: { readonly key: string; readonly offset: number; readonly more: boolean } | null
}

export type NoTcp = 'not IP' | 'not TCP' | 'cut header'

const tcp = 6

/** Reads the IP header at `at`; `wire` is how many octets the frame had from there on the wire. */
export function readInternet(octets: DataView, at: number, wire: number): Internet | NoTcp {
  if (octets.byteLength <= at) return 'cut header'
  const version = octets.getUint8(at) >> 4
  if (version === 4) return readVersion4(octets, at, wire)
  return version === 6 ? readVersion6(octets, at, wire) : 'not IP'
}

function readVersion4(octets: DataView, at: number, wire: number): Internet | NoTcp {
  if (octets.byteLength < at + 20) return 'cut header'
  const header = (octets.getUint8(at) & 15) * 4
  if (header < 20) return 'not IP'
  if (octets.getUint8(at + 9) !== tcp) return 'not TCP'
  // Offloaded segments longer than the field can say have 0 in it.
  const told = octets.getUint16(at + 2)
  const total = told === 0 ? wire : Math.min(told, Math.max(wire, header))
  const field = octets.getUint16(at + 6)
  const id = octets.getUint16(at + 4)
  const [from, to] = [address4(octets, at + 12), address4(octets, at + 16)]
  const offset = (field & 0x1fff) * 8
  const more = (field & 0x2000) !== 0
  const fragment = offset > 0 || more ? { key: `${from} ${to} ${id}`, offset, more } : null
  return { from, to, at: at + header, length: Math.max(0, total - header), id, fragment }
}

function address4(octets: DataView, at: number): string {
  return `${octets.getUint8(at)}.${octets.getUint8(at + 1)}.${octets.getUint8(at + 2)}.${octets.getUint8(at + 3)}`
}

/** Hop-by-hop, routing, destination options, mobility, HIP and shim6: each says how long it is. */
const extensions: readonly number[] = [0, 43, 60, 135, 139, 140]
const fragmentHeader = 44
const authentication = 51

function readVersion6(octets: DataView, at: number, wire: number): Internet | NoTcp {
  if (octets.byteLength < at + 40) return 'cut header'
  const told = octets.getUint16(at + 4)
  const end = at + 40 + (told === 0 ? Math.max(0, wire - 40) : Math.min(told, Math.max(0, wire - 40)))
  const [from, to] = [address6(octets, at + 8), address6(octets, at + 24)]
  let fragment: Internet['fragment'] = null
  let next = octets.getUint8(at + 6)
  let place = at + 40
  while (next !== tcp) {
    if (octets.byteLength < place + 8)
      return extensions.includes(next) || next === fragmentHeader ? 'cut header' : 'not TCP'
    const following = octets.getUint8(place)
    if (next === fragmentHeader) {
      const field = octets.getUint16(place + 2)
      const [offset, more] = [field & 0xfff8, (field & 1) !== 0]
      if (offset > 0 || more) fragment = { key: `${from} ${to} ${octets.getUint32(place + 4)}`, offset, more }
      place += 8
      if (offset > 0)
        return following === tcp
          ? { from, to, at: place, length: Math.max(0, end - place), id: null, fragment }
          : 'not TCP'
    } else if (extensions.includes(next)) place += (octets.getUint8(place + 1) + 1) * 8
    else if (next === authentication) place += (octets.getUint8(place + 1) + 2) * 4
    else return 'not TCP'
    next = following
  }
  return { from, to, at: place, length: Math.max(0, end - place), id: null, fragment }
}

/** RFC 5952: lower case, no leading zeros, the longest run of two or more zeros once shortened. */
function address6(octets: DataView, at: number): string {
  const groups = Array.from({ length: 8 }, (_, index) => octets.getUint16(at + index * 2))
  let [best, bestLength] = [-1, 1]
  for (let from = 0; from < 8; from++) {
    let length = 0
    while (from + length < 8 && groups[from + length] === 0) length++
    if (length > bestLength) [best, bestLength] = [from, length]
  }
  const hex = (some: readonly number[]) => some.map((group) => group.toString(16)).join(':')
  return best === -1 ? hex(groups) : `${hex(groups.slice(0, best))}::${hex(groups.slice(best + bestLength))}`
}
