import { BlockList, isIP } from 'node:net'

/** Whether a text names a network: an address, or one with the length of its prefix, as 192.0.2.0/24 or 2001:db8::/32. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  if (bits === 0 || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)
}

/** Whether an address is in one of these networks; what is no network holds nobody. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  const family = familyOf(address)
  if (family === null) return false
  const list = new BlockList()
  for (const network of networks.filter(isNetwork)) {
    const [base = '', prefix] = network.split('/')
    const its = familyOf(base)
    if (its === null) continue
    if (prefix === undefined) list.addAddress(base, its)
    else list.addSubnet(base, Number(prefix), its)
  }
  return list.check(address, family)
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address)
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6'
}
