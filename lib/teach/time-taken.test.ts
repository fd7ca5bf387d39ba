import { describe, expect, it } from 'vitest'
import { timeTaken } from './time-taken'

const second = 1000
const change = (position: number, seconds: number) => ({ position, at: seconds * second })

describe('the time taken for a question', () => {
  it.each([
    ['nothing answered', [], []],
    ['from the start to the first choice', [change(0, 30)], [[0, 30]]],
    [
      'from one choice to the next',
      [change(0, 30), change(1, 75)],
      [
        [0, 30],
        [1, 45],
      ],
    ],
    [
      'coming back adds',
      [change(0, 30), change(1, 75), change(0, 80)],
      [
        [0, 35],
        [1, 45],
      ],
    ],
    ['two changes of one question in a second are one thought', [change(0, 30), change(0, 30.4)], [[0, 30.4]]],
    [
      'what came together after the network was away is left out',
      [change(0, 30), change(1, 90), change(2, 90.2)],
      [[0, 30]],
    ],
    ['and so is a pause of more than a quarter of an hour', [change(0, 30), change(1, 931)], [[0, 30]]],
  ] as const)('%s', (_, changes, seconds) => {
    expect([...timeTaken(0, changes)]).toEqual(seconds.map(([position, took]) => [position, took * second]))
  })
})
