import type { Say } from '../i18n/say'
import type { Body } from '../items/item'
import { faultyTrace, impossibleIn } from '../items/kinds/impossible-segment'
import { passedSoFar, senderOf } from '../items/kinds/states-of-trace'
import { observed, traceOf } from '../items/traces'
import type { Broken } from '../observer/mark'
import type { Passed } from '../observer/passed'
import type { Side } from '../tcp/peers/configuration'
import { formatSegment } from '../tcp/segment'
import { marked } from './machine-words'
import type { SequenceRow } from './presented-item'

type BodyOfKind<K extends Body['kind']> = Extract<Body, { kind: K }>

/** What passed one point of the network, in that order, and not a word of any state. */
function presentTrace(trace: readonly Passed[]): readonly SequenceRow[] {
  return trace.map(({ from, segment }, index) => ({
    A: null,
    B: null,
    note: null,
    arrow: { from: sideOf(from), segment: formatSegment(segment), number: index + 1, way: 'whole' },
  }))
}

/** The same with what the observer says: in each row the states that a peer can be in then, where they are others. */
function presentObserved(trace: readonly Passed[]): readonly SequenceRow[] {
  const rows = presentTrace(trace)
  const last = { A: '', B: '' }
  return observed(trace).map(({ passed, sender, receiver }, index) => {
    const row = rows[index]
    if (row === undefined) throw new Error('More was observed than has passed')
    const states = passed.from === 'A' ? { A: sender, B: receiver } : { A: receiver, B: sender }
    const told = (side: Side) => {
      const now = states[side].join(' ')
      if (now === last[side]) return null
      last[side] = now
      return now
    }
    return { ...row, A: told('A'), B: told('B') }
  })
}

/** The trace of a question about one: as it is asked. */
export function presentAskedTrace(body: BodyOfKind<'impossible-segment' | 'states-of-trace'>): readonly SequenceRow[] {
  return presentTrace(body.kind === 'impossible-segment' ? faultyTrace(body) : passedSoFar(body))
}

/** The trace as it explains the answer: what was right in the place of the impossible segment, and the states. */
export function presentToldTrace(
  say: Say,
  body: BodyOfKind<'impossible-segment' | 'states-of-trace'>,
): readonly SequenceRow[] {
  if (body.kind === 'states-of-trace') return presentObserved(passedSoFar(body))
  const wrong = faultyTrace(body)[body.at]
  return presentObserved(traceOf(body.path, body.isns)).map((row, index) =>
    index !== body.at || wrong === undefined
      ? row
      : {
          ...row,
          note: {
            side: sideOf(wrong.from),
            text: say('item.trace.instead', { segment: marked(formatSegment(wrong.segment)) }),
          },
        },
  )
}

/** The impossible segment of a sound question: its number, who sends it, how it is written, and the rule that it breaks. */
export function impossibleOf(body: BodyOfKind<'impossible-segment'>) {
  const found = impossibleIn(body)
  const passed = faultyTrace(body)[body.at]
  if (found?.at !== body.at || passed === undefined) throw new Error('The fault of a trace does not show')
  return {
    number: found.at + 1,
    peer: sideOf(passed.from),
    segment: formatSegment(passed.segment),
    rule: found.rule,
  }
}

/** What a line about so much of a trace names: its path, how many segments have passed, and whose states are meant. */
export function sightValues(
  say: Say,
  { path, passed, peer }: Pick<BodyOfKind<'states-of-trace'>, 'path' | 'passed' | 'peer'>,
) {
  return { path: say(`item.paths.${path}`), passed, peer }
}

/** Why a set is what it is, by who has sent the last segment. */
export function traceGround(say: Say, body: BodyOfKind<'states-of-trace'>): string {
  const ground = senderOf(body) === body.peer ? 'state-of-sender' : 'state-of-receiver'
  return say(`item.grounds.${ground}`, { peer: body.peer })
}

/** Why no correct endpoint sends what breaks this rule, as a clause. */
export function brokenWords(say: Say, rule: Broken): string {
  return say(`item.trace.broken.${rule.replace(/[^A-Za-z0-9]+/g, '-')}`)
}

function sideOf(name: string): Side {
  return name === 'A' ? 'A' : 'B'
}
