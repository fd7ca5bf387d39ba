import 'server-only'
import { z } from 'zod'
import { type Attempt, type ExamEvent, foldAttempt } from '../../../assessment/attempt'
import { blueprintSchema, type Credit } from '../../../assessment/blueprint'
import { type Terms, termsSchema } from '../../../assessment/clock'
import type { FrozenQuestion } from '../../../assessment/score'
import { type Given, givenSchema } from '../../../items/shown'
import { jsonColumn } from '../../columns'
import { type ExamKey, eventRow } from '../../exam/exam-log'
import type { Prepare } from '../../sqlite/statements'

/** A question with the rest of its stratum. */
export type ClassQuestion = FrozenQuestion & { readonly pathLength: string }

/** A change of an answer: which question, and when it reached the server, in milliseconds. */
export type Changed = { readonly position: number; readonly at: number }

/** A finished try with its paper. */
export type ClassPaper = ExamKey & {
  readonly attempt: Attempt
  readonly credit: Credit
  readonly paper: readonly ClassQuestion[]
  /** The drafts of its log, in their order. */
  readonly changes: readonly Changed[]
}

// A class has tens of thousands of these rows; each column is of one kind by the schema, and what is JSON is parsed.
type QuestionRow = readonly [position: number, itemId: string, itemVersion: number, seed: number, points: number]
type HeadRow = readonly [blueprint: string, questions: number, minutes: number | null, terms: string, startedAt: string]
type EventRow = readonly [
  kind: string,
  id: string,
  at: string,
  by: string,
  position: number,
  revision: number,
  value: string,
  minutes: number | null,
]

const askedRow = z.object({
  factId: z.string(),
  topic: z.string(),
  level: z.number(),
  pathLength: z.string(),
  body: jsonColumn,
})

type Asked = Omit<ClassQuestion, 'position' | 'seed' | 'points'>

/**
 * Reads papers of one class, as loadAttempt would each. What is frozen of an item is read once for each of its versions,
 * which never change: a class is asked the same items again and again, by the same blueprint, and answers alike.
 */
export function createPaperReader(read: Prepare): (key: ExamKey) => ClassPaper | undefined {
  const known = new Map<string, Asked>()
  const askedAt = (attemptId: string, [position, id, version]: QuestionRow): Asked => {
    const name = `${version} ${id}`
    const before = known.get(name)
    if (before !== undefined) return before
    const { body, ...stratum } = askedRow.parse(
      read<[string, number]>(
        `SELECT "factId", topic, level, "pathLength", body FROM "ExamQuestion" WHERE "attemptId" = ? AND position = ?`,
      ).get(attemptId, position),
    )
    const asked = { ...stratum, item: { id, version, body } }
    known.set(name, asked)
    return asked
  }
  const creditIn = remember((text): Credit => jsonColumn.pipe(blueprintSchema).parse(text).credit)
  const termsIn = remember((text): Terms => termsSchema.parse(JSON.parse(text)))
  const givenIn = remember((text): Given | null => jsonColumn.pipe(givenSchema.nullable()).parse(text))
  const eventIn = (row: EventRow): ExamEvent => {
    const [kind, id, at, by, position, revision, value, minutes] = row
    if (kind !== 'draft') return eventRow.parse({ id, kind, at, by, position, revision, value, minutes })
    return { kind: 'draft', id, at: Date.parse(at), by, position, revision, value: givenIn(value) }
  }
  return (key) => {
    const { userId, attemptId } = key
    const head = read<[ExamKey], HeadRow>(
      `SELECT blueprint, questions, minutes, terms, "startedAt" FROM "ExamAttempt"
       WHERE id = @attemptId AND "userId" = @userId AND "startedAt" IS NOT NULL`,
    )
      .raw()
      .get(key)
    if (head === undefined) return undefined
    const [blueprint, questions, minutes, terms, startedAt] = head
    // Another text than that of exam-log.ts, for a statement stays raw.
    const events = read<[string], EventRow>(
      `SELECT kind, id, at, "by", position, revision, value, minutes FROM "ExamEvent" WHERE "attemptId" = ? ORDER BY number`,
    )
      .raw()
      .all(attemptId)
      .map(eventIn)
    const rows = read<[string], QuestionRow>(
      `SELECT position, coalesce("itemId", "versionId"), "itemVersion", seed, points
       FROM "ExamQuestion" WHERE "attemptId" = ? ORDER BY position`,
    )
      .raw()
      .all(attemptId)
    const begun = { startedAt: Date.parse(startedAt), terms: termsIn(withMinutes(terms, minutes)), questions }
    return {
      ...{ userId, attemptId, credit: creditIn(blueprint) },
      attempt: foldAttempt(begun, events),
      paper: rows.map((row) => {
        const [position, , , seed, points] = row
        return { ...askedAt(attemptId, row), position, seed, points }
      }),
      changes: events.flatMap((event) => (event.kind === 'draft' ? { position: event.position, at: event.at } : [])),
    }
  }
}

/** Terms as they are stored, over the limit that has a column of its own. */
function withMinutes(terms: string, minutes: number | null): string {
  return JSON.stringify({ minutes, ...z.looseObject({}).parse(JSON.parse(terms)) })
}

/** The same for the same text, worked out once. */
function remember<T>(readText: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = readText(text)
    known.set(text, value)
    return value
  }
}
