import { describe, expect, it } from 'vitest'
import { explorePairs, pairs } from './pairs'
import { explorePublished, type Feature, features, pairOf } from './published-model.testing'

const table = explorePairs('client and server')
const ours = new Set(pairs.filter((pair) => table.distance(pair) !== null).map(({ A, B }) => pairOf(A, B)))

/**
 * Every pair of states that the published model reaches and ours does not, with what it takes. Besides these the
 * published model has no numbers, takes any ACK for the one it waits for, retransmits nothing, and its CLOSED never
 * answers; but since its network is in order and loses nothing, none of that leads to a pair of its own.
 */
const differences: readonly (readonly [pair: string, because: readonly Feature[], why: string])[] = [
  ...(
    [
      'LISTEN, TIME-WAIT',
      'SYN-SENT, TIME-WAIT',
      'SYN-RECEIVED, TIME-WAIT',
      'ESTABLISHED, TIME-WAIT',
      'FIN-WAIT-1, TIME-WAIT',
      'FIN-WAIT-2, TIME-WAIT',
      'CLOSE-WAIT, TIME-WAIT',
    ] as const
  ).map(
    (pair) =>
      [
        pair,
        ['RST from any state to TIME-WAIT'],
        'It reads note 3 of Figure 5 as leave to send RST in any state and to wait then; in 3.10.5 ABORT ends in CLOSED.',
      ] as const,
  ),
  [
    'LISTEN, LISTEN',
    ['RST from any state to TIME-WAIT', 'RST to LISTEN or CLOSED'],
    'Its RST takes even an end that opened actively to LISTEN; in 3.10.7.3 and 3.10.7.4 that end comes to CLOSED (MUST-11).',
  ],
  ...(['CLOSED, CLOSING', 'CLOSED, LAST-ACK'] as const).map(
    (pair) =>
      [
        pair,
        ['TIME-WAIT ends at any time'],
        'Its TIME-WAIT has no clock; 2 MSL lasts until the peer has its ACK (3.3.2).',
      ] as const,
  ),
  ...(['CLOSED, ESTABLISHED', 'CLOSED, FIN-WAIT-2', 'CLOSED, CLOSE-WAIT'] as const).map(
    (pair) =>
      [
        pair,
        ['RST from any state to TIME-WAIT', 'TIME-WAIT ends at any time'],
        'Whoever has sent its RST comes by TIME-WAIT to CLOSED before the RST arrives; ours needs an ABORT for it.',
      ] as const,
  ),
]

const reach = (...on: readonly Feature[]) => explorePublished(new Set(on)).pairs
const without = (off: Feature) => features.filter((feature) => feature !== off)

describe('the published TLA+ model of RFC 9293 (tlaplus/Examples, specifications/tcp)', () => {
  const theirs = explorePublished(new Set(features))

  it('is transcribed faithfully: as many states, and as deep, as its authors state for MCtcp', () => {
    expect({ distinctStates: theirs.worlds, stateDepth: theirs.depth }).toEqual({
      distinctStates: 1182,
      stateDepth: 14,
    })
  })

  it('reaches every pair of states that ours reaches, of a client and a server', () => {
    expect([...ours].filter((pair) => !theirs.pairs.has(pair))).toEqual([])
  })

  it('reaches besides what the table says, and nothing else', () => {
    const more = [...theirs.pairs].filter((pair) => !ours.has(pair))
    expect(more.sort()).toEqual(differences.map(([pair]) => pair).sort())
  })

  it.each(differences)('%s: because of %s', (pair, because) => {
    for (const feature of because) expect(reach(...without(feature)).has(pair), `without ${feature}`).toBe(false)
    expect(reach(...because).has(pair), 'with these alone').toBe(true)
  })

  it('agrees with ours pair by pair once all of these are switched off', () => {
    expect([...reach()].sort()).toEqual([...ours].sort())
  })
})
