import { expect, it } from 'vitest'
import { parseNoteDraft, typedIn } from './note-draft'

const typed = { front: 'a\n`b`', back: '', deck: '' }

it.each([
  [JSON.stringify(typed), typed],
  [JSON.stringify({ ...typed, more: 1 }), typed],
  [JSON.stringify({ front: 'a' }), null],
  [JSON.stringify({ ...typed, back: 3 }), null],
  ['null', null],
  ['"text"', null],
  [null, null],
])('what was kept of a card: %s', (written, expected) => {
  expect(parseNoteDraft(written)).toEqual(expected)
})

it('what stands in a form is kept as it is', () => {
  const form = new FormData()
  form.set('front', typed.front)
  expect(typedIn(form)).toEqual(typed)
})
