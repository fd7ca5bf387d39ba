import { expect, it } from 'vitest'
import { pageOf } from './page-of'

it.each([
  [undefined, 1, ['a', 'b']],
  ['1', 1, ['a', 'b']],
  ['3', 3, ['e']],
  ['99', 3, ['e']],
  ['0', 1, ['a', 'b']],
  ['-1', 1, ['a', 'b']],
  ['two', 1, ['a', 'b']],
])('page %j of three is %i', (asked, page, entries) => {
  expect(pageOf(['a', 'b', 'c', 'd', 'e'], asked, 2)).toEqual({ entries, page, pages: 3 })
})

it('nothing is one empty page', () => {
  expect(pageOf([], '2', 2)).toEqual({ entries: [], page: 1, pages: 1 })
})
