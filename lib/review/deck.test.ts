import { expect, it } from 'vitest'
import { deckName, findDeckByName } from './deck'
import { readySets } from './ready-sets'

it('a deck is found by the name that it has in addresses', () => {
  const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
  for (const name of ['all', 'mine', ...readySets, id]) {
    const deck = findDeckByName(name)
    expect(deck === null ? null : deckName(deck)).toBe(name)
  }
})

it.each(['', 'ALL', 'states/', 'own', '3f2504e0', "all' OR 1=1", 'constructor'])('"%s" names no deck', (name) => {
  expect(findDeckByName(name)).toBe(null)
})
