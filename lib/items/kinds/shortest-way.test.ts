import { describe, expect, it } from 'vitest'
import type { State } from '../../tcp/states'
import { freshBody } from '../fresh'
import { doings, endOfWay, nameOfWay, pairsWithAWay, shortestWays, type Way } from '../ways'
import { shortestWay, wayIn } from './shortest-way'

const items = shortestWay.make()

/** Every sequence of so many things that can happen, whether they change anything or not. */
function sequences(length: number): readonly Way[] {
  return length === 0 ? [[]] : sequences(length - 1).flatMap((way) => doings.map((doing) => [...way, doing]))
}

describe('the shortest way', () => {
  it('is asked of 29 pairs of states', () => {
    expect(items).toHaveLength(29)
    expect(new Set(items.map(({ fact }) => fact)).size).toBe(29)
  })

  it('is as short as trying everything says: nothing shorter leads there, and all as short are known', () => {
    for (const { from, to } of pairsWithAWay()) {
      const found = shortestWays(from, to)
      const least = found[0]?.length ?? 0
      const leading = (length: number) => sequences(length).filter((way) => endOfWay(from, way) === to)
      for (let length = 0; length < least; length++) expect([from, to, leading(length)]).toEqual([from, to, []])
      if (least > 3) continue
      expect(new Set(leading(least).map(nameOfWay)), `${from} ${to}`).toEqual(new Set(found.map(nameOfWay)))
    }
  })

  it.each<[State, State, string]>([
    ['CLOSED', 'ESTABLISHED', 'active OPEN>SYN,ACK'],
    ['ESTABLISHED', 'TIME-WAIT', 'CLOSE>FIN,ACK'],
    ['ESTABLISHED', 'CLOSING', 'CLOSE>FIN'],
    ['LISTEN', 'CLOSE-WAIT', 'SYN>FIN,ACK'],
  ])('from %s to %s is %s, as Figure 5 and its notes have it', (from, to, way) => {
    expect(shortestWays(from, to).map(nameOfWay)).toEqual([way])
  })

  it('stands among ways that lead elsewhere or are longer, none much longer', () => {
    for (const { id, body } of items) {
      const least = shortestWays(body.from, body.to)[0]?.length ?? 0
      expect(body.options, id).toHaveLength(4)
      expect(
        body.options.filter((option) => shortestWay.isRight(body, option)),
        id,
      ).toHaveLength(1)
      for (const option of body.options) {
        const way = wayIn(option) ?? []
        const leads = endOfWay(body.from, way) === body.to
        expect([id, way.length >= least && way.length <= least + 1]).toEqual([id, true])
        expect([id, option, leads && way.length === least]).toEqual([id, option, shortestWay.isRight(body, option)])
      }
    }
    const withLonger = items.filter(({ body }) =>
      body.options.some(
        (option) => endOfWay(body.from, wayIn(option) ?? []) === body.to && !shortestWay.isRight(body, option),
      ),
    )
    expect(withLonger.length).toBeGreaterThan(20)
  })

  it('has other ways around it each time it is asked afresh, and one right one', () => {
    for (const { id, body, fact } of items) {
      const fresh = freshBody(body, fact, 5)
      if (fresh.kind !== 'shortest-way') throw new Error(id)
      expect(
        fresh.options.filter((option) => shortestWay.isRight(fresh, option)),
        id,
      ).toHaveLength(1)
    }
  })

  it('tells where a wrong way ends, or that it is longer', () => {
    for (const { id, body } of items) {
      for (const option of body.options) {
        const { parting } = shortestWay.explain(body, { form: 'choice', option })
        const end = endOfWay(body.from, wayIn(option) ?? [])
        if (shortestWay.isRight(body, option)) expect(parting, id).toBeNull()
        else if (end === body.to) expect(parting, id).toMatchObject({ kind: 'longer' })
        else expect(parting, id).toMatchObject({ kind: 'ends in', state: end })
      }
    }
  })
})
