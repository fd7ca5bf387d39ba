import { seedOf } from '../items/random'
import type { Day } from './day'
import type { Strength } from './memory'
import type { Scheduler } from './scheduler'

/** What planning needs of a memory: its strength, its last day, and the day on which it is due; null in steps. */
export type PlanMemory = Strength & { readonly lastDay: Day; readonly dueOn: Day | null }

/** What planning needs of a card that may be asked: not set aside, not resting, not buried for today. */
export type PlanCard = {
  readonly id: string
  /** How many questions a paper is expected to ask of its fact, 0 to 1; 0 where it is no matter of the exam. */
  readonly weight: number
  /** Null before the first review. */
  readonly memory: PlanMemory | null
}

/** What is aimed at, and how much a day may hold. */
export type Aim = {
  readonly today: Day
  /** After today. */
  readonly examDay: Day
  readonly newPerDay: number
  readonly reviewsPerDay: number
  /** What was done today already: reviews of ripe cards, and new cards. */
  readonly done: { readonly ripe: number; readonly fresh: number }
}

/** A day's plan: cards by their ids, in the order in which they are asked. */
export type DayPlan = {
  /** Reviews, both those that are due and those brought forward for the exam, the most gain first. */
  readonly reviews: readonly string[]
  /** How many of them are brought forward. */
  readonly ahead: number
  readonly fresh: readonly string[]
  /** New cards that cannot be met before the exam at the daily limit. */
  readonly unmet: number
}

/** What a review brings forward must be worth: below two points of recall a learner's time is better spent. */
const worthAhead = 0.02

/** In how many last days reviews are brought forward; in more where the daily limit is too low for that. */
const windowDays = 7

/** New cards are met in the first part of what is left, so that there is time to repeat them; a few a day at least. */
const partForNew = 2 / 3
const leastNew = 5

/**
 * Today's plan towards an exam. Reviews are asked in the order of their gain: the weight of the fact times what asking
 * today adds to its recall on the exam day. New cards are spread so that all can be met in time; where they cannot, those
 * of the greatest weight come first. In the last days cards that a review would still lift are brought forward, spread
 * evenly, within the daily limit. `cards` stand in the order in which new ones are introduced.
 */
export function planDay(scheduler: Scheduler, aim: Aim, cards: readonly PlanCard[]): DayPlan {
  const { today, done, reviewsPerDay } = aim
  const ripe = cards.flatMap((card): readonly Ripe[] =>
    card.memory === null || card.memory.dueOn === null ? [] : [{ ...card, memory: card.memory }],
  )
  const asked = ripe.flatMap((card) => {
    const isAhead = !isDueBy(card, today)
    return isAhead && !isBroughtForward(scheduler, aim, card, ripe.length)
      ? []
      : [{ id: card.id, isAhead, gain: card.weight * gainOf(scheduler, aim, card) }]
  })
  const reviews = asked
    .toSorted((a, b) => b.gain - a.gain || Number(a.isAhead) - Number(b.isAhead) || (a.id < b.id ? -1 : 1))
    .slice(0, Math.max(0, reviewsPerDay - done.ripe))
  return {
    reviews: reviews.map(({ id }) => id),
    ahead: reviews.filter(({ isAhead }) => isAhead).length,
    ...planFresh(
      aim,
      cards.filter(({ memory }) => memory === null),
    ),
  }
}

type Ripe = PlanCard & { readonly memory: PlanMemory }

const isDueBy = ({ memory: { dueOn } }: Ripe, day: Day) => dueOn !== null && dueOn <= day

/** What asking a card today adds to its recall on the exam day, beside not asking it before its own day. */
function gainOf(scheduler: Scheduler, { today, examDay }: Aim, { memory }: Ripe): number {
  const { dueOn } = memory
  const own = dueOn !== null && dueOn > today && dueOn < examDay ? dueOn : null
  const otherwise = own === null ? scheduler.recallOn(memory, examDay) : recallAsked(scheduler, memory, own, examDay)
  return recallAsked(scheduler, memory, today, examDay) - otherwise
}

/** The recall to expect on the exam day of a card that is asked on a day before: recalled then, or learned again. */
export function recallAsked(scheduler: Scheduler, memory: PlanMemory, day: Day, examDay: Day): number {
  const recall = scheduler.recallOn(memory, day)
  const days = Math.max(0, day - memory.lastDay)
  const good = scheduler.strengthAfter(memory, { rating: 'good', days })
  const again = relearned(scheduler, scheduler.strengthAfter(memory, { rating: 'again', days }))
  const onExam = ({ stability }: Strength) => scheduler.recallOn({ stability, lastDay: day }, examDay)
  return recall * onExam(good) + (1 - recall) * onExam(again)
}

/** After the step of the same day. */
const relearned = (scheduler: Scheduler, strength: Strength) =>
  scheduler.strengthAfter(strength, { rating: 'good', days: 0 })

/** A new card after its first day: two times Good. */
export const learnedToday = (scheduler: Scheduler) =>
  relearned(scheduler, scheduler.strengthAfter(null, { rating: 'good', days: 0 }))

/**
 * Whether a card that is not due yet is asked today for the exam: it has no day of its own before the exam, its turn in the
 * last days has come, and a review is still worth it. Its turn depends on its id alone, so that what was done changes
 * nobody else's.
 */
function isBroughtForward(scheduler: Scheduler, aim: Aim, card: Ripe, held: number): boolean {
  const { today, examDay } = aim
  const { memory, weight } = card
  if (weight === 0 || memory.lastDay >= today || isDueBy(card, examDay - 1)) return false
  if (today < turnOf(card, aim, held)) return false
  return gainOf(scheduler, aim, card) >= worthAhead
}

/** The day from which a card may be brought forward: one of the last before the exam. */
export function turnOf(
  { id }: Pick<PlanCard, 'id'>,
  { examDay, reviewsPerDay }: Pick<Aim, 'examDay' | 'reviewsPerDay'>,
  held: number,
): Day {
  const window = Math.max(windowDays, Math.ceil(held / Math.max(1, reviewsPerDay)))
  return examDay - 1 - (seedOf(id) % window)
}

function planFresh(aim: Aim, fresh: readonly PlanCard[]): Pick<DayPlan, 'fresh' | 'unmet'> {
  const { newPerDay, done } = aim
  const daysLeft = aim.examDay - aim.today
  const wanted = fresh.length + done.fresh
  const unmet = Math.max(0, wanted - newPerDay * daysLeft)
  const evenly = Math.ceil(wanted / Math.max(1, Math.floor(daysLeft * partForNew)))
  const today = Math.max(0, Math.min(newPerDay, Math.max(leastNew, evenly)) - done.fresh)
  // All can be met: in the order in which they are introduced, those of the exam first.
  const rank = ({ weight }: PlanCard) => (unmet > 0 ? weight : Math.sign(weight))
  const ordered = fresh.toSorted((a, b) => rank(b) - rank(a))
  return { fresh: ordered.slice(0, today).map(({ id }) => id), unmet }
}
