import { describe, expect, it } from 'vitest'
import { findBroken } from '../laws'
import { replay } from '../replay/replay'
import type { State } from '../states'
import { noTcb } from '../tcb'
import { keepsInvariants } from './invariants'
import { type Model, models, sizeOf, worldOf } from './models'
import { makeMove } from './move'
import { explorePairs, needsOf, type PairTable, pairs, smallModels, verdictOf } from './pairs'

const tables = new Map<Model, PairTable>(smallModels.map((model) => [model, explorePairs(model)]))

function tableOf(model: Model): PairTable {
  const known = tables.get(model) ?? explorePairs(model)
  tables.set(model, known)
  return known
}

const reachedIn = (table: PairTable) => pairs.filter((pair) => table.distance(pair) !== null)

describe('the pairs of states that two peers can be in', () => {
  // Exhaustive counts: a changed number needs a reason in the commit that changes it.
  it.each([
    ['client and server', 49, 32],
    ['perfect', 236, 44],
    ['loss', 1949, 44],
    ['reordering', 3385, 44],
    ['duplicates', 3248, 44],
    ['abort', 1089, 54],
    ['crash', 12_203, 82],
    ['crash and duplicates', 310_523, 96],
  ] as const)('%s: %i configurations, %i of 121 pairs', (model, configurations, reached) => {
    const table = tableOf(model)
    expect(table.configurations).toBe(configurations)
    expect(sizeOf[model]).toBe(configurations)
    expect(reachedIn(table).length).toBe(reached)
  })

  it.each(models)(
    '%s: every configuration keeps the invariants, and they exclude every pair that is not reached',
    (model) => {
      const table = tableOf(model)
      expect(table.keepsInvariants).toBe(true)
      const unexplained = pairs.filter((pair) => {
        const verdict = verdictOf(table, pair)
        return verdict.kind === 'excluded' && verdict.by.length === 0
      })
      expect(unexplained).toEqual([])
    },
  )

  it('are the same whichever end is which, but for a client and a server', () => {
    for (const model of models) {
      const reached = new Set(reachedIn(tableOf(model)).map(({ A, B }) => `${A}, ${B}`))
      const mirrored = reachedIn(tableOf(model)).every(({ A, B }) => reached.has(`${B}, ${A}`))
      expect(mirrored, model).toBe(model !== 'client and server')
    }
  })

  it('have witnesses that lead there, made by the machine, each of its runs lawful and replayed', () => {
    // Witnesses share most of their moves, and models most of their witnesses.
    const checked = new Set<string>()
    for (const model of smallModels) {
      for (const pair of reachedIn(tableOf(model))) {
        const steps = tableOf(model).witness(pair) ?? []
        const end = steps.at(-1)?.after ?? worldOf(model).start
        expect(tableOf(model).distance(pair)).toBe(steps.length)
        expect({ A: end.A.state, B: end.B.state }).toEqual(pair)
        for (const { run } of steps) {
          if (run === null || checked.size === checked.add(JSON.stringify(run)).size) continue
          expect(findBroken(run)).toEqual([])
          expect(replay(run)).toEqual({ kind: 'holds' })
        }
      }
    }
  })

  it.each([
    ['ESTABLISHED', 'ESTABLISHED', ['client and server']],
    ['CLOSING', 'CLOSING', ['client and server']],
    ['SYN-SENT', 'SYN-SENT', ['perfect']],
    ['SYN-RECEIVED', 'SYN-RECEIVED', ['perfect']],
    ['ESTABLISHED', 'CLOSED', ['abort', 'crash']],
    ['ESTABLISHED', 'SYN-SENT', ['crash']],
    ['TIME-WAIT', 'SYN-RECEIVED', ['crash and duplicates']],
    ['LAST-ACK', 'LAST-ACK', []],
    ['FIN-WAIT-2', 'CLOSING', []],
  ] as const)('%s and %s need %j', (A, B, needs) => {
    expect(needsOf([...tables.values()], { A, B })).toEqual(needs)
  })
})

