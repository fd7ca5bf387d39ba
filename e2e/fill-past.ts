// Gives a user of the journeys' database a past of so many days over so many cards of the bank, of a learner who forgets
// faster than most. Run with tsx; the arguments: the user's id, cards, days.
import { randomFrom } from '../lib/items/random'
import { dayOf } from '../lib/review/day'
import { planted } from '../lib/review/past.testing'
import { listActiveItems } from '../lib/store/active-items'
import { database } from '../lib/store/database'
import { writePast } from '../lib/store/training/past.testing'

const [userId = '', cards = '60', days = '60'] = process.argv.slice(2)
const facts = new Map((await listActiveItems()).map((item) => [item.factId, item]))
const step = Math.floor(facts.size / Number(cards))
const items = [...facts.values()].filter((_, index) => index % step === 0).slice(0, Number(cards))
const today = dayOf({ timeZone: 'UTC', dayStartsAtHour: 4 }, Date.now())
const past = {
  firstDay: today - Number(days),
  days: Number(days),
  newPerDay: 6,
  truth: () => planted,
  random: randomFrom(5),
}
const opened = await database()
// Not console.log, which colours a number where it is told to.
process.stdout.write(String(await writePast(opened, userId, { items, past })))
await opened.close()
