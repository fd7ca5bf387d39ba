import { expect, it } from 'vitest'
import { parseNote } from './written-note'

const full = 'x'.repeat(4000)

it.each([
  ['a', 'b', 'a', 'b'],
  [' a\r\nb\r\n', 'c', 'a\nb', 'c'],
  [full, '😀'.repeat(4000), full, '😀'.repeat(4000)],
])('two sides are taken as they are, but for the space around them (%#)', (front, back, ownFront, ownBack) => {
  expect(parseNote({ front, back })).toEqual({ kind: 'parsed', note: { front: ownFront, back: ownBack } })
})

it.each([
  ['', 'b', 'front empty'],
  ['a', ' \n ', 'back empty'],
  [`${full}x`, 'b', 'front too long'],
  ['a', `${full}x`, 'back too long'],
])('a side that is empty or too long is refused (%#)', (front, back, error) => {
  expect(parseNote({ front, back })).toEqual({ kind: 'refused', error })
})
