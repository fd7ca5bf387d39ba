import { decodeText } from '@/lib/capture/decode-text'
import { readingCapture } from '@/lib/capture/read-capture'
import { readListing } from '@/lib/capture/read-listing'
import { readTcpdump } from '@/lib/capture/read-tcpdump'
import { type Conversation, conversationsIn } from '@/lib/observer/observe-capture'
import { type Observation, observeConnection } from '@/lib/observer/observe-connection'
import type { Passed } from '@/lib/observer/passed'
import { playSample } from '@/lib/observer/samples'
import { type Asked, type Told, windowAt, windowLength } from './trace-message'

/** How many conversations are listed; a scan has one for each port. */
const mostListed = 500

let conversations: readonly Conversation[] = []
let opened: Opened | null = null

/** One conversation, observed; `marked` are the places of its marked segments. */
type Opened = {
  readonly at: number
  readonly seen: readonly Observation[]
  readonly marked: readonly number[]
  readonly impossible: number
}

function tell(told: Told): void {
  postMessage(told)
}

function hold(passed: readonly Passed[], about: { frames: number; skipped: number; isCut: boolean }): void {
  conversations = conversationsIn(passed)
  opened = null
  const listed = conversations.slice(0, mostListed)
  tell({
    kind: 'capture',
    ...about,
    conversations: listed.map(({ ends, passed: all }) => ({ ends, count: all.length })),
    more: conversations.length - listed.length,
  })
  if (conversations.length > 0) open(0, 0, null)
}

function readFile(octets: ArrayBuffer): void {
  const reading = readingCapture(new Uint8Array(octets))
  let step = reading.next()
  while (step.done !== true) {
    tell({ kind: 'progress', stage: 'reading', percent: Math.floor((100 * step.value.done) / octets.byteLength) })
    step = reading.next()
  }
  const capture = step.value
  if (capture.kind === 'refused') {
    // It may be what a tool has printed, kept in a file.
    readText(decodeText(new Uint8Array(octets)), 'refused')
  } else {
    const { frames, segments, cut } = capture
    hold(segments, { frames, skipped: frames - segments.length, isCut: cut !== null })
  }
}

function readText(text: string, unread: 'refused' | 'unread'): void {
  const dump = readTcpdump(text)
  const listing = dump === undefined ? readListing(text) : undefined
  if (dump !== undefined) hold(dump.segments, { frames: dump.lines, skipped: dump.skipped, isCut: false })
  else if (listing !== undefined) tell({ kind: 'listing', listing })
  else tell({ kind: 'refused', why: text.trim() === '' ? 'empty' : unread })
}

/** How many segments are observed between two words of how far it is. */
const observedAtOnce = 5000

function observe({ passed }: Conversation): readonly Observation[] {
  const seen: Observation[] = []
  if (passed.length > observedAtOnce) tell({ kind: 'progress', stage: 'observing', percent: 0 })
  for (const one of observeConnection(passed)) {
    seen.push(one)
    if (seen.length % observedAtOnce > 0) continue
    tell({ kind: 'progress', stage: 'observing', percent: Math.floor((100 * seen.length) / passed.length) })
  }
  return seen
}

function opening(at: number): Opened | null {
  const conversation = conversations[at]
  if (conversation === undefined) return null
  if (opened?.at === at) return opened
  const seen = observe(conversation)
  const marked = seen.flatMap(({ marks }, place) => (marks.length > 0 ? [place] : []))
  const impossible = seen.filter(({ marks }) => marks.some(({ kind }) => kind === 'impossible')).length
  opened = { at, seen, marked, impossible }
  return opened
}

function open(at: number, from: number, current: number | null): void {
  const found = opening(at)
  if (found === null) return
  const { seen, marked, impossible } = found
  tell({
    kind: 'window',
    conversation: at,
    from,
    count: seen.length,
    seen: seen.slice(from, from + windowLength),
    current,
    marked: marked.length,
    impossible,
  })
}

function seek(at: number, after: number): void {
  const marked = opening(at)?.marked ?? []
  const next = marked.find((place) => place > after) ?? marked[0]
  if (next !== undefined) open(at, windowAt(next), next)
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  switch (data.kind) {
    case 'file':
      return readFile(data.octets)
    case 'text':
      return readText(data.text, 'unread')
    case 'sample':
      return sampled(data.sample)
    case 'open':
      return open(data.conversation, data.from, data.current)
    case 'seek':
      return seek(data.conversation, data.after)
  }
})

function sampled(sample: Parameters<typeof playSample>[0]): void {
  const passed = playSample(sample)
  hold(passed, { frames: passed.length, skipped: 0, isCut: false })
}
