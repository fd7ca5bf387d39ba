import { dispositionSchema, machineAnswerSchema, transitionSchema } from './answer-machine'
import { stepAnswerSchema } from './answer-step'
import { openSchema, otherCallSchema, sendSchema, timeoutSchema } from './event-schema'
import { type Field, fieldsOf } from './fields'
import { machineRequestSchema } from './machine-request'
import { segmentSchema } from './segment-schema'
import { stepRequestSchema } from './step-request'
import { tcbSchema } from './tcb-schema'

/** One object of the two calls, by the name under which messages/ has words for it and its fields. */
export type Documented = { readonly name: string; readonly fields: readonly Field[] }

/** The objects that the page for programs describes, in its order, call by call. */
export const documented = {
  machine: documentedAs({
    machineRequest: machineRequestSchema,
    machine: machineAnswerSchema,
    transition: transitionSchema,
    disposition: dispositionSchema,
  }),
  step: documentedAs({
    request: stepRequestSchema,
    tcb: tcbSchema,
    open: openSchema,
    send: sendSchema,
    call: otherCallSchema,
    timeout: timeoutSchema,
    segment: segmentSchema,
    answer: stepAnswerSchema,
  }),
} as const

function documentedAs(schemas: Readonly<Record<string, Parameters<typeof fieldsOf>[0]>>): readonly Documented[] {
  return Object.entries(schemas).map(([name, schema]) => ({ name, fields: fieldsOf(schema) }))
}
