import type { Day } from './day'
import { type Aim, learnedToday, type PlanCard, type PlanMemory, recallAsked, turnOf } from './exam-plan'
import type { Strength } from './memory'
import type { Scheduler } from './scheduler'

/** The recall of each card on the exam day, where it is asked as planned; null where it is not met before. */
export type Outlook = ReadonlyMap<string, number | null>

/** How often a card is followed into the future; by then it waits for months. */
const mostReviews = 12

/**
 * What the plan comes to on the exam day, worked out card by card, in a time that grows with the cards alone. It is assumed
 * that a card is asked on each of its days and recalled there, that the last review before the exam goes as its chance
 * says, and that new cards come at the daily limit. Where all this is more than the daily limits hold, each card keeps the
 * share of its gain that they do hold.
 */
export function foreseePlan(scheduler: Scheduler, aim: Aim, cards: readonly PlanCard[]): Outlook {
  const { today, examDay, newPerDay, reviewsPerDay } = aim
  let met = 0
  let reviews = 0
  const foreseen = cards.map((card) => {
    const now = card.memory === null ? null : scheduler.recallOn(card.memory, examDay)
    const memory =
      card.memory ?? waiting(scheduler, learnedToday(scheduler), today + Math.floor(met++ / Math.max(1, newPerDay)))
    if (newPerDay === 0 && card.memory === null) return { id: card.id, now, planned: null }
    if (memory.lastDay >= examDay) return { id: card.id, now, planned: null }
    const followed = follow(scheduler, { ...aim, held: cards.length }, { ...card, memory })
    reviews += followed.reviews
    return { id: card.id, now, planned: followed.recall }
  })
  const share = Math.min(1, (reviewsPerDay * (examDay - today)) / Math.max(1, reviews))
  return new Map(
    foreseen.map(({ id, now, planned }) => [
      id,
      planned === null || now === null ? planned : now + share * (planned - now),
    ]),
  )
}

type Followed = { readonly recall: number; readonly reviews: number }

function follow(
  scheduler: Scheduler,
  aim: Aim & { readonly held: number },
  card: PlanCard & { readonly memory: PlanMemory },
): Followed {
  const { today, examDay } = aim
  let { memory } = card
  let recall = scheduler.recallOn(memory, examDay)
  for (let reviews = 0; reviews < mostReviews; reviews++) {
    const due = memory.dueOn ?? today
    const isLast = due >= examDay
    const next = Math.max(today, isLast ? turnOf(card, aim, aim.held) : due)
    if (next <= memory.lastDay || (isLast && card.weight === 0)) return { recall, reviews }
    const asked = recallAsked(scheduler, memory, next, examDay)
    if (isLast) return { recall: Math.max(recall, asked), reviews: reviews + 1 }
    recall = asked
    memory = recalledOn(scheduler, memory, next)
  }
  return { recall, reviews: mostReviews }
}

function recalledOn(scheduler: Scheduler, memory: PlanMemory, day: Day): PlanMemory {
  const days = Math.max(0, day - memory.lastDay)
  return waiting(scheduler, scheduler.strengthAfter(memory, { rating: 'good', days }), day)
}

/** A memory that waits from a day on, for as long as it holds. */
function waiting(scheduler: Scheduler, { stability, difficulty }: Strength, day: Day): PlanMemory {
  return { stability, difficulty, lastDay: day, dueOn: day + scheduler.daysFor(stability) }
}
