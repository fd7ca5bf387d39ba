import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deal } from './deal'

const plenty = (rows: number, columns: number) => Array.from({ length: rows }, () => Array(columns).fill(99))

describe('deal', () => {
  test('gives each row the shares of the columns where there is room', () => {
    expect(deal({ rows: [5, 5], columns: [4, 4, 2], room: plenty(2, 3) })).toEqual({
      kind: 'dealt',
      cells: [
        [2, 2, 1],
        [2, 2, 1],
      ],
    })
  })

  test('lets an earlier row make room', () => {
    const room = [
      [2, 2],
      [2, 0],
    ]
    expect(deal({ rows: [2, 2], columns: [2, 2], room })).toEqual({
      kind: 'dealt',
      cells: [
        [0, 2],
        [2, 0],
      ],
    })
  })

  test('says which row finds no room', () => {
    const room = [
      [9, 9],
      [1, 0],
    ]
    expect(deal({ rows: [1, 3], columns: [2, 2], room })).toEqual({ kind: 'short', row: 1, column: 1, missing: 2 })
  })

  test('fills every table that can be filled', () => {
    const filled = fc.array(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(filled, (room) => {
        // A table with exactly this room has these sums, and no other has.
        const rows = room.map((row) => row.reduce((all, count) => all + count, 0))
        const columns = [0, 1, 2].map((column) => room.reduce((all, row) => all + (row[column] ?? 0), 0))
        expect(deal({ rows, columns, room })).toEqual({ kind: 'dealt', cells: room })
      }),
    )
  })
})
