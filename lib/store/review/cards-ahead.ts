import 'server-only'
import type { Body } from '../../items/item'
import { findFreshBody } from '../../items/mark'
import { printOf } from '../../items/print-of'
import { seedOf } from '../../items/random'
import { siblingsAmong } from '../../items/siblings'
import type { Day } from '../../review/day'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { findShowings, type Showing } from './asked-card'
import { cardColumns, cardRow, type FactCard, isOfFact } from './card'
import { cardsOfDeck } from './cards-of-deck'
import type { LearnerToday } from './learner'
import { limitsOf } from './limits-of'
import { asked, findQueue, isOpen, queries } from './next-card'

/** The most cards that travel. */
const mostCards = 50

/** How far ahead a card may be due that travels: a weekend and a day. */
const daysAhead = 3

/** The showings of a card that travel: three reviews in one offline day are a lapse and its steps. */
const showingsAhead = 3

const dayMs = 86_400_000

/** A card that a device takes along: what is asked of it in its next reviews, without words and without key. */
export type CardAhead = {
  readonly card: FactCard
  /** Another number whenever the card is not as it was. */
  readonly version: number
  /** The cards taken along that rest for the day when this one is asked. */
  readonly siblings: readonly string[]
}

/**
 * The cards that a device takes along: those in steps, those due, the new ones of today, and those that fall due in the next
 * days, in this order and up to `mostCards`. What an exam asks that this user has under way stays here.
 */
export async function findCardsAhead(userId: string, learner: LearnerToday, now: Date): Promise<readonly CardAhead[]> {
  const { read } = await database()
  const { today } = learner
  const limits = limitsOf(learner)
  const { waiting } = await findQueue({ userId, now, today, ...limits })
  const until = toInstantColumn(new Date(now.getTime() + daysAhead * dayMs))
  const at = {
    userId,
    today,
    now: until,
    onScreen: '',
    siblings: '[]',
    lastDay: limits.reviewsPerDay === 0 ? today : today + daysAhead,
  }
  const cards = [
    ...listCards(read, queries.step, at, mostCards),
    ...listCards(read, queries.due, at, waiting.due),
    ...listCards(read, queries.fresh, at, waiting.fresh),
    ...listCards(read, upcoming, at, mostCards),
  ].slice(0, mostCards)
  const siblings = siblingsAmong(cards.map(({ factId }) => factId))
  const ids = new Map(cards.map(({ factId, id }) => [factId, id]))
  return cards.map((card) => ({
    card,
    version: seedOf(JSON.stringify([card.memory, card.lastReviewId, card.lastItemId, card.kindsMet])),
    siblings: (siblings.get(card.factId) ?? []).flatMap((factId) => ids.get(factId) ?? []),
  }))
}

export type ShowingAhead = Omit<Showing, 'item'> & {
  readonly topic: string
  readonly level: number
  readonly body: Body
  readonly print: number
}

/** How a card that travels is asked in its next reviews; what is not sound is left out. */
export async function findShowingsAhead(card: FactCard): Promise<readonly ShowingAhead[]> {
  const showings = await findShowings(card, showingsAhead)
  return showings.flatMap(({ item, seed, handle }) => {
    const body = findFreshBody(item, card.factId, seed)
    return body === null
      ? []
      : [{ handle, seed, topic: item.topic, level: item.level, body, print: printOf(body, seed) }]
  })
}

/** `now` is the instant up to which a card in steps counts as due. */
type At = {
  readonly userId: string
  readonly today: Day
  readonly lastDay: Day
  readonly now: string
  readonly onScreen: string
  readonly siblings: string
}

const everyDeck = cardsOfDeck({ kind: 'all' })

const upcoming = `${isOpen} AND c."dueDay" > @today AND c."dueDay" <= @lastDay ORDER BY c."dueDay", c.id`

const inExam = `EXISTS (SELECT 1 FROM "ExamAttempt" a JOIN "ExamQuestion" q ON q."attemptId" = a.id
  WHERE a."userId" = @userId AND a."finishedAt" IS NULL AND q."factId" = c."factId")`

function listCards(read: Prepare, which: string, at: At, most: number): readonly FactCard[] {
  const rows = read<[At & { most: number }]>(
    `SELECT ${cardColumns} FROM "Card" c WHERE ${asked(everyDeck)} AND c."factId" IS NOT NULL AND NOT ${inExam} AND ${which} LIMIT @most`,
  ).all({ ...at, most })
  return rows.map((row) => cardRow.parse(row)).filter(isOfFact)
}