describe('a shortest run', () => {
  /** Every configuration within so many moves, made one by one, with no numbering and no table. */
  it('is as short as a plain search finds it', () => {
    const world = worldOf('perfect')
    const first = new Map<string, number>()
    let layer = [world.start]
    const seen = new Set<string>()
    for (let depth = 0; depth < 7; depth++) {
      for (const { A, B } of layer) if (!first.has(`${A.state}, ${B.state}`)) first.set(`${A.state}, ${B.state}`, depth)
      layer = layer.flatMap((at) => {
        const ends = {
          A: { tcb: at.A, incarnation: at.incarnations.A },
          B: { tcb: at.B, incarnation: at.incarnations.B },
        }
        const own = world.moves({ ...ends, isQuiet: at.flight.length === 0 }).filter((move) => move !== 'channel')
        const oldest = (['A', 'B'] as const).flatMap((side) => at.flight.find(({ from }) => from === side) ?? [])
        const delivered = oldest.map((segment) => ({ kind: 'deliver', segment }) as const)
        return [...own, ...delivered].map((move) => makeMove('rfc9293', at, move).after)
      })
      layer = layer.filter((at) => seen.size < seen.add(JSON.stringify(at)).size)
    }
    for (const [key, depth] of first) {
      const [A, B] = key.split(', ') as [State, State]
      expect(tableOf('perfect').distance({ A, B }), key).toBe(depth)
    }
  })
})

describe('the invariants', () => {
  const end = (
    state: State,
    [iss, irs]: readonly [number, number],
    [sent, acked, heard]: readonly [number, number, number],
  ) => ({
    tcb: { ...noTcb, state, iss, irs, sndNxt: iss + sent, sndUna: iss + acked, rcvNxt: irs + heard },
    incarnation: 1,
  })
  const isQuiet = false

  it.each([
    [
      'a number expected that was not sent',
      end('CLOSE-WAIT', [1, 9], [1, 1, 2]),
      end('ESTABLISHED', [9, 1], [1, 1, 1]),
    ],
    ['an acknowledged number not heard', end('FIN-WAIT-2', [1, 9], [2, 2, 1]), end('ESTABLISHED', [9, 1], [1, 1, 1])],
    ['a FIN without its ACK', end('LAST-ACK', [1, 9], [2, 1, 2]), end('LAST-ACK', [9, 1], [2, 1, 2])],
    ['numbers out of order', end('FIN-WAIT-2', [1, 9], [2, 2, 1]), end('CLOSING', [9, 1], [2, 1, 2])],
    [
      'a count that its state does not have',
      end('ESTABLISHED', [1, 9], [2, 1, 1]),
      end('ESTABLISHED', [9, 1], [1, 1, 1]),
    ],
  ])('are not kept by %s', (_, A, B) => {
    expect(keepsInvariants('perfect', { A, B, isQuiet })).toBe(false)
  })

  it('are not kept by two synchronized ends of different connections', () => {
    const A = end('ESTABLISHED', [1, 9], [1, 1, 1])
    expect(keepsInvariants('crash', { A, B: end('ESTABLISHED', [9, 1], [1, 1, 1]), isQuiet })).toBe(true)
    expect(keepsInvariants('crash', { A, B: end('ESTABLISHED', [5, 1], [1, 1, 1]), isQuiet })).toBe(false)
  })

  it('are not kept where somebody who is gone leaves the other waiting', () => {
    const gone = { tcb: noTcb, incarnation: 1 }
    const waiting = end('LAST-ACK', [9, 1], [2, 1, 2])
    expect(keepsInvariants('perfect', { A: gone, B: waiting, isQuiet })).toBe(false)
    expect(keepsInvariants('abort', { A: gone, B: waiting, isQuiet })).toBe(true)
  })
})
