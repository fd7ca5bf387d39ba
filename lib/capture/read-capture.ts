import type { Captured } from './captured'
import type { Cut, FrameOrCut } from './frame'
import { type Internet, type NoTcp, readInternet } from './internet'
import { findIp } from './link'
import { findPcap, readPcap } from './read-pcap'
import { isPcapng, readPcapng } from './read-pcapng'
import { readTcp } from './read-tcp'

/** Why a frame gave no segment. */
const skips = ['unknown link', 'not IP', 'not TCP', 'cut header', 'later fragment', 'bad header'] as const

export type Skip = (typeof skips)[number]

export type Capture =
  | {
      readonly kind: 'capture'
      readonly frames: number
      readonly segments: readonly Captured[]
      readonly skipped: Readonly<Record<Skip, number>>
      /** Why it was read no further, or null where it was read to its end. */
      readonly cut: Cut | null
    }
  | { readonly kind: 'refused'; readonly why: 'not a capture' | 'empty' }

/** How far a reader has come: octets of the file. */
export type Progress = { readonly done: number }

const stride = 4096

/**
 * Reads a pcap or pcapng into its TCP segments, as far as it goes. It yields now and then how far it has come, so that
 * whoever runs it can say so; memory grows with the segments, never with what a length claims.
 */
export function* readingCapture(file: Uint8Array): Generator<Progress, Capture> {
  const frames = framesOf(file)
  if (frames === undefined) return { kind: 'refused', why: file.byteLength === 0 ? 'empty' : 'not a capture' }
  const skipped: Record<Skip, number> = {
    'unknown link': 0,
    'not IP': 0,
    'not TCP': 0,
    'cut header': 0,
    'later fragment': 0,
    'bad header': 0,
  }
  const segments: Captured[] = []
  const fragments: Fragments = new Map()
  const name = namer()
  let count = 0
  let cut: Cut | null = null
  for (const read of frames) {
    if (read.kind === 'cut') {
      cut = read.cut
      continue
    }
    const { at, kept, length, linkType, number } = read.frame
    count = number
    const octets = new DataView(file.buffer, file.byteOffset + at, kept)
    const found = segmentIn(octets, linkType, Math.max(length, kept), name)
    if (typeof found === 'string') skipped[found] += 1
    else if (found.kind === 'fragment') {
      skipped['later fragment'] += 1
      lengthen(segments, fragments, found.internet)
    } else {
      if (found.internet.fragment !== null)
        remember(fragments, found.internet.fragment.key, segments.length, found.headers)
      segments.push({ frame: number, ...found.captured })
    }
    if (number % stride === 0) yield { done: at }
  }
  return { kind: 'capture', frames: count, segments, skipped, cut }
}

/** Reads a capture in one go. */
export function readCapture(file: Uint8Array): Capture {
  const reading = readingCapture(file)
  for (;;) {
    const step = reading.next()
    if (step.done === true) return step.value
  }
}

function framesOf(file: Uint8Array): Generator<FrameOrCut> | undefined {
  const pcap = findPcap(file)
  if (pcap !== undefined) return readPcap(pcap)
  return isPcapng(file) ? readPcapng(file) : undefined
}

type Found =
  | { readonly kind: 'fragment'; readonly internet: Internet }
  | {
      readonly kind: 'segment'
      readonly internet: Internet
      readonly headers: number
      readonly captured: Omit<Captured, 'frame'>
    }
  | Skip

function segmentIn(octets: DataView, linkType: number, wire: number, name: Namer): Found {
  const ip = findIp(octets, linkType)
  if (ip === undefined) return isKnownLink(linkType) ? 'not IP' : 'unknown link'
  const internet: Internet | NoTcp = readInternet(octets, ip, Math.max(0, wire - ip))
  if (typeof internet === 'string') return internet
  if (internet.fragment !== null && internet.fragment.offset > 0) return { kind: 'fragment', internet }
  const header = readTcp(octets, internet.at, internet.length)
  if (header === undefined) return octets.byteLength < internet.at + 20 ? 'cut header' : 'bad header'
  return {
    kind: 'segment',
    internet,
    headers: header.headerLength,
    captured: {
      from: name(internet.from, header.sourcePort),
      to: name(internet.to, header.destinationPort),
      segment: header.segment,
      window: header.window,
      scale: header.scale,
      id: internet.id,
    },
  }
}

const knownLinks: readonly number[] = [0, 1, 12, 14, 101, 108, 113, 228, 229, 276]

function isKnownLink(linkType: number): boolean {
  return knownLinks.includes(linkType)
}

type Namer = (address: string, port: number) => string

/** One string for each endpoint, however often it is met. */
function namer(): Namer {
  const names = new Map<string, string>()
  return (address, port) => {
    const name = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
    const known = names.get(name)
    if (known !== undefined) return known
    if (names.size < mostNames) names.set(name, name)
    return name
  }
}

const mostNames = 100_000

/** First fragments whose text goes on in others: which segment they gave, and the octets before its text. */
type Fragments = Map<string, { readonly index: number; readonly headers: number }>

const mostFragments = 256

function remember(fragments: Fragments, key: string, index: number, headers: number): void {
  const [oldest] = fragments.keys()
  if (fragments.size >= mostFragments && oldest !== undefined) fragments.delete(oldest)
  fragments.set(key, { index, headers })
}

/** A later fragment says how long the segment is: to its end. */
function lengthen(segments: Captured[], fragments: Fragments, { fragment, length }: Internet): void {
  const first = fragment === null ? undefined : fragments.get(fragment.key)
  const captured = first === undefined ? undefined : segments[first.index]
  if (fragment === null || first === undefined || captured === undefined) return
  const len = Math.max(captured.segment.len, fragment.offset + length - first.headers)
  segments[first.index] = { ...captured, segment: { ...captured.segment, len } }
}
