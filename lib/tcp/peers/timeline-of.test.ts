import { describe, expect, it } from 'vitest'
import { noTcb } from '../tcb'
import type { Configuration, InFlight } from './configuration'
import { runExperiment } from './experiments'
import { makeMove, type PeerMove, type Step } from './move'
import { rowsOf, timelineOf } from './timeline-of'
import { worldOfTrial } from './trials'

const closed: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: 9,
  duplicates: 9,
}

const passive: PeerMove = {
  kind: 'call',
  side: 'B',
  call: { kind: 'call', call: 'OPEN', mode: 'passive', remote: false },
}
const active: PeerMove = { kind: 'call', side: 'A', call: { kind: 'call', call: 'OPEN', mode: 'active', remote: true } }

/** Makes moves one after the other; a function chooses among what is in flight. */
function play(start: Configuration, moves: readonly (PeerMove | ((flight: readonly InFlight[]) => PeerMove))[]) {
  const steps: Step[] = []
  for (const move of moves) {
    const at = steps.at(-1)?.after ?? start
    steps.push(makeMove('rfc9293', at, typeof move === 'function' ? move(at.flight) : move))
  }
  return steps
}

const onFirst = (kind: 'deliver' | 'lose' | 'duplicate') => (flight: readonly InFlight[]) => {
  const segment = flight[0]
  if (segment === undefined) throw new Error('Nothing in flight')
  return { kind, segment }
}

describe('timelineOf', () => {
  it('the handshake of Figure 6: each segment leaves where it is sent and ends where it arrives', () => {
    const deliver = onFirst('deliver')
    const drawn = timelineOf(closed, play(closed, [passive, active, deliver, deliver, deliver]))
    expect(drawn.rows).toBe(6)
    expect(drawn.arrows.map(({ number, from, leaves, ends }) => [number, from, leaves, ends?.how, ends?.row])).toEqual([
      [1, 'A', 2, 'arrives', 3],
      [2, 'B', 3, 'arrives', 4],
      [3, 'A', 4, 'arrives', 5],
    ])
    expect(drawn.stays.map(({ side, row, states }) => `${side} ${row} ${states}`)).toEqual([
      'A 0 CLOSED',
      'B 0 CLOSED',
      'B 1 LISTEN',
      'A 2 SYN-SENT',
      'B 3 SYN-RECEIVED',
      'A 4 ESTABLISHED',
      'B 5 ESTABLISHED',
    ])
    expect(drawn.notes).toEqual([
      { side: 'B', row: 1, what: 'call', name: 'passive OPEN' },
      { side: 'A', row: 2, what: 'call', name: 'active OPEN' },
    ])
  })

  it('what is lost, copied, left by an older connection or still on its way', () => {
    const old: InFlight = {
      from: 'A',
      segment: { seq: 90, ack: null, ctl: ['SYN'], len: 0 },
      incarnation: 0,
      copy: false,
    }
    const steps = play(closed, [
      active,
      onFirst('duplicate'),
      onFirst('lose'),
      { kind: 'inject', segment: old },
      { kind: 'timeout', side: 'A', timeout: 'retransmission' },
      { kind: 'crash', side: 'A' },
    ])
    const { arrows, notes } = timelineOf(closed, steps)
    expect(arrows.map(({ number, leaves, ends, origin }) => [number, leaves, ends, origin])).toEqual([
      [1, 1, { how: 'lost', row: 3 }, 'sent'],
      [2, 2, null, 'copy'],
      [3, 4, null, 'old'],
      [4, 5, null, 'sent'],
    ])
    expect(notes.slice(1)).toEqual([
      { side: 'A', row: 5, what: 'timeout', name: 'RETRANSMISSION TIMEOUT' },
      { side: 'A', row: 6, what: 'crash', name: '' },
    ])
  })

  it('two segments of one step leave in two rows', () => {
    const send: PeerMove = { kind: 'call', side: 'B', call: { kind: 'call', call: 'SEND', len: 10 } }
    const close: PeerMove = { kind: 'call', side: 'B', call: { kind: 'call', call: 'CLOSE' } }
    const deliver = onFirst('deliver')
    const steps = play(closed, [passive, active, deliver, send, close, deliver, deliver])
    const sent = timelineOf(closed, steps)
    expect(rowsOf(steps)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(sent.arrows.slice(3).map(({ leaves, segment }) => [leaves, segment.ctl, segment.len])).toEqual([
      [7, ['ACK'], 10],
      [8, ['FIN', 'ACK'], 0],
    ])
    expect(sent.rows).toBe(9)
  })

  it('a start alone is one row, and what is in flight there leaves in it', () => {
    const result = runExperiment('old duplicate', 'none')
    if (result.kind !== 'found' || result.steps[0] === undefined) throw new Error('Nothing found')
    const start = result.steps[0].before
    expect(timelineOf(start, [])).toMatchObject({
      rows: 1,
      arrows: [{ number: 1, leaves: 0, ends: null, origin: 'sent' }],
    })
    const drawn = timelineOf(start, result.steps)
    expect(drawn.arrows.at(1)?.origin).toBe('copy')
    expect(
      drawn.arrows.every(({ ends, leaves }) => ends === null || (ends.row > leaves && ends.row < drawn.rows)),
    ).toBe(true)
  })

  it('of several in flight at the start each has a row', () => {
    const { start } = worldOfTrial('third segment', 'kept')
    const [first] = start.flight
    if (first === undefined) throw new Error('Nothing in flight')
    expect(timelineOf(start, [])).toMatchObject({ rows: 2, arrows: [{ leaves: 0 }, { leaves: 1 }] })
    const steps = [makeMove('rfc9293', start, { kind: 'deliver', segment: first })]
    expect(rowsOf(steps)).toEqual([2])
    expect(timelineOf(start, steps)).toMatchObject({ rows: 3, arrows: { 0: { ends: { how: 'arrives', row: 2 } } } })
  })

  it('takes no segment that never left', () => {
    const steps = play(closed, [active])
    const segment = steps[0]?.after.flight[0]
    if (segment === undefined) throw new Error('Nothing in flight')
    const stray = makeMove('rfc9293', { ...closed, flight: [segment] }, { kind: 'lose', segment })
    expect(() => timelineOf(closed, [stray])).toThrow('never left')
  })
})
