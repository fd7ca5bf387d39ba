import { describe, expect, it } from 'vitest'
import { interned } from './interned'
import { recordTable } from './record-table'

describe('a table of records', () => {
  const width = 4
  const add = (table: ReturnType<typeof recordTable>, numbers: readonly number[]) => {
    table.memory().set(numbers, table.draft())
    return table.keep()
  }

  it('takes each record once, through all its growth', () => {
    const table = recordTable(width)
    const wanted = Array.from({ length: 5000 }, (_, at) => [at % 7, at, 65_535 - at, 0])
    expect(wanted.every((record) => add(table, record))).toBe(true)
    expect(wanted.some((record) => add(table, record))).toBe(false)
    expect(table.size()).toBe(5000)
    expect([...table.memory().subarray(4999 * width, 5000 * width)]).toEqual(wanted[4999])
  })

  it('refuses a width that it cannot pair', () => {
    expect(() => recordTable(3)).toThrow('Cannot pair the numbers of a record of 3')
  })
})

describe('interned values', () => {
  it('have one number each, from 0, and are found by it', () => {
    const names = interned<{ readonly name: string }>(({ name }) => name)
    expect(['a', 'b', 'a'].map((name) => names.idOf({ name }))).toEqual([0, 1, 0])
    expect(names.at(1)).toEqual({ name: 'b' })
    expect(names.size()).toBe(2)
    expect(() => names.at(2)).toThrow('No value has the number 2')
  })
})
