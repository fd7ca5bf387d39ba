import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Attempt, continueAttempt, type ExamEvent, endOf, foldAttempt, isTimeUp } from '../../assessment/attempt'
import { type Blueprint, blueprintSchema } from '../../assessment/blueprint'
import { termsSchema } from '../../assessment/clock'
import type { Prediction } from '../../assessment/predict'
import { givenSchema } from '../../items/shown'
import { columnsOf, instantColumn, jsonColumn, toInstantColumn, toJsonColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'
import { createHeldLogs, type LogMark, rowOf } from './held-logs'

/** Whose attempt. The owner is always part of the question. */
export type ExamKey = { readonly userId: string; readonly attemptId: string }

/** An attempt with its log folded. */
export type Loaded = {
  readonly id: string
  readonly blueprint: Blueprint
  /** The assignment that it is a try at, and which; null for a mock exam. */
  readonly assignmentId: string | null
  readonly number: number | null
  readonly attempt: Attempt
  /** The score that was expected at the start; null where nothing was known. */
  readonly prediction: Prediction | null
  /** How many events the log has: the next gets this number. */
  readonly logged: number
  readonly mark: LogMark
}

/** Enough for several rooms at once; an attempt takes some ten kilobytes. */
const held = createHeldLogs<Loaded>(2000)

/** Keeps an attempt in memory (held-logs.ts). Only where what was read of it is committed. */
export const holdAttempt = held.hold

const headRow = z.object({
  id: z.string(),
  blueprint: jsonColumn.pipe(blueprintSchema),
  questions: z.number(),
  minutes: z.number().nullable(),
  terms: jsonColumn,
  startedAt: instantColumn,
  assignmentId: z.string().nullable(),
  number: z.number().nullable(),
  predictedMean: z.number().nullable(),
  predictedLow: z.number().nullable(),
  predictedHigh: z.number().nullable(),
})

const common = { id: z.string(), at: instantColumn.transform((at) => at.getTime()) }
const change = { ...common, by: z.string(), position: z.number(), revision: z.number() }
/** Who did it for the owner; null where the owner did. */
const act = { ...common, by: z.string().nullable() }

/** Reads a row of the log as the event that lib/assessment folds. */
export const eventRow = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('started') }),
  z.object({ ...change, kind: z.literal('draft'), value: jsonColumn.pipe(givenSchema.nullable()) }),
  z.object({ ...change, kind: z.literal('brought'), value: jsonColumn.pipe(givenSchema.nullable()) }),
  z.object({ ...change, kind: z.literal('flag'), value: jsonColumn.pipe(z.boolean()) }),
  z.object({ ...common, kind: z.literal('reached'), position: z.number() }),
  z.object({ ...act, kind: z.literal(['extended', 'reopened']), minutes: z.number() }),
  z.object({ ...act, kind: z.literal('paused'), minutes: z.number() }),
  z.object({ ...act, kind: z.literal(['resumed', 'handed in']) }),
  z
    .object({ ...act, kind: z.literal('terms'), value: jsonColumn.pipe(termsSchema) })
    .transform(({ value: terms, ...event }) => ({ ...event, terms })),
  z.object({ ...common, kind: z.literal('closed') }),
])

/**
 * The attempt with that id; undefined where this user has none, or has not begun it. Reads by two indexes, whatever else
 * there is; of a log that is held (held-attempts.ts), only what came since.
 */
export function loadAttempt(prepare: Prepare, key: ExamKey): Loaded | undefined {
  const found = prepare<[ExamKey]>(
    `SELECT ${columnsOf(headRow, 'a')} FROM "ExamAttempt" a
     WHERE a.id = @attemptId AND a."userId" = @userId AND a."startedAt" IS NOT NULL`,
  ).get(key)
  if (found === undefined) return undefined
  const row = rowOf(found)
  const known = held.find(key.attemptId, row)
  if (known !== undefined) {
    const [last, ...since] = readEvents(prepare, { attemptId: known.id, from: known.logged - 1 })
    if (last !== undefined && last.id === known.mark.lastId) return continueLoaded(known, since)
  }
  const head = headRow.parse(row)
  const { id, blueprint, questions, minutes, startedAt, assignmentId, number } = head
  const terms = termsSchema.parse({ minutes, ...z.looseObject({}).parse(head.terms) })
  const attempt = foldAttempt({ startedAt: startedAt.getTime(), terms, questions }, [])
  const mark = { row, lastId: null }
  const begun = { id, blueprint, assignmentId, number, attempt, prediction: predictionIn(head), logged: 0, mark }
  return continueLoaded(begun, readEvents(prepare, { attemptId: id, from: 0 }))
}

