import * as z from 'zod'
import { proofOf, run } from '@/lib/tcp/run'
import { states } from '@/lib/tcp/states'
import { distinct } from './distinct'
import { eventOf } from './event-schema'
import { segmentJson, segmentSchema } from './segment-schema'
import type { StepRequest } from './step-request'
import { tcbJson, tcbOf, tcbSchema } from './tcb-schema'

/** What POST /api/step answers. Given back as `tcb` of the next request, the TCB goes on from here. */
export const stepAnswerSchema = z.strictObject({
  state: z.enum(states),
  emits: z.array(segmentSchema),
  response: z.array(z.string()),
  proof: z.array(z.strictObject({ rule: z.string(), cite: z.string() })),
  ambiguous: z.string().exactOptional(),
  tcb: tcbSchema,
})

export type StepAnswer = z.output<typeof stepAnswerSchema>

/** Runs the event on the TCB. Every valid request has an answer. */
export function answerStep({ profile, tcb, event, iss }: StepRequest): StepAnswer {
  const result = run({ profile, iss: iss ?? tcb.iss }, tcbOf(tcb), eventOf(event))
  return {
    state: result.end.state,
    emits: result.emits.map(segmentJson),
    response: distinct(result.responses.map(({ text }) => text)),
    proof: proofOf(result).map((application) => ({ ...application })),
    ...(result.ambiguous !== null && { ambiguous: result.ambiguous }),
    tcb: tcbJson(result.end),
  }
}
