import { readStateName } from '@/lib/tcp/names'
import type { State } from '@/lib/tcp/states'

/** One socket of a listing: the state it is in and what it is between; the peer is null where the listing names none. */
export type Socket = { readonly state: State; readonly local: string; readonly peer: string | null }

const listers = ['ss', 'netstat', '/proc/net/tcp'] as const

export type Listing = {
  readonly lister: (typeof listers)[number]
  readonly sockets: readonly Socket[]
  /** Lines that name no state of TCP's. */
  readonly skipped: number
}

const mostLines = 200_000

/**
 * Reads what `ss -tan`, `netstat -tan` (Linux, the BSDs and macOS, Windows) or /proc/net/tcp and tcp6 print, whatever
 * the names of the states; undefined where no line of it is a socket. States are read by lib/tcp/names.ts.
 */
export function readListing(text: string): Listing | undefined {
  const lines = text.split(/\r?\n/, mostLines).filter((line) => line.trim() !== '')
  const kernel = lines.map(readKernelLine).filter((socket) => socket !== undefined)
  if (kernel.length > 0) return { lister: '/proc/net/tcp', sockets: kernel, skipped: lines.length - kernel.length }
  const read = lines.map(readLine)
  const sockets = read.filter((socket) => socket !== undefined)
  if (sockets.length === 0) return undefined
  const isNetstat = lines.some((line) => /^\s*(tcp|TCP)/.test(line))
  return { lister: isNetstat ? 'netstat' : 'ss', sockets, skipped: lines.length - sockets.length }
}

/** An address with its port, as the listers write them: `1.2.3.4:80`, `[::1]:80`, `*.80`, `fe80::1%lo0.80`. */
const address = /^(\[?[\w.:*%-]*\]?[:.](?:\d+|\*|[a-z][\w-]*))$/i

/** No name of a state has more letters, and none of the listers prints longer lines: what is longer is no listing. */
const longestWord = 64
const longestLine = 4000

/** A line of ss or netstat: one word is a state, and the words that look like addresses are the local one and the peer. */
function readLine(line: string): Socket | undefined {
  if (line.length > longestLine) return undefined
  const words = line.trim().split(/\s+/, 16)
  const isNetstat = /^tcp/i.test(words[0] ?? '')
  const at = isNetstat ? words.findLastIndex((word, index) => index > 0 && isState(word)) : 0
  const word = words[at]
  const read = word === undefined || word.length > longestWord ? undefined : readStateName(word)
  if (read?.kind !== 'state') return undefined
  const places = words.filter((one, index) => index !== at && index > 0 && address.test(one))
  const [local, peer = null] = places
  return local === undefined ? undefined : { state: read.state, local, peer }
}

function isState(word: string): boolean {
  return word.length <= longestWord && !/\d{2,}|[:]/.test(word) && readStateName(word).kind === 'state'
}

/** The numbers of include/net/tcp_states.h; they are Linux's own, and no other system's. */
const kernelStates: Readonly<Record<string, State>> = {
  '01': 'ESTABLISHED',
  '02': 'SYN-SENT',
  '03': 'SYN-RECEIVED',
  '04': 'FIN-WAIT-1',
  '05': 'FIN-WAIT-2',
  '06': 'TIME-WAIT',
  '07': 'CLOSED',
  '08': 'CLOSE-WAIT',
  '09': 'LAST-ACK',
  '0A': 'LISTEN',
  '0B': 'CLOSING',
  '0C': 'SYN-RECEIVED',
}

const kernelLine =
  /^\s*\d+:\s+([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})\s+([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})\s+([0-9A-F]{2})\s/i

function readKernelLine(line: string): Socket | undefined {
  const found = kernelLine.exec(line)
  if (found === null) return undefined
  const [, localHost = '', localPort = '', peerHost = '', peerPort = '', number = ''] = found
  const state = kernelStates[number.toUpperCase()]
  if (state === undefined) return undefined
  return { state, local: kernelName(localHost, localPort), peer: kernelName(peerHost, peerPort) }
}

/** Addresses stand as words of 32 bits in the order of the host that prints them: little-endian, as nearly all are. */
function kernelName(host: string, port: string): string {
  const octets = (host.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse())
  const number = Number.parseInt(port, 16)
  if (octets.length === 4) return `${octets.map((octet) => Number.parseInt(octet, 16)).join('.')}:${number}`
  const groups = Array.from({ length: 8 }, (_, index) => `${octets[index * 2]}${octets[index * 2 + 1]}`)
  return `[${groups
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
    .replace(/(^|:)0(:0)+(:|$)/, '::')}]:${number}`
}
