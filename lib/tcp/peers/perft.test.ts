import { describe, expect, it } from 'vitest'
import { factsOf } from '../conditions'
import { inState } from '../event-processing/endpoints.testing'
import { findBroken } from '../laws'
import { observe } from '../observe'
import { replay } from '../replay/replay'
import { isBefore } from '../sequence'
import { everySituation } from '../situations.testing'
import { noTcb } from '../tcb'
import { type Configuration, sides } from './configuration'
import { makeMove, type PeerMove, type Step } from './move'

// Exhaustive counts, as chess programs count the positions at each depth. Nobody knows them beforehand: they say only
// that the machine is the one that was checked. A changed number needs a reason in the commit that changes it.

const closed: Configuration = {
  A: noTcb,
  B: noTcb,
  incarnations: { A: 0, B: 0 },
  iss: { A: 100, B: 300 },
  flight: [],
  losses: 0,
  duplicates: 0,
}

/** As Figures 12 and 13 begin: A sends 100 and receives 300. */
const established: Configuration = {
  ...closed,
  A: inState('ESTABLISHED', { iss: 99, irs: 299, sndUna: 100, sndNxt: 100, rcvNxt: 300 }),
  B: inState('ESTABLISHED', { iss: 299, irs: 99, sndUna: 300, sndNxt: 300, rcvNxt: 100 }),
  incarnations: { A: 1, B: 1 },
}

/** At each side an OPEN of either kind, CLOSE, ABORT and the timeouts of retransmission and TIME-WAIT; any delivery. */
function moves(at: Configuration): readonly PeerMove[] {
  return [
    ...sides.flatMap((side): readonly PeerMove[] => [
      { kind: 'call', side, call: { kind: 'call', call: 'OPEN', mode: 'passive', remote: true } },
      { kind: 'call', side, call: { kind: 'call', call: 'OPEN', mode: 'active', remote: true } },
      { kind: 'call', side, call: { kind: 'call', call: 'CLOSE' } },
      { kind: 'call', side, call: { kind: 'call', call: 'ABORT' } },
      { kind: 'timeout', side, timeout: 'retransmission' },
      { kind: 'timeout', side, timeout: 'time-wait' },
    ]),
    ...at.flight.map((segment): PeerMove => ({ kind: 'deliver', segment })),
  ]
}

function keyOf(at: Configuration): string {
  return JSON.stringify({ ...at, flight: at.flight.map((segment) => JSON.stringify(segment)).sort() })
}

/** The steps to the configurations first reached at each depth; the start is reached by none. */
function layers(start: Configuration, depth: number): readonly (readonly Step[])[] {
  const seen = new Set([keyOf(start)])
  const isNew = ({ after }: Step) => seen.size < seen.add(keyOf(after)).size
  const all: Step[][] = []
  for (let at = 0; at < depth; at++) {
    const from = at === 0 ? [start] : (all[at - 1] ?? []).map(({ after }) => after)
    const steps = from.flatMap((before) => moves(before).map((move) => makeMove('rfc9293', before, move)))
    all.push(steps.filter(isNew))
  }
  return all
}

describe('what two peers can reach', () => {
  const depth = process.env.SHARE_OF_TRIALS === undefined ? 6 : 4
  const reached = new Map([closed, established].map((start) => [start, layers(start, depth)]))
  const within = (start: Configuration, most: number) => (reached.get(start) ?? []).slice(0, most)
  const counted = (start: Configuration) => within(start, depth).map((layer) => layer.length)

  const within4 = [closed, established].flatMap((start) => within(start, 4).flat())

  it('counts the configurations first reached at each depth', () => {
    expect(counted(closed)).toEqual([4, 12, 36, 114, 382, 1343].slice(0, depth))
    expect(counted(established)).toEqual([4, 15, 56, 205, 730, 2534].slice(0, depth))
  })

  it('counts the pairs of states that one to four moves lead to', () => {
    const pairs = (start: Configuration) =>
      new Set(within(start, 4).flatMap((layer) => layer.map(({ after: { A, B } }) => `${A.state}, ${B.state}`)))
    expect(pairs(closed).size).toBe(18)
    expect(pairs(established).size).toBe(49)
  })

  it('expects no number that the other side, on the same connection, has not sent', () => {
    const ahead = within4.filter(({ after: { A, B } }) => {
      const synchronized = A.irs === B.iss && B.irs === A.iss && A.iss !== 0 && B.iss !== 0
      return synchronized && (isBefore(B.sndNxt, A.rcvNxt) || isBefore(A.sndNxt, B.rcvNxt))
    })
    expect(ahead).toEqual([])
  })

  it('obeys the laws and replays, step by step', () => {
    const runs = within4.flatMap(({ run }) => (run === null ? [] : [run]))
    expect(runs.flatMap(findBroken)).toEqual([])
    expect(runs.filter((run) => replay(run).kind === 'fails')).toEqual([])
  })
})

describe('what the rows can see', () => {
  it('counts the cells of state, event and facts in the finite world, by the canon', () => {
    const cells = new Set<string>()
    for (const { tcb, event, profile } of everySituation()) {
      if (profile !== 'rfc9293') break
      const { on, facts } = observe(profile, tcb, event)
      cells.add(`${tcb.state} | ${on} | ${factsOf(facts).join()}`)
    }
    expect(cells.size).toBe(2850)
  })
})
