import { expect, it } from 'vitest'
import { chosenIn } from './chosen'
import { emptyProse } from './prose-fields'
import { parseTyped, type Typed } from './typed'

const typed: Typed = {
  kind: 'prose',
  title: '',
  points: 2,
  chosen: chosenIn(null, () => undefined),
  prose: { ...emptyProse, title: 'Where does `CLOSE` lead?' },
}

it('what was typed of a question is found again as it was', () => {
  expect(parseTyped(JSON.stringify(typed))).toEqual(typed)
})

it.each([
  ['nothing', null],
  ['another shape', '"text"'],
  ['no events', JSON.stringify({ ...typed, chosen: { ...typed.chosen, events: [] } })],
  ['an event that is none', JSON.stringify({ ...typed, chosen: { ...typed.chosen, events: ['CLOSE'] } })],
  ['no endpoint', JSON.stringify({ ...typed, chosen: { ...typed.chosen, endpoint: undefined } })],
  ['an option that is no text', JSON.stringify({ ...typed, prose: { ...typed.prose, options: ['', 1] } })],
  ['another way of writing', JSON.stringify({ ...typed, kind: 'spoken' })],
  ['no points', JSON.stringify({ ...typed, points: '2' })],
])('what is no question is left alone: %s', (_what, written) => {
  expect(parseTyped(written)).toBeNull()
})
