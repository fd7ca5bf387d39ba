import { describe, expect, it } from 'vitest'
import { models } from '@/lib/tcp/peers/models'
import { pairs } from '@/lib/tcp/peers/pairs'
import { type Chosen, parseChosen, queryOf } from './pairs-address'

function read(query: string): Chosen {
  const { model, a, b } = Object.fromEntries(new URLSearchParams(query))
  return parseChosen({ model, a, b })
}

describe('the address of a cell', () => {
  it('comes back as it went', () => {
    for (const model of models) {
      for (const pair of [null, ...pairs]) expect(read(queryOf({ model, pair }))).toEqual({ model, pair })
    }
  })

  it.each(['', '?model=none', '?a=listen', '?model=perfect&a=listen&b=open'])(
    'of something else is the default: "%s"',
    (query) => {
      expect(read(query)).toEqual({ model: 'perfect', pair: null })
    },
  )
})
