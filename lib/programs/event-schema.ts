import * as z from 'zod'
import { type Event, timeouts } from '@/lib/tcp/events'
import { oneOf } from './one-of'
import { largestText, segmentOf, segmentSchema } from './segment-schema'

export const openSchema = z.strictObject({
  call: z.literal('OPEN'),
  mode: z.enum(['passive', 'active']),
  remote: z.boolean(),
})

export const sendSchema = z.strictObject({
  call: z.literal('SEND'),
  len: z.int().min(1).max(largestText).default(1),
})

export const otherCallSchema = z.strictObject({ call: z.enum(['RECEIVE', 'CLOSE', 'ABORT', 'STATUS']) })

const arrivalSchema = z.strictObject({ segment: segmentSchema })

export const timeoutSchema = z.strictObject({ timeout: z.enum(timeouts) })

/** One event: a user call, a segment that arrives, or a timeout that expires. */
export const eventSchema = oneOf({
  call: z.discriminatedUnion('call', [openSchema, sendSchema, otherCallSchema]),
  segment: arrivalSchema,
  timeout: timeoutSchema,
})

export type EventJson = z.output<typeof eventSchema>

/** The machine's event for a program's. */
export function eventOf(event: EventJson): Event {
  if ('segment' in event) return { kind: 'segment', segment: segmentOf(event.segment) }
  return 'timeout' in event ? { kind: 'timeout', ...event } : { kind: 'call', ...event }
}
