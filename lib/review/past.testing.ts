import type { Random } from '../items/random'
import type { Day } from './day'
import type { LoggedReview } from './fold'
import { isDue, type Memory } from './memory'
import type { Rating } from './rating'
import { createScheduler, defaultScheduling, idealDays, type Scheduler } from './scheduler'

/** A day's noon, as an instant. */
export const noonOf = (day: Day) => day * 86_400_000 + 43_200_000

/** For tests: the scheduler of a learner who forgets by weights of their own, faster than most. */
export const planted: Scheduler = createScheduler({
  ...defaultScheduling,
  weights: defaultScheduling.weights.map((weight, index) => ({ 2: 0.8, 3: 1.5, 8: 0.8, 20: 0.5 })[index] ?? weight),
})

type Life = {
  readonly cards: number
  readonly firstDay: Day
  readonly days: number
  readonly newPerDay: number
  /** By what the learner forgets on a day, and by what they are asked. */
  readonly truth: (day: Day) => Scheduler
  readonly asking: Scheduler
  readonly random: Random
}

/**
 * For tests: the reviews of a generated learner, a log per card. Each day what is due by `asking` is asked until it is due
 * on another day; whether it is recalled is drawn with the chance that `truth` gives it.
 */
export function livePast({ cards, firstDay, days, newPerDay, truth, asking, random }: Life): readonly LoggedReview[][] {
  const lives = Array.from({ length: cards }, (_, index) => ({ index, log: [] as LoggedReview[], ...unmet }))
  for (let day = firstDay; day < firstDay + days; day++) {
    for (const life of lives.slice(0, (day - firstDay + 1) * newPerDay)) {
      let atMs = noonOf(day) + life.index * 1000
      while (life.believed === null || isDue(life.believed, atMs, day)) {
        const before = life.log.at(-1)
        const rating = rate(life.real, day, truth(day), random)
        const happened = { rating, atMs, day }
        const believed = asking.review(life.believed, happened, idealDays)
        const waits = believed.due.kind === 'on' ? believed.due.day - day : null
        const id = `${life.index} ${life.log.length}`
        life.log.push({ ...happened, id, followed: before?.id ?? null, days: waits, terms: asking.terms })
        life.real = truth(day).review(life.real, happened, idealDays)
        life.believed = believed
        atMs += 15 * 60_000
      }
    }
  }
  return lives.map(({ log }) => log)
}

const unmet = { real: null as Memory | null, believed: null as Memory | null }

function rate(real: Memory | null, day: Day, truth: Scheduler, random: Random): Rating {
  const draw = random()
  if (real === null) return draw < 0.3 ? 'again' : 'good'
  return draw < truth.recallOn(real, day) ? 'good' : 'again'
}
