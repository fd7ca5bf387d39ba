import 'server-only'
import { z } from 'zod'
import type { Day } from '../../review/day'
import type { Deck } from '../../review/deck'
import { aheadMs, type DoneToday, nextTurn, type Turn, type Waiting } from '../../review/queue'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'
import { type Card, cardColumns, cardRow } from './card'
import { cardsOfDeck, type DeckCards } from './cards-of-deck'

/** Whose queue it is, when, and how much of it a day may hold. */
export type Asking = {
  readonly userId: string
  readonly now: Date
  /** The learner's day to which `now` belongs. */
  readonly today: Day
  readonly newPerDay: number
  readonly reviewsPerDay: number
  /** Of which deck; absent: of all. */
  readonly deck?: Deck
  /** A card that is being looked at, which therefore is not the next, and the facts that rest because of it. */
  readonly onScreen?: { readonly card: Card; readonly siblings: readonly string[] } | null
}

export type Queue = { readonly waiting: Waiting; readonly done: DoneToday; readonly next: Card | null }

/** What is left for today, and the card that is asked next. Its cost does not grow with what was ever reviewed. */
export async function findQueue(asking: Asking): Promise<Queue> {
  const { read } = await database()
  const { userId, today, newPerDay, reviewsPerDay, onScreen = null } = asking
  const done = doneWith(onScreen, doneRow.parse(read<[string, Day]>(doneToday).get(userId, today) ?? none))
  const among = cardsOfDeck(asking.deck ?? { kind: 'all' })
  const at: At = {
    userId,
    today,
    now: toInstantColumn(asking.now),
    soon: toInstantColumn(soonAfter(asking.now)),
    onScreen: onScreen?.card.id ?? '',
    siblings: JSON.stringify(onScreen?.siblings ?? []),
    ...among.values,
  }
  const counts = countRow.parse(read<[At]>(countWaiting(among)).get(at))
  const waiting = {
    steps: counts.steps,
    due: Math.min(counts.due, Math.max(0, reviewsPerDay - done.ripe)),
    fresh: Math.min(counts.fresh, Math.max(0, newPerDay - done.fresh)),
    soon: counts.soon,
  }
  return { waiting, done, next: findCard(read, nextTurn(waiting, done), { at, among }) }
}

const none: DoneToday = { ripe: 0, fresh: 0 }

/** The card on the screen counts as done: what comes after it must not go beyond the day's limits. */
function doneWith(onScreen: Asking['onScreen'], done: DoneToday): DoneToday {
  if (onScreen == null) return done
  const { memory } = onScreen.card
  if (memory === null) return { ...done, fresh: done.fresh + 1 }
  return memory.phase === 'review' ? { ...done, ripe: done.ripe + 1 } : done
}

const soonAfter = (now: Date) => new Date(now.getTime() + aheadMs)

type At = {
  readonly userId: string
  readonly today: Day
  readonly now: string
  readonly soon: string
  readonly onScreen: string
  /** JSON: array of facts. */
  readonly siblings: string
}

/** Something asks it: its fact, as long as the bank has an item of it that is not retired, or a note. */
export const isAskable = `(c."factId" IS NULL
  OR EXISTS (SELECT 1 FROM "Item" i WHERE i."factId" = c."factId" AND i."retiredAt" IS NULL))`
/** Neither set aside by the learner, nor a resting leech, nor on the screen; and something asks it. */
export const asked = ({ condition }: DeckCards) =>
  `c."userId" = @userId AND c."suspendedAt" IS NULL AND c."restedAt" IS NULL AND c.id <> @onScreen
     AND ${isAskable}${condition}`
/** Neither buried beside a sibling for today, nor waiting for a later day since a backlog was spread. */
export const isOpen = `(c."buriedOn" IS NULL OR c."buriedOn" <> @today)
  AND (c."postponedTo" IS NULL OR c."postponedTo" <= @today)
  AND (c."factId" IS NULL OR c."factId" NOT IN (SELECT value FROM json_each(@siblings)))`

const doneToday = `SELECT ripe, fresh FROM "ReviewTotal" WHERE "userId" = ? AND scope = 'day' AND place = ?`
const doneRow = z.object({ ripe: z.number(), fresh: z.number() })

const countWaiting = (among: DeckCards) => `SELECT
  (SELECT count(*) FROM "Card" c WHERE ${asked(among)} AND c."dueAt" <= @now) AS steps,
  (SELECT count(*) FROM "Card" c WHERE ${asked(among)} AND ${isOpen} AND c."dueDay" <= @today) AS due,
  (SELECT count(*) FROM "Card" c WHERE ${asked(among)} AND ${isOpen} AND c.phase IS NULL) AS fresh,
  (SELECT count(*) FROM "Card" c WHERE ${asked(among)} AND c."dueAt" > @now AND c."dueAt" <= @soon) AS soon`
const countRow = z.object({ steps: z.number(), due: z.number(), fresh: z.number(), soon: z.number() })

/** Of what is due, the card that is likeliest forgotten comes first: recall falls with time over stability. */
export const likeliestForgotten = '(@today - c."lastDay") / c.stability DESC, c.id'

export const queries = {
  step: `c."dueAt" <= @now ORDER BY c."dueAt"`,
  due: `${isOpen} AND c."dueDay" <= @today ORDER BY ${likeliestForgotten}`,
  fresh: `${isOpen} AND c.phase IS NULL ORDER BY c.rank, c.id`,
  soon: `c."dueAt" > @now AND c."dueAt" <= @soon ORDER BY c."dueAt"`,
} as const satisfies Record<Exclude<Turn, 'nothing'>, string>

function findCard(
  read: Prepare,
  turn: Turn,
  { at, among }: { readonly at: At; readonly among: DeckCards },
): Card | null {
  if (turn === 'nothing') return null
  const row = read<[At]>(`SELECT ${cardColumns} FROM "Card" c WHERE ${asked(among)} AND ${queries[turn]} LIMIT 1`).get(
    at,
  )
  return row === undefined ? null : cardRow.parse(row)
}
