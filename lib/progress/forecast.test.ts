import { expect, it } from 'vitest'
import { forecastOf } from './forecast'

it('parts what is overdue from what falls due today and later', () => {
  const due = [
    { day: 90, due: 2 },
    { day: 99, due: 3 },
    { day: 100, due: 4 },
    { day: 102, due: 1 },
    { day: 103, due: 9 },
  ]
  expect(forecastOf(100, 3, due)).toEqual({
    backlog: 5,
    days: [
      { day: 100, due: 4 },
      { day: 101, due: 0 },
      { day: 102, due: 1 },
    ],
  })
})
