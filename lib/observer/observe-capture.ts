import type { ControlBit } from '@/lib/tcp/segment'
import type { State } from '@/lib/tcp/states'
import { formatMark } from './mark'
import { type Observation, observeConnection } from './observe-connection'
import type { Passed } from './passed'

/** The segments between two endpoints, in the order in which they passed: every connection that the two have had. */
export type Conversation = { readonly ends: readonly [string, string]; readonly passed: readonly Passed[] }

/** Sorts what passed by its endpoints; the conversations stand in the order of their first segments. */
export function conversationsIn(all: Iterable<Passed>): readonly Conversation[] {
  const found = new Map<string, { readonly ends: readonly [string, string]; readonly passed: Passed[] }>()
  for (const passed of all) {
    const { from, to } = passed
    const key = from < to ? `${from} ${to}` : `${to} ${from}`
    const known = found.get(key)
    if (known === undefined) found.set(key, { ends: [from, to], passed: [passed] })
    else known.passed.push(passed)
  }
  return [...found.values()]
}

/** What the command line prints of a segment. */
export type Line = {
  readonly frame: number
  readonly from: string
  readonly to: string
  readonly ctl: readonly ControlBit[]
  readonly seq: number
  readonly ack: number | null
  readonly len: number
  readonly states: Readonly<Record<string, readonly State[]>>
  readonly marks: readonly string[]
}

function lineOf({ passed, sender, receiver, marks }: Observation): Line {
  const { frame, from, to, segment } = passed
  const { ctl, seq, ack, len } = segment
  const states = from === to ? { [from]: sender } : { [from]: sender, [to]: receiver }
  return { frame, from, to, ctl, seq, ack, len, states, marks: marks.map(formatMark) }
}

/** Observes every conversation of a capture; the lines stand in the order of the file. */
export function* observeCapture(all: readonly Passed[]): Generator<Line> {
  const running = new Map<string, Generator<Observation>>()
  for (const { ends, passed } of conversationsIn(all))
    running.set([...ends].sort().join(' '), observeConnection(passed))
  for (const { from, to } of all) {
    const next = running.get([from, to].sort().join(' '))?.next()
    if (next !== undefined && next.done !== true) yield lineOf(next.value)
  }
}
