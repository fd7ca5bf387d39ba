import * as z from 'zod'
import { emissions } from '@/lib/tcp/emissions'
import { eventNames } from '@/lib/tcp/events'
import type { Profile } from '@/lib/tcp/profiles'
import { dispositionKinds } from '@/lib/tcp/rule'
import { type Rule, rulesOf } from '@/lib/tcp/rules'
import { states } from '@/lib/tcp/states'
import { distinct } from './distinct'
import { profileSchema } from './machine-request'

const stateSchema = z.enum(states)

/** What every rule says, where it applies and leads aside. */
const ruleSchema = z.strictObject({
  id: z.string(),
  on: z.enum(eventNames),
  when: z.array(z.string()).exactOptional(),
  emits: z.array(z.enum(emissions)),
  response: z.array(z.string()).exactOptional(),
  cite: z.string(),
  ambiguous: z.string().exactOptional(),
})

export const transitionSchema = z.strictObject({
  from: stateSchema,
  to: stateSchema,
  ...ruleSchema.shape,
  figure5: z.boolean(),
})

export const dispositionSchema = z.strictObject({
  state: stateSchema,
  kind: z.enum(dispositionKinds),
  ...ruleSchema.shape,
})

/** What GET /api/machine answers: one profile's states, events and rules, one entry for each rule. */
export const machineAnswerSchema = z.strictObject({
  profile: profileSchema,
  states: z.array(stateSchema),
  events: z.array(z.enum(eventNames)),
  transitions: z.array(transitionSchema),
  dispositions: z.array(dispositionSchema),
})

export type MachineAnswer = z.output<typeof machineAnswerSchema>

/** The machine of a profile, whole. */
export function answerMachine(profile: Profile): MachineAnswer {
  const inForce = rulesOf(profile)
  return {
    profile,
    states: [...states],
    events: [...eventNames],
    transitions: inForce.flatMap((rule) =>
      rule.kind === 'transition' ? [{ from: rule.from, to: rule.to, ...said(rule), figure5: rule.figure5 }] : [],
    ),
    dispositions: inForce.flatMap(({ kind, ...rule }) =>
      kind === 'transition' ? [] : [{ state: rule.from, kind, ...said(rule) }],
    ),
  }
}

function said({ id, on, when, emits, responses, cite, ambiguous }: Omit<Rule, 'kind'>): z.output<typeof ruleSchema> {
  return {
    id,
    on,
    ...(when.length > 0 && { when: [...when] }),
    emits: [...emits],
    ...(responses.length > 0 && { response: distinct(responses.map(({ text }) => text)) }),
    cite,
    ...(ambiguous !== null && { ambiguous }),
  }
}
