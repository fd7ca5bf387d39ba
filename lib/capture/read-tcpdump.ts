import { type ControlBit, controlBits } from '@/lib/tcp/segment'
import { add } from '@/lib/tcp/sequence'
import type { Captured } from './captured'

/**
 * What tcpdump prints, read back. Understood: one line a packet, with or without timestamps, -n or names, -e, -v (the TCP
 * part may stand on a line of its own), IPv4 and IPv6, and numbers absolute (-S) or relative, as they stand after the
 * first segments of each direction. A line that is no TCP segment is skipped and counted.
 */
export type Tcpdump = { readonly segments: readonly Captured[]; readonly lines: number; readonly skipped: number }

/** `A.port > B.port: Flags [S.], seq 1:2, ack 3, win 4, options [...], length 5`. */
const pattern = /(?:^|\s)(\S+)\.([\w-]+) > (\S+)\.([\w-]+): Flags \[([^\]]*)\](.*)$/

const letters: Readonly<Record<string, ControlBit>> = { S: 'SYN', F: 'FIN', R: 'RST', P: 'PSH', U: 'URG', '.': 'ACK' }

const longestLine = 4000

/** Reads the lines of a tcpdump, or undefined where none of them is a TCP segment. */
export function readTcpdump(text: string): Tcpdump | undefined {
  const bases = new Map<string, number>()
  const segments: Captured[] = []
  let lines = 0
  let skipped = 0
  for (const raw of text.split(/\r?\n/)) {
    if (raw.trim() === '') continue
    lines += 1
    const captured = raw.length > longestLine ? undefined : readLine(raw, segments.length + 1, bases)
    if (captured === undefined) skipped += 1
    else segments.push(captured)
  }
  return segments.length === 0 ? undefined : { segments, lines, skipped }
}

function readLine(line: string, frame: number, bases: Map<string, number>): Captured | undefined {
  const found = pattern.exec(line)
  if (found === null) return undefined
  const [, source = '', sourcePort = '', target = '', targetPort = '', flags = '', rest = ''] = found
  const from = nameOf(source, sourcePort)
  const to = nameOf(target, targetPort)
  const ctl = controlBits.filter((bit) => [...flags].some((letter) => letters[letter] === bit))
  const len = numberIn(/\blength (\d+)/, rest) ?? 0
  const [seqTold, seqEnd] = /\bseq (\d+)(?::(\d+))?/.exec(rest)?.slice(1) ?? []
  const ackTold = numberIn(/\back (\d+)/, rest)
  const told = seqTold === undefined ? null : Number(seqTold)
  const hasRange = seqEnd !== undefined
  const isSyn = ctl.includes('SYN')
  const pair = `${from} ${to}`
  const back = `${to} ${from}`
  if (isSyn && told !== null) bases.set(pair, told)
  const seqBase = bases.get(pair) ?? 0
  const ackBase = bases.get(back) ?? 0
  const seq = told === null ? undefined : absolute(told, seqBase, isSyn)
  const ack = ctl.includes('ACK') && ackTold !== undefined ? absolute(ackTold, ackBase, isSyn) : null
  const bare = seq ?? next.get(bases, pair)
  if (bare === undefined && ack === null) return undefined
  const segment = { seq: bare ?? seqBase, ack, ctl: ack === null ? ctl.filter((bit) => bit !== 'ACK') : ctl, len }
  const end = add(
    segment.seq,
    hasRange || len > 0 || isSyn || ctl.includes('FIN') ? len + (isSyn ? 1 : 0) + (ctl.includes('FIN') ? 1 : 0) : 0,
  )
  next.set(bases, pair, end)
  if (ack !== null && next.get(bases, back) === undefined) next.set(bases, back, ack)
  const scale = numberIn(/\bwscale (\d+)/, rest)
  return {
    frame,
    from,
    to,
    segment,
    window: numberIn(/\bwin (\d+)/, rest) ?? null,
    scale: isSyn ? (scale ?? null) : null,
    id: null,
  }
}

/** A bare ACK prints no `seq`: it is numbered where its sender's last segment ended. */
const next = {
  get: (bases: ReadonlyMap<string, number>, pair: string) => bases.get(`next ${pair}`),
  set: (bases: Map<string, number>, pair: string, to: number) => bases.set(`next ${pair}`, to),
}

/**
 * Without -S tcpdump prints the numbers after a SYN relative to it. A number that lies further from 0 than from the
 * initial number is taken as it stands.
 */
function absolute(told: number, base: number, isSyn: boolean): number {
  if (isSyn && told === base) return told >>> 0
  const isRelative = told < relativeLimit && Math.abs(told - base) > told
  return isRelative ? add(base, told) : told >>> 0
}

const relativeLimit = 2 ** 30

function numberIn(shape: RegExp, text: string): number | undefined {
  const found = shape.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

function nameOf(host: string, port: string): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
