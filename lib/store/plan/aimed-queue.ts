import 'server-only'
import { findDaysTo } from '../../review/exam-day'
import { type Aim, type DayPlan, planDay } from '../../review/exam-plan'
import { nextTurn } from '../../review/queue'
import { database } from '../database'
import { findCard } from '../review/card'
import { cardsOfDeck } from '../review/cards-of-deck'
import type { LearnerToday } from '../review/learner'
import { type Asking, findQueue, type Queue } from '../review/next-card'
import { findExamBlueprint, findExamShares } from './exam-shares'
import { listPlanCards, type WeightedCard } from './plan-cards'

/** A day's plan towards an exam, and what it was made of. */
export type AimedDay = { readonly aim: Aim; readonly cards: readonly WeightedCard[]; readonly plan: DayPlan }

/**
 * Today's plan towards the exam of this learner; null where none is ahead, on its own day, and where today holds nothing.
 * Its cost grows with the cards, of which there are as many as facts.
 */
export async function findAimedDay(
  { userId, newPerDay, reviewsPerDay, onScreen = null }: Asking,
  { today, settings, scheduler }: LearnerToday,
  { done }: Pick<Queue, 'done'>,
): Promise<AimedDay | null> {
  const days = findDaysTo(settings, today)
  if (days === null || days <= 0 || newPerDay + reviewsPerDay === 0) return null
  const { read } = await database()
  const { weights } = await findExamShares(await findExamBlueprint(userId, settings))
  const cards = listPlanCards(read, { userId, today }, weights)
  const aim = { today, examDay: today + days, newPerDay, reviewsPerDay, done }
  const plan = planDay(
    scheduler,
    aim,
    // What is on the screen counts as done, and its siblings rest for the day.
    cards.filter(
      ({ id, factId, isAsked }) =>
        isAsked && id !== onScreen?.card.id && (factId === null || onScreen?.siblings.includes(factId) !== true),
    ),
  )
  return { aim, cards, plan }
}

/**
 * What is left for today and what is asked next, aimed at the learner's exam; as without one where none is ahead. The plan is
 * of the whole day: of a deck there is left what the plan has of it.
 */
export async function findAimedQueue(asking: Asking, learner: LearnerToday): Promise<Queue> {
  const queue = await findQueue(asking)
  const aimed = await findAimedDay(asking, learner, queue)
  if (aimed === null) return queue
  const isOfDeck = await findDeckFilter(asking)
  const [reviews, fresh] = [aimed.plan.reviews.filter(isOfDeck), aimed.plan.fresh.filter(isOfDeck)]
  const waiting = { ...queue.waiting, due: reviews.length, fresh: fresh.length }
  const turn = nextTurn(waiting, queue.done)
  const cardId = turn === 'due' ? reviews[0] : turn === 'fresh' ? fresh[0] : undefined
  const { read } = await database()
  if (cardId !== undefined)
    return { ...queue, waiting, next: findCard(read, { userId: asking.userId, cardId }) ?? null }
  // What is in steps comes as it does without an exam.
  const { next } = await findQueue({ ...asking, newPerDay: 0, reviewsPerDay: 0 })
  return { ...queue, waiting, next }
}

/** Whether a card of the user lies in the deck that is asked for. */
async function findDeckFilter({ userId, deck = { kind: 'all' } }: Asking): Promise<(cardId: string) => boolean> {
  if (deck.kind === 'all') return () => true
  const { read } = await database()
  const { condition, values } = cardsOfDeck(deck)
  const which = { ...values, userId }
  const ids = read<[typeof which]>(`SELECT c.id FROM "Card" c WHERE c."userId" = @userId${condition}`)
    .pluck()
    .all(which)
  const held = new Set(ids)
  return (cardId) => held.has(cardId)
}
