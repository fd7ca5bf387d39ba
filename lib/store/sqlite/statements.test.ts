import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createPrepare } from './statements'

const sql = 'SELECT 1 AS one, 2 AS two'

test('compiles a statement once, and gives its rows as each asks for them', () => {
  const prepare = createPrepare(new Sqlite(':memory:'))
  const [rows, plucked, raw] = [prepare(sql), prepare(sql).pluck(), prepare(sql).raw()]
  expect([rows.get(), plucked.get(), raw.get(), rows.get()]).toEqual([
    { one: 1, two: 2 },
    1,
    [1, 2],
    { one: 1, two: 2 },
  ])
  expect(prepare(sql)).toBe(rows)
  expect(prepare(sql).pluck()).toBe(plucked)
  expect(plucked.pluck()).toBe(plucked)
  expect(prepare(sql).raw()).toBe(raw)
})

test('reads whole numbers as numbers on a connection that reads them otherwise', () => {
  const connection = new Sqlite(':memory:').defaultSafeIntegers(true)
  const prepare = createPrepare(connection)
  expect(prepare(sql).get()).toEqual({ one: 1, two: 2 })
  expect(prepare(sql).pluck().get()).toBe(1)
})

test('writes, where there are no rows to give', () => {
  const prepare = createPrepare(new Sqlite(':memory:'))
  prepare('CREATE TABLE kept (it)').run()
  expect(prepare<[number]>('INSERT INTO kept VALUES (?)').run(3).changes).toBe(1)
  expect(prepare('SELECT it FROM kept').pluck().all()).toEqual([3])
})
