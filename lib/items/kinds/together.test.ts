import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../tcp/peers/configuration'
import { makeMove, type PeerMove, type Step } from '../../tcp/peers/move'
import { explorePairs } from '../../tcp/peers/pairs'
import { replay } from '../../tcp/replay/replay'
import type { State } from '../../tcp/states'
import { canMeet, statePairs, verdictOn } from '../state-pairs'
import { pairIn, together } from './together'

const items = together.make()

/** Plays a run anew, move by move, from where it begins. */
function endOf(steps: readonly Step[]) {
  let at = steps[0]?.before
  for (const { move, before } of steps)
    if (at !== undefined) at = makeMove('rfc9293', { ...at, iss: before.iss }, found(at, move)).after
  return at
}

/** The move with the segment of this configuration that is like its own. */
function found(at: Configuration, move: PeerMove): PeerMove {
  if (!('segment' in move)) return move
  const segment = at.flight.find((one) => JSON.stringify(one) === JSON.stringify(move.segment))
  return segment === undefined ? move : { ...move, segment }
}

describe('which pair of states can occur together', () => {
  it('is asked of every pair once: 26 that occur and 40 that never do', () => {
    expect(items).toHaveLength(66)
    expect(items.filter(({ body }) => body.ask === 'can')).toHaveLength(26)
    expect(new Set(items.map(({ fact }) => fact)).size).toBe(66)
  })

  it('stands whatever the network does: loss, reordering and a duplicate reach the same pairs, either way round', () => {
    for (const model of ['perfect', 'loss', 'reordering', 'duplicates'] as const) {
      const table = explorePairs(model)
      for (const [A, B] of statePairs) {
        const name = `${model}: ${A}, ${B}`
        expect([name, table.witness({ A, B }) !== null]).toEqual([name, canMeet([A, B])])
        expect([name, table.witness({ A: B, B: A }) !== null]).toEqual([name, canMeet([A, B])])
      }
    }
  })

  it('has exactly one right option, around the pair that its fact is about', () => {
    for (const { id, body, fact } of items) {
      const right = body.options.filter((option) => together.isRight(body, option))
      expect(
        right.map((option) => `together/${pairIn(option)?.join('/')}`),
        id,
      ).toEqual([fact])
      expect(body.options, id).toHaveLength(4)
    }
  })

  it('offers wrong pairs of which at least two share a state with the right one', () => {
    for (const { id, body } of items) {
      const right: readonly State[] =
        pairIn(body.options.find((option) => together.isRight(body, option)) ?? null) ?? []
      const near = body.options.filter((option) => pairIn(option)?.some((state) => right.includes(state)))
      expect(near.length, id).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('what is told', () => {
  it('of a pair that occurs is a run that ends there and replays', () => {
    for (const pair of statePairs.filter(canMeet)) {
      const verdict = verdictOn(pair)
      if (verdict.kind !== 'reached' || verdict.steps.length === 0) continue
      const end = endOf(verdict.steps)
      expect([end?.A.state, end?.B.state]).toEqual([...pair])
      for (const { run } of verdict.steps) if (run !== null) expect(replay(run).kind).toBe('holds')
    }
  })

  it('shows the run to the right pair, or to the one that was taken for impossible, and says why not', () => {
    for (const { id, body } of items) {
      const right = body.options.find((option) => together.isRight(body, option)) ?? ''
      const wrong = body.options.find((option) => option !== right) ?? ''
      const told = together.explain(body, { form: 'choice', option: wrong })
      expect(told.parting, id).toEqual({ kind: 'pair', pair: pairIn(wrong) })
      const shown = pairIn(body.ask === 'can' ? right : wrong)
      const last = (side: 'A' | 'B') => told.timeline?.stays.findLast((stay) => stay.side === side)?.states[0]
      expect([id, last('A'), last('B')]).toEqual([id, ...(shown ?? [])])
      expect(together.explain(body, { form: 'choice', option: right }).parting, id).toBeNull()
    }
  })
})
