// How many frames of a capture one core reads into segments in a second, beside only walking from frame to frame; and how
// many segments it observes: of short connections, of one long one, and of a storm of resets.
import { frameOf, pcapOf } from '../lib/capture/make-pcap.testing'
import { readCapture } from '../lib/capture/read-capture'
import { findPcap, readPcap } from '../lib/capture/read-pcap'
import { observeCapture } from '../lib/observer/observe-capture'
import type { Passed } from '../lib/observer/passed'
import { playSample } from '../lib/observer/samples'
import { coreRate } from './measure/core-rate'
import { report } from './measure/report'

const count = 20_000
const closed = playSample('close')

const file = pcapOf(
  Array.from({ length: count }, (_, index) => {
    const { from, segment } = closed[index % closed.length] ?? {
      from: '',
      segment: { seq: 0, ack: 0, ctl: [], len: 0 },
    }
    return frameOf({ fromA: from === closed[0]?.from, segment })
  }),
)

/** The same connection between ever other ports. */
const short: readonly Passed[] = Array.from({ length: Math.floor(count / closed.length) }, (_, index) => {
  const other = (name: string) => name.replace(':40001', `:${10_000 + index}`)
  return closed.map((passed) => ({ ...passed, from: other(passed.from), to: other(passed.to) }))
}).flat()

/** What a client sends and a server acknowledges, or answers by a reset. */
function exchanged(answers: 'ACK' | 'RST'): readonly Passed[] {
  const [a, b] = ['10.0.0.1:40001', '10.0.0.2:80']
  return Array.from({ length: count }, (_, index): Passed => {
    const turn = Math.floor(index / 2)
    const [asks, seq] = [index % 2 === 0, 1000 + turn * 100]
    const bare = { frame: index + 1, from: asks ? a : b, to: asks ? b : a, window: 60_000, scale: null, id: null }
    if (asks) return { ...bare, segment: { seq, ack: 9000, ctl: ['ACK'], len: 100 } }
    if (answers === 'RST') return { ...bare, segment: { seq: 9000 + turn, ack: null, ctl: ['RST'], len: 0 } }
    return { ...bare, segment: { seq: 9000, ack: seq + 100, ctl: ['ACK'], len: 0 } }
  })
}

function observed(segments: readonly Passed[]): number {
  return coreRate(() => {
    let lines = 0
    for (const line of observeCapture(segments)) lines += line.marks.length >= 0 ? 1 : 0
    return lines
  }, 1000)
}

const walked = coreRate(() => {
  const bytes = findPcap(file)
  let frames = 0
  if (bytes !== undefined) for (const read of readPcap(bytes)) if (read.kind === 'frame') frames += 1
  return frames
})
const read = coreRate(() => {
  const capture = readCapture(file)
  return capture.kind === 'capture' ? capture.segments.length : 0
})

report('observe', [
  { name: 'frames walked', measured: walked, unit: '/s' },
  { name: 'frames read into segments', measured: read, unit: '/s' },
  { name: 'read / walked', measured: read / walked, unit: '' },
  { name: 'segments observed, short connections', measured: observed(short), unit: '/s' },
  { name: 'segments observed, one long connection', measured: observed(exchanged('ACK')), unit: '/s' },
  { name: 'segments observed, a storm of resets', measured: observed(exchanged('RST')), unit: '/s' },
])
