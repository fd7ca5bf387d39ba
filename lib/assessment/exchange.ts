import { z } from 'zod'
import { givenSchema } from '../items/shown'
import type { ExamState } from './exam-state'

// What the browser sends while an exam runs. Every id is made there, so that sending twice changes nothing.

const change = {
  id: z.uuid(),
  /** The page that sends: another tab is told by it that something was changed elsewhere. */
  by: z.uuid(),
  position: z.int().min(0).max(999),
  revision: z.int().min(1).max(1_000_000),
}

/** An answer as it stands now; null takes it back. */
export const draftRequestSchema = z.strictObject({ ...change, given: givenSchema.nullable() })

export const flagRequestSchema = z.strictObject({ ...change, flagged: z.boolean() })

export const submissionRequestSchema = z.strictObject({ id: z.uuid() })

/** The end of a question to which there is no way back: the next one is reached. */
export const placeRequestSchema = z.strictObject({ id: z.uuid(), position: z.int().min(0).max(999) })

/** Why a change is not in force, and the status that says so; each comes with the state where there is one to tell. */
export const refusalStatus = {
  invalid: 400,
  'no such exam': 404,
  'no such question': 404,
  older: 409,
  paused: 409,
  passed: 409,
  finished: 410,
  'too many': 429,
  busy: 503,
} as const

export type ExamRefusal = keyof typeof refusalStatus

/** What every request of a running exam is answered with. */
export type ExamReply = { readonly state: ExamState } | { readonly error: ExamRefusal; readonly state?: ExamState }
