import { readListing } from '../capture/read-listing'
import { type Pile, pilesIn } from '../observer/findings'
import { namesInTheWild, type Writer } from '../tcp/names'
import type { State } from '../tcp/states'
import { type Random, randomFrom, shuffled } from './random'

/** Who prints the listing: ss and netstat of Linux, netstat of the BSDs and macOS, netstat of Windows. */
export const listers = ['ss', 'netstatLinux', 'bsd', 'windows'] as const satisfies readonly Writer[]

export type Lister = (typeof listers)[number]

/** What is typed to get the listing. */
export const commands = {
  ss: 'ss -tan',
  netstatLinux: 'netstat -tan',
  bsd: 'netstat -an -p tcp',
  windows: 'netstat -an -p TCP',
} as const satisfies Record<Lister, string>

/** The states in which sockets pile up where something is amiss, or seems to be. */
export const piling = [
  'SYN-SENT',
  'SYN-RECEIVED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'LAST-ACK',
  'TIME-WAIT',
] as const satisfies readonly State[]

export type Piling = (typeof piling)[number]

/** What is asked about a pile: what has happened, what takes its sockets on, who must act. */
export const pileAsks = ['happened', 'on', 'who'] as const

type Place = { readonly host: string; readonly port: number | '*' }

type Row = { readonly state: State; readonly local: Place; readonly peer: Place }

/** How many lines are in the state that is meant; in any other there are fewer. */
const pileHeight = 7

/**
 * A part of a listing in which most sockets that are no listeners are in one state. The seed alone decides the rest: whether
 * the host is the server or the client of these connections, addresses (those of RFC 5737) and ports.
 */
export function printSockets({
  lister,
  pile,
  seed,
}: {
  readonly lister: Lister
  readonly pile: Piling
  readonly seed: number
}): string {
  const random = randomFrom(seed)
  const { listening, others } = socketsAround(pile, random)
  return print(lister, [...listening, ...shuffled(others, random)])
}

/** Either end may be the one that closes first: only who opens is always the client. */
function servesIn(pile: Piling, random: Random): boolean {
  if (pile === 'SYN-RECEIVED') return true
  return pile !== 'SYN-SENT' && random() < 0.5
}

const services = [443, 8080, 5432, 6379, 3306] as const

function socketsAround(
  pile: Piling,
  random: Random,
): { readonly listening: readonly Row[]; readonly others: readonly Row[] } {
  const below = (count: number) => Math.floor(random() * count)
  const serves = servesIn(pile, random)
  const service = services[below(services.length)] ?? 443
  const host = `192.0.2.${10 + below(200)}`
  const remote = () => `${random() < 0.5 ? '198.51.100' : '203.0.113'}.${1 + below(254)}`
  const backend = remote()
  const used = new Set<number>()
  const ephemeral = (): number => {
    const port = 32_768 + below(28_000)
    if (used.has(port)) return ephemeral()
    used.add(port)
    return port
  }
  const socket = (state: State): Row =>
    serves
      ? { state, local: { host, port: service }, peer: { host: remote(), port: ephemeral() } }
      : { state, local: { host, port: ephemeral() }, peer: { host: backend, port: service } }
  const listener = (port: number): Row => ({
    state: 'LISTEN',
    local: { host: '0.0.0.0', port },
    peer: { host: '0.0.0.0', port: '*' },
  })
  const shell: Row = { state: 'ESTABLISHED', local: { host, port: 22 }, peer: { host: remote(), port: ephemeral() } }
  return {
    listening: serves ? [listener(22), listener(service)] : [listener(22)],
    others: [shell, socket('ESTABLISHED'), ...Array.from({ length: pileHeight }, () => socket(pile))],
  }
}

function print(lister: Lister, rows: readonly Row[]): string {
  return [headers[lister], ...rows.map((row) => lineOf(lister, row).trimEnd())].join('\n')
}

const headers: Readonly<Record<Lister, string>> = {
  ss: 'State      Recv-Q Send-Q Local Address:Port  Peer Address:Port',
  netstatLinux: 'Proto Recv-Q Send-Q Local Address        Foreign Address      State',
  bsd: 'Proto Recv-Q Send-Q Local Address        Foreign Address      (state)',
  windows: '  Proto  Local Address        Foreign Address      State',
}

function lineOf(lister: Lister, { state, local, peer }: Row): string {
  const name = namesInTheWild[state][lister][0] ?? state
  const [recv, send] = lister === 'ss' || lister === 'netstatLinux' ? queuesOf(state) : [0, 0]
  switch (lister) {
    case 'ss':
      return `${name.padEnd(10)} ${`${recv}`.padEnd(6)} ${`${send}`.padEnd(6)} ${at(local).padEnd(19)} ${at(peer)}`
    case 'netstatLinux':
      return `tcp   ${`${recv}`.padStart(6)} ${`${send}`.padStart(6)} ${at(local).padEnd(20)} ${at(peer).padEnd(20)} ${name}`
    case 'bsd':
      return `tcp4  ${`${recv}`.padStart(6)} ${`${send}`.padStart(6)} ${dotted(local).padEnd(20)} ${dotted(peer).padEnd(20)} ${name}`
    case 'windows':
      return `  TCP    ${at(local).padEnd(20)} ${at({ ...peer, port: peer.port === '*' ? 0 : peer.port }).padEnd(20)} ${name}`
  }
}

/** What Linux shows as waiting: the peer's FIN counts as one that nobody has read, and our SYN or FIN as one unacknowledged. */
function queuesOf(state: State): readonly [recv: number, send: number] {
  if (state === 'LISTEN') return [0, 128]
  if (state === 'CLOSE-WAIT') return [1, 0]
  return state === 'SYN-SENT' || state === 'FIN-WAIT-1' || state === 'LAST-ACK' ? [0, 1] : [0, 0]
}

function at({ host, port }: Place): string {
  return `${host}:${port}`
}

function dotted({ host, port }: Place): string {
  return host === '0.0.0.0' ? `*.${port}` : `${host}.${port}`
}

/** The state in which a listing has most sockets, but for those that listen or are open; null where it has none such. */
export function pileIn(listing: string): State | null {
  const piles: readonly Pile[] = pilesIn(readListing(listing)?.sockets ?? [])
  const others = piles.filter(({ state }) => state !== 'LISTEN' && state !== 'ESTABLISHED')
  return others.toSorted((one, other) => other.count - one.count)[0]?.state ?? null
}
