import * as z from 'zod'
import { eventSchema } from './event-schema'
import { profileSchema } from './machine-request'
import { sequenceNumberSchema } from './segment-schema'
import { tcbSchema } from './tcb-schema'

/** What POST /api/step takes: one event, the TCB that it finds, and the ISS to select where it selects one. */
export const stepRequestSchema = z.strictObject({
  profile: profileSchema.default('rfc9293'),
  tcb: tcbSchema,
  event: eventSchema,
  iss: sequenceNumberSchema.exactOptional(),
})

export type StepRequest = z.output<typeof stepRequestSchema>
