/** Where the IP header of a frame begins; undefined where the frame carries none. All numbers here are network order. */
export function findIp(octets: DataView, linkType: number): number | undefined {
  switch (linkType) {
    case 0: // NULL: the family in the order of the host that captured
      return (
        familyAt(octets, octets.byteLength >= 4 ? octets.getUint32(0, true) : -1) ?? familyAt(octets, wordAt(octets))
      )
    case 108: // LOOP: the family in network order
      return familyAt(octets, wordAt(octets))
    case 1: // ETHERNET
      return afterTypes(octets, 12)
    case 12: // RAW, as some systems number it
    case 14:
    case 101: // RAW
    case 228: // IPV4
    case 229: // IPV6
      return 0
    case 113: // LINUX_SLL
      return afterTypes(octets, 14)
    case 276: // LINUX_SLL2
      return isIp(typeAt(octets, 0)) ? 20 : typeAt(octets, 0) === 0x8100 ? afterTypes(octets, 22) : undefined
    default:
      return undefined
  }
}

function wordAt(octets: DataView): number {
  return octets.byteLength >= 4 ? octets.getUint32(0) : -1
}

/** AF_INET, and AF_INET6 as the systems number it. */
function familyAt(octets: DataView, family: number): number | undefined {
  return octets.byteLength >= 4 && [2, 10, 24, 28, 30].includes(family) ? 4 : undefined
}

function typeAt(octets: DataView, at: number): number {
  return octets.byteLength >= at + 2 ? octets.getUint16(at) : -1
}

function isIp(type: number): boolean {
  return type === 0x0800 || type === 0x86dd
}

const vlanTags: readonly number[] = [0x8100, 0x88a8, 0x9100, 0x9200]

/** No frame has more tags than this; each is skipped once. */
const mostTags = 8

/** Past the EtherType at `at` and the VLAN tags that it may begin. */
function afterTypes(octets: DataView, at: number): number | undefined {
  for (let tag = 0; tag <= mostTags; tag++) {
    const type = typeAt(octets, at + tag * 4)
    if (isIp(type)) return at + tag * 4 + 2
    if (!vlanTags.includes(type)) return undefined
  }
  return undefined
}