/** The same attempt, with what was added to its log since. */
export function continueLoaded(loaded: Loaded, since: readonly ExamEvent[]): Loaded {
  if (since.length === 0) return loaded
  return {
    ...loaded,
    attempt: continueAttempt(loaded.attempt, since),
    logged: loaded.logged + since.length,
    mark: { ...loaded.mark, lastId: since.at(-1)?.id ?? loaded.mark.lastId },
  }
}

/** The events of a log, from the one with number `from` on. */
function readEvents(
  prepare: Prepare,
  which: { readonly attemptId: string; readonly from: number },
): readonly ExamEvent[] {
  const rows = prepare<[typeof which]>(
    `SELECT id, kind, at, "by", position, revision, value, minutes FROM "ExamEvent"
     WHERE "attemptId" = @attemptId AND number >= @from ORDER BY number`,
  ).all(which)
  return z.array(eventRow).parse(rows)
}

function predictionIn({ predictedMean: mean, predictedLow: low, predictedHigh: high }: z.infer<typeof headRow>) {
  return mean === null || low === null || high === null ? null : { mean, low, high }
}

/** The same attempt, closed first where its time is up: whoever comes after the end finds the drafts handed in. */
export function loadSettled(prepare: Prepare, key: ExamKey, now: number): Loaded | undefined {
  const loaded = loadAttempt(prepare, key)
  if (loaded === undefined || loaded.attempt.finished !== null || !isTimeUp(loaded.attempt, now)) return loaded
  appendEvent(prepare, loaded, { kind: 'closed', id: randomUUID(), at: now })
  return noteEnd(prepare, key)
}

type EventColumns = {
  readonly id: string
  readonly attemptId: string
  readonly number: number
  readonly kind: string
  readonly at: string
  readonly by: string | null
  readonly position: number | null
  readonly revision: number | null
  readonly value: string | null
  readonly minutes: number | null
}

/** Adds an event at the end of the log. Throws where its id is in use. */
export function appendEvent(
  prepare: Prepare,
  { id: attemptId, logged }: Pick<Loaded, 'id' | 'logged'>,
  event: ExamEvent,
): void {
  prepare<[EventColumns]>(
    `INSERT INTO "ExamEvent" (id, "attemptId", number, kind, at, "by", position, revision, value, minutes)
     VALUES (@id, @attemptId, @number, @kind, @at, @by, @position, @revision, @value, @minutes)`,
  ).run({
    id: event.id,
    attemptId,
    number: logged,
    kind: event.kind,
    at: toInstantColumn(new Date(event.at)),
    by: 'by' in event ? event.by : null,
    position: 'position' in event ? event.position : null,
    revision: 'revision' in event ? event.revision : null,
    value: 'value' in event ? toJsonColumn(event.value) : event.kind === 'terms' ? toJsonColumn(event.terms) : null,
    minutes: 'minutes' in event ? event.minutes : null,
  })
}

/** Notes in the attempt's own row what its log says of the end now, for the sweep and for the next start. */
export function noteEnd(prepare: Prepare, key: ExamKey): Loaded | undefined {
  const loaded = loadAttempt(prepare, key)
  if (loaded === undefined) return undefined
  const { finished } = loaded.attempt
  const end = endOf(loaded.attempt)
  prepare<[{ id: string; endsAt: string | null; finishedAt: string | null; open: string | null } & ExamKey]>(
    `UPDATE "ExamAttempt" SET "endsAt" = @endsAt, "finishedAt" = @finishedAt, "openUserId" = @open
     WHERE id = @attemptId AND "userId" = @userId`,
  ).run({
    ...key,
    id: loaded.id,
    endsAt: end === null ? null : toInstantColumn(new Date(end)),
    finishedAt: finished === null ? null : toInstantColumn(new Date(finished.at)),
    open: finished === null && loaded.assignmentId === null ? key.userId : null,
  })
  return loaded
}
