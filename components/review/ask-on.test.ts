import { expect, it } from 'vitest'
import { askOn } from './ask-on'

const turn = (card: string) => ({ card, seed: 1 })
const again = turn('itself')

/** A server that marks so, and can ask these cards. */
function serverWith(right: boolean, askable: readonly string[]) {
  const asked: string[] = []
  const ask = async ({ card }: { readonly card: string }) => {
    asked.push(card)
    return { kind: 'marked' as const, feedback: { right }, next: askable.includes(card) ? card : null }
  }
  return { asked, ask }
}

it.each([
  // right, the cards to come, those that can be asked; asked for, left, left out
  [true, ['a', 'b'], ['a', 'b', 'itself'], ['a'], ['a', 'b'], 0],
  [false, ['a', 'b'], ['a', 'b', 'itself'], ['a'], ['a', 'b', 'itself'], 0],
  [true, ['a', 'b', 'c'], ['c', 'itself'], ['a', 'b', 'c'], ['c'], 2],
  [true, ['a', 'b'], ['itself'], ['a', 'b', 'itself'], [], 2],
  [false, ['a', 'b'], ['itself'], ['a', 'b', 'itself'], ['itself'], 2],
  [true, [], ['itself'], ['itself'], [], 0],
  [true, [], [], ['itself'], [], 0],
  [false, [], ['itself'], ['itself'], ['itself'], 0],
  [false, [], [], ['itself'], [], 1],
] as const)('right: %s, to come: %j, askable: %j', async (right, cards, askable, wanted, left, leftOut) => {
  const { asked, ask } = serverWith(right, askable)
  const result = await askOn(cards.map(turn), again, ask)
  expect(asked).toEqual(wanted)
  expect(result.left.map(({ card }) => card)).toEqual(left)
  expect(result.leftOut).toBe(leftOut)
})

it('an answer that does not get there leaves everything as it was', async () => {
  const turns = [turn('a'), turn('b')]
  const result = await askOn(turns, again, async () => ({ kind: 'unsent' as const }))
  expect(result).toEqual({ sent: { kind: 'unsent' }, left: turns, leftOut: 0 })
})
