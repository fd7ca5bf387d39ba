import { readingCapture } from '@/lib/capture/read-capture'
import { readListing } from '@/lib/capture/read-listing'
import { readTcpdump } from '@/lib/capture/read-tcpdump'
import { type Conversation, conversationsIn } from '@/lib/observer/observe-capture'
import { type Observation, observeConnection } from '@/lib/observer/observe-connection'
import type { Passed } from '@/lib/observer/passed'
import { playSample } from '@/lib/observer/samples'
import { type Asked, type Told, windowLength } from './trace-message'

/** How many conversations are listed; a scan has one for each port. */
const mostListed = 500

let conversations: readonly Conversation[] = []
let opened: { readonly at: number; readonly seen: readonly Observation[] } | null = null

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
  if (conversations.length > 0) open(0, 0)
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
    tell({ kind: 'refused', why: capture.why === 'empty' ? 'empty' : 'refused' })
  } else {
    const { frames, segments, cut } = capture
    hold(segments, { frames, skipped: frames - segments.length, isCut: cut !== null })
  }
}

function readText(text: string): void {
  const dump = readTcpdump(text)
  const listing = dump === undefined ? readListing(text) : undefined
  if (dump !== undefined) hold(dump.segments, { frames: dump.lines, skipped: dump.skipped, isCut: false })
  else if (listing !== undefined) tell({ kind: 'listing', listing })
  else tell({ kind: 'refused', why: text.trim() === '' ? 'empty' : 'unread' })
}

/** How many segments are observed between two words of how far it is. */
const observedAtOnce = 5000

function observe({ passed }: Conversation): readonly Observation[] {
  const seen: Observation[] = []
  for (const one of observeConnection(passed)) {
    seen.push(one)
    if (seen.length % observedAtOnce > 0) continue
    tell({ kind: 'progress', stage: 'observing', percent: Math.floor((100 * seen.length) / passed.length) })
  }
  return seen
}

function open(at: number, from: number): void {
  const conversation = conversations[at]
  if (conversation === undefined) return
  if (opened?.at !== at) opened = { at, seen: observe(conversation) }
  const { seen } = opened
  tell({ kind: 'window', conversation: at, from, count: seen.length, seen: seen.slice(from, from + windowLength) })
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  switch (data.kind) {
    case 'file':
      return readFile(data.octets)
    case 'text':
      return readText(data.text)
    case 'sample':
      return sampled(data.sample)
    case 'open':
      return open(data.conversation, data.from)
  }
})

function sampled(sample: Parameters<typeof playSample>[0]): void {
  const passed = playSample(sample)
  hold(passed, { frames: passed.length, skipped: 0, isCut: false })
}
