import 'server-only'
import { z } from 'zod'
import type { Day } from '../../review/day'
import { type Memory, phases } from '../../review/memory'
import { instantColumn, jsonColumn, toInstantColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'

/** What brought a card here. */
export type CardSource = 'practice' | 'learn' | 'set' | 'exam' | 'note' | 'course'

/** A learner and a fact, or a note of their own, with what is believed about their memory of it: one of the two is null. */
export type Card = {
  readonly id: string
  readonly factId: string | null
  readonly noteId: string | null
  readonly suspended: boolean
  /** A leech that waits to be taken up again. */
  readonly rested: boolean
  /** The day until which it waits since a backlog was spread, whatever its memory says; null where it does not wait. */
  readonly postponedTo: Day | null
  /** Null before the first review. */
  readonly memory: Memory | null
  readonly lastReviewId: string | null
  readonly lastItemId: string | null
  /** How often each kind of item has asked it. */
  readonly kindsMet: Readonly<Record<string, number>>
}

/** A card about a fact, which items can ask. */
export type FactCard = Card & { readonly factId: string }

/** Whether a card is about a fact, and not about a note of the learner's own. */
export const isOfFact = (card: Card): card is FactCard => card.factId !== null

const columns = z.object({
  id: z.string(),
  factId: z.string().nullable(),
  noteId: z.string().nullable(),
  suspendedAt: instantColumn.nullable(),
  restedAt: instantColumn.nullable(),
  postponedTo: z.number().nullable(),
  phase: z.enum(phases).nullable(),
  stability: z.number().nullable(),
  difficulty: z.number().nullable(),
  step: z.number().nullable(),
  dueAt: instantColumn.nullable(),
  dueDay: z.number().nullable(),
  lastAt: instantColumn.nullable(),
  lastDay: z.number().nullable(),
  reps: z.number(),
  lapses: z.number(),
  lastReviewId: z.string().nullable(),
  lastItemId: z.string().nullable(),
  kindsMet: jsonColumn.pipe(z.record(z.string(), z.number())),
})

/** The columns of a card, for a SELECT in which its table is called `c`. */
export const cardColumns = Object.keys(columns.shape)
  .map((column) => `c."${column}"`)
  .join(', ')

/** Reads a row with the columns of a card. */
export const cardRow = columns.transform(({ suspendedAt, restedAt, ...row }): Card => {
  const { id, factId, noteId, postponedTo, lastReviewId, lastItemId, kindsMet } = row
  const kept = { id, factId, noteId, postponedTo, lastReviewId, lastItemId, kindsMet }
  return { ...kept, suspended: suspendedAt !== null, rested: restedAt !== null, memory: memoryIn(row) }
})

type MemoryColumns = Pick<
  z.infer<typeof columns>,
  'phase' | 'stability' | 'difficulty' | 'step' | 'dueAt' | 'dueDay' | 'lastAt' | 'lastDay' | 'reps' | 'lapses'
>

function memoryIn(row: MemoryColumns): Memory | null {
  const { phase, stability, difficulty, step, dueAt, dueDay, lastAt, lastDay, reps, lapses } = row
  if (phase === null || stability === null || difficulty === null || step === null) return null
  if (lastAt === null || lastDay === null) return null
  const due = dueAt === null ? dueOn(dueDay) : ({ kind: 'at', atMs: dueAt.getTime() } as const)
  return { phase, stability, difficulty, step, due, lastAtMs: lastAt.getTime(), lastDay, reps, lapses }
}

function dueOn(day: number | null) {
  if (day === null) throw new Error('A card that was reviewed is due neither at an instant nor on a day')
  return { kind: 'on', day } as const
}

/** A memory as the columns of a card, for a statement with these names as parameters. */
function memoryColumns(memory: Memory | null) {
  if (memory === null) return { ...nothing, reps: 0, lapses: 0 }
  const { phase, stability, difficulty, step, due, lastAtMs, lastDay, reps, lapses } = memory
  return {
    phase,
    stability,
    difficulty,
    step,
    dueAt: due.kind === 'at' ? toInstantColumn(new Date(due.atMs)) : null,
    dueDay: due.kind === 'on' ? due.day : null,
    lastAt: toInstantColumn(new Date(lastAtMs)),
    lastDay,
    reps,
    lapses,
  }
}

const nothing = {
  phase: null,
  stability: null,
  difficulty: null,
  step: null,
  dueAt: null,
  dueDay: null,
  lastAt: null,
  lastDay: null,
} as const

/** The card with that id, if it is this user's. */
export function findCard(prepare: Prepare, which: { userId: string; cardId: string }): Card | undefined {
  const row = prepare<[typeof which]>(
    `SELECT ${cardColumns} FROM "Card" c WHERE c.id = @cardId AND c."userId" = @userId`,
  ).get(which)
  return row === undefined ? undefined : cardRow.parse(row)
}

/** Keeps what the log now says of a card; a card that rests from now on does so since `now`. */
export function keepCard(prepare: Prepare, userId: string, card: Card, now: Date): void {
  const { id, lastReviewId, lastItemId, rested } = card
  const restedAt = rested ? toInstantColumn(now) : null
  const kept = { id, userId, lastReviewId, lastItemId, restedAt, kindsMet: JSON.stringify(card.kindsMet) }
  const columns = { ...kept, ...memoryColumns(card.memory) }
  prepare<[typeof columns]>(
    `UPDATE "Card" SET phase = @phase, stability = @stability, difficulty = @difficulty, step = @step, "dueAt" = @dueAt,
       "dueDay" = @dueDay, "lastAt" = @lastAt, "lastDay" = @lastDay, reps = @reps, lapses = @lapses,
       "lastReviewId" = @lastReviewId, "lastItemId" = @lastItemId, "kindsMet" = @kindsMet,
       "restedAt" = CASE WHEN @restedAt IS NULL THEN NULL ELSE coalesce("restedAt", @restedAt) END
     WHERE id = @id AND "userId" = @userId`,
  ).run(columns)
}
