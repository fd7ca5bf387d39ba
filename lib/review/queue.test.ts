import { describe, expect, it } from 'vitest'
import { nextTurn } from './queue'

const nothing = { steps: 0, due: 0, fresh: 0, soon: 0 }
const none = { ripe: 0, fresh: 0 }

describe('nextTurn', () => {
  const table = [
    ['nothing is left', nothing, none, 'nothing'],
    ['a step whose instant has come is first', { steps: 1, due: 9, fresh: 9, soon: 9 }, none, 'step'],
    ['only due', { ...nothing, due: 1 }, none, 'due'],
    ['only new', { ...nothing, fresh: 1 }, none, 'fresh'],
    ['what is near comes last', { ...nothing, soon: 1 }, none, 'soon'],
    ['what is near waits while a card is due', { ...nothing, soon: 1, due: 1 }, none, 'due'],
  ] as const
  for (const [title, waiting, done, turn] of table) it(title, () => expect(nextTurn(waiting, done)).toBe(turn))

  it('mixes new cards among those due, in proportion and to the end', () => {
    const waiting = { ...nothing, due: 8, fresh: 4 }
    const done = { ripe: 0, fresh: 0 }
    let turns = ''
    while (waiting.due + waiting.fresh > 0) {
      const turn = nextTurn(waiting, done)
      turns += turn === 'fresh' ? 'n' : 'd'
      waiting[turn === 'fresh' ? 'fresh' : 'due'] -= 1
      done[turn === 'fresh' ? 'fresh' : 'ripe'] += 1
    }
    expect(turns).toBe('dnddnddnddnd')
  })
})
