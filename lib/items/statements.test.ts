import { describe, expect, it } from 'vitest'
import { canon } from '../misconceptions/machine'
import { parseCitation } from '../tcp/citations'
import { compare } from '../tcp/peers/comparisons'
import { experiments } from '../tcp/peers/experiments'
import { findStatement, isTrue } from './statement-truth'
import { statements } from './statements'
import { benchOf } from './statements/bench'
import { closes, entriesToTimeWait } from './statements/connection'
import { arrives, liveBy, reach } from './statements/endpoint'
import { type Topic, topics } from './topics'

const live = liveBy(canon)

/** How many statements each topic must have at least. */
const wanted: Readonly<Record<Topic, number>> = {
  open: 8,
  established: 8,
  'active close': 12,
  'passive close': 12,
  simultaneous: 8,
  'abort and reset': 8,
  'TIME-WAIT and 2MSL': 40,
  'sequence numbers': 8,
}

describe('the statements', () => {
  it('have each an id of its own, in kebab case', () => {
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
    expect(statements.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
    for (const statement of statements) expect(findStatement(statement.id)).toBe(statement)
    expect(findStatement('no-such-statement')).toBeUndefined()
  })

  it.each(topics)('are enough about %s, about as many true as false', (topic) => {
    const about = statements.filter((statement) => statement.topic === topic)
    const share = about.filter(isTrue).length / about.length
    expect(about.length).toBeGreaterThanOrEqual(wanted[topic])
    expect(share).toBeGreaterThanOrEqual(0.4)
    expect(share).toBeLessThanOrEqual(0.6)
  })

  it('are for the most part decided by an experiment', () => {
    const decided = statements.filter(({ check }) => check.kind === 'experiment')
    expect(decided.length / statements.length).toBeGreaterThan(0.5)
  })

  it('cite places that exist, none of them twice', () => {
    for (const { id, check } of statements) {
      const places = check.cite.split(', ')
      expect(parseCitation(check.cite).kind, id).toBe('citations')
      expect(new Set(places).size, id).toBe(places.length)
    }
  })
})

describe('what rests on an experiment of two peers', () => {
  it.each(experiments)('is at least one statement of 2MSL, and it is decided by that run: %s', (experiment) => {
    const resting = statements.filter(({ check }) => check.kind === 'experiment' && check.rests === experiment)
    expect(resting.length).toBeGreaterThan(0)
    for (const { topic } of resting) expect(topic).toBe('TIME-WAIT and 2MSL')
  })

  it('comes out as the runs that are shown say', () => {
    const verdicts = statements.flatMap(({ id, check }) =>
      check.kind === 'experiment' && check.rests !== undefined ? [[id, check.rests, check.holds(benchOf(canon))]] : [],
    )
    expect(verdicts).toEqual([
      ['lost-last-ack-without-wait', 'lost last ACK', true],
      ['old-text-without-wait', 'old duplicate', true],
      ['old-text-outlives-wait', 'old duplicate', false],
      ['reset-cuts-wait-short', 'reset in TIME-WAIT', true],
    ])
    for (const experiment of experiments) expect(compare(experiment).broken.length).toBeGreaterThan(0)
  })
})

describe('an experiment', () => {
  const made = statements.flatMap(({ id, check }) => (check.kind === 'experiment' ? [{ id, check }] : []))

  it.each(made)('says the same whenever it is made: $id', ({ check }) => {
    expect(check.holds(benchOf(canon))).toBe(check.holds(benchOf(canon)))
  })

  it('meets nothing ambiguous on its way, or refuses', () => {
    expect(() => live('TIME-WAIT', [arrives(['FIN', 'ACK'], { seq: -1 })])).toThrow('retransmitted-fin-in-time-wait')
    expect(() => live('ESTABLISHED', [arrives(['ACK'], { seq: 5 })])).toThrow('segment-beyond-rcv-nxt')
  })

  it('starts from a state that a life has led to', () => {
    expect(reach('TIME-WAIT')).toMatchObject({ state: 'TIME-WAIT', sndUna: 102, sndNxt: 102, rcvNxt: 302 })
    expect(reach('CLOSED').state).toBe('CLOSED')
  })
})

/** A pair of states, whichever end is in which. */
function pairOf(one: string, other: string): string {
  return [one, other].sort().join(' and ')
}

describe('the closes by FINs', () => {
  it('visit the pairs of states that two ends can be in', () => {
    const pairs = closes().map(({ after: { A, B } }) => pairOf(A.state, B.state))
    expect([...new Set(pairs)].sort()).toMatchInlineSnapshot(`
      [
        "CLOSE-WAIT and FIN-WAIT-1",
        "CLOSE-WAIT and FIN-WAIT-2",
        "CLOSED and CLOSED",
        "CLOSED and TIME-WAIT",
        "CLOSING and CLOSING",
        "CLOSING and FIN-WAIT-1",
        "CLOSING and TIME-WAIT",
        "ESTABLISHED and ESTABLISHED",
        "ESTABLISHED and FIN-WAIT-1",
        "FIN-WAIT-1 and FIN-WAIT-1",
        "FIN-WAIT-1 and LAST-ACK",
        "FIN-WAIT-2 and LAST-ACK",
        "LAST-ACK and TIME-WAIT",
        "TIME-WAIT and TIME-WAIT",
      ]
    `)
  })

  it('carry text, and enter TIME-WAIT by either end', () => {
    expect(closes().some(({ after: { A } }) => A.receiveQueued === 10)).toBe(true)
    expect(new Set(entriesToTimeWait().map(({ own }) => own.opened))).toEqual(new Set(['active', 'passive']))
  })

  it('meet only ambiguities that bear on no statement about them', () => {
    const met = closes().map(({ run }) => run?.ambiguous ?? null)
    expect([...new Set(met)].sort()).toMatchInlineSnapshot(`
      [
        "ack-in-time-wait",
        null,
        "retransmitted-fin-in-time-wait",
        "segment-beyond-rcv-nxt",
      ]
    `)
  })
})
