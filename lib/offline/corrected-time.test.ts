import { expect, it } from 'vitest'
import { correctedTime } from './corrected-time'

const minute = 60_000
const day = 1440 * minute
const noon = 20_000 * day + 720 * minute

/** A card is taken along at noon, answered an hour later and sent three hours later; each by a clock that is wrong by so much. */
const reviewed = (wrong: { readonly taken: number; readonly answered: number; readonly sent: number }) =>
  correctedTime({
    at: noon + 60 * minute + wrong.answered,
    taken: { byServer: noon, byDevice: noon + wrong.taken },
    sent: { byServer: noon + 180 * minute, byDevice: noon + 180 * minute + wrong.sent },
  })

it.each([
  ['right', 0, 0, 0, 60],
  ['a day slow', -day, -day, -day, 60],
  ['a day fast', day, day, day, 60],
  ['years slow', -2000 * day, -2000 * day, -2000 * day, 60],
  ['a day slow and set right before sending', -day, -day, 0, 60],
  ['a day fast and set right before sending', day, day, 0, 60],
  ['a day slow and set right before the answer', -day, 0, 0, 60],
  ['a day fast and set right before the answer', day, 0, 0, 60],
  ['wrong at the answer alone, and slow: no earlier than the card was there', 0, -day, 0, 0],
  ['wrong at the answer alone, and fast: not in the future', 0, day, 0, 180],
])('the time of a review by a clock that is %s', (_name, taken, answered, sent, minutes) => {
  expect(reviewed({ taken, answered, sent })).toBe(noon + minutes * minute)
})

it('a device that says it took the card along in the future reviews it now at the latest', () => {
  const sent = { byServer: noon, byDevice: noon }
  expect(correctedTime({ at: noon - minute, taken: { byServer: noon + day, byDevice: noon }, sent })).toBe(noon)
})
