import { describe, expect, test } from 'vitest'
import type { ActiveItem } from './active-items'
import { type Choice, pickEvenly } from './pick-items'

/** Three topics with 4, 2 and 8 facts; each fact is asked in two kinds. */
const items: readonly ActiveItem[] = Object.entries({ opening: 4, closing: 2, resets: 8 }).flatMap(([topic, facts]) =>
  Array.from({ length: facts }, (_, fact) =>
    ['next-state', 'order'].map((kind) => ({
      id: `${topic}-${fact}-${kind}`,
      factId: `${topic}-${fact}`,
      kind,
      topic,
      level: 1,
    })),
  ).flat(),
)
const everything = { topics: ['opening', 'closing', 'resets'], kinds: ['next-state', 'order'], count: 12, seed: 7 }
const pick = (choice: Partial<Choice> = {}) => pickEvenly(items, { ...everything, ...choice })
const countBy = (picked: readonly ActiveItem[], column: 'topic' | 'factId') =>
  picked.reduce<Record<string, number>>((counts, item) => {
    counts[item[column]] = (counts[item[column]] ?? 0) + 1
    return counts
  }, {})

describe('pickEvenly', () => {
  test('takes the same number from each topic', () => {
    expect(countBy(pick(), 'topic')).toEqual({ opening: 4, closing: 4, resets: 4 })
  })

  test('goes on with the other topics where one has no more', () => {
    expect(countBy(pick({ count: 18 }), 'topic')).toEqual({ opening: 7, closing: 4, resets: 7 })
  })

  test('asks no fact twice before all others of its topic', () => {
    for (let seed = 0; seed < 50; seed++)
      expect(Object.values(countBy(pick({ seed, topics: ['resets'], count: 8 }), 'factId'))).toEqual(Array(8).fill(1))
  })

  test('gives no item twice, and fewer than asked where the bank has fewer', () => {
    const picked = pick({ count: 1000 })
    expect(picked.length).toBe(items.length)
    expect(new Set(picked).size).toBe(items.length)
  })

  test('keeps to the topics and kinds', () => {
    const picked = pick({ topics: ['closing'], kinds: ['order'] })
    expect(picked.map(({ id }) => id).sort()).toEqual(['closing-0-order', 'closing-1-order'])
    expect(pick({ topics: [] })).toEqual([])
    expect(pick({ kinds: [] })).toEqual([])
  })

  test('takes what is to be avoided last', () => {
    const avoidItemIds = pick({ count: 20 }).map(({ id }) => id)
    const picked = pick({ avoidItemIds, count: 10 }).map(({ id }) => id)
    expect(picked.slice(0, 8).some((id) => avoidItemIds.includes(id))).toBe(false)
    expect(picked.slice(8).every((id) => avoidItemIds.includes(id))).toBe(true)
  })

  test('depends on the seed and on nothing else', () => {
    expect(pick()).toEqual(pick())
    expect(
      new Set(
        Array.from({ length: 50 }, (_, seed) =>
          pick({ seed })
            .map(({ id }) => id)
            .join(),
        ),
      ).size,
    ).toBe(50)
  })
})
