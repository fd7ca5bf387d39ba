import { expect, it } from 'vitest'
import { countWrongTries } from './wrong-tries'

it('wrong tries are over for one place at a time, and begin anew with the next window', () => {
  const tries = countWrongTries({ most: 3, windowMs: 1000, places: 10 })
  for (let times = 0; times < 3; times++) {
    expect(tries.isOver('here', 100)).toBe(false)
    tries.note('here', 100)
  }
  expect(tries.isOver('here', 1099)).toBe(true)
  expect(tries.isOver('there', 1099)).toBe(false)
  expect(tries.isOver('here', 1100)).toBe(false)
})

it('holds no more places than it may', () => {
  const tries = countWrongTries({ most: 1, windowMs: 1000, places: 2 })
  for (const from of ['a', 'b', 'c']) tries.note(from, 0)
  expect(['a', 'b', 'c'].map((from) => tries.isOver(from, 1))).toEqual([false, true, true])
})
