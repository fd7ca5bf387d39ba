import 'server-only'
import { z } from 'zod'
import { booleanColumn, instantColumn, jsonColumn } from './columns'

/** An answer as stored; it never changes. `shown` and `given` are what lib/items wrote there, to be parsed by its schemas. */
export type Answer = {
  /** The UUID made by the browser. */
  readonly id: string
  readonly practiceId: string
  readonly position: number
  readonly itemId: string
  readonly itemVersion: number
  /** The item as it was shown. */
  readonly shown: unknown
  readonly given: unknown
  readonly right: boolean
  readonly tookMs: number
  readonly at: Date
}

/** Reads a row with the columns of an answer. */
export const answerRow = z.object({
  id: z.string(),
  practiceId: z.string(),
  position: z.number(),
  itemId: z.string(),
  itemVersion: z.number(),
  shown: jsonColumn,
  given: jsonColumn,
  right: booleanColumn,
  tookMs: z.number(),
  at: instantColumn,
})
