import { expect, it } from 'vitest'
import { undoRequestSchema } from './review-exchange'

const review = '3f0c1f5e-8a53-4d7e-9d0a-0c5a4b9f1e11'

it.each([
  [{ review }, { review }],
  [{ review: null }, { review: null }],
  // A page that knows of no review means the last one.
  [{}, { review: null }],
  [{ review: 'the last' }, undefined],
  [{ review: [review] }, undefined],
  [{ review, card: review }, undefined],
  [null, undefined],
])('what is to be taken back: %j', (sent, expected) => {
  expect(undoRequestSchema.safeParse(sent).data).toEqual(expected)
})
