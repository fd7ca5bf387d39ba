import { expect, it } from 'vitest'
import { playLink } from './play-link'

it('a link is played to its last wish', () => {
  expect(playLink('1cr.Bp.Aa.d1')?.at.B.state).toBe('SYN-RECEIVED')
})

it.each(['', 'nonsense', '1cr.d1', '1er.As70000'])(
  'a link to nothing, or to what is impossible, is none: "%s"',
  (text) => {
    expect(playLink(text)).toBeUndefined()
  },
)
