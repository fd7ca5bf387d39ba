import { z } from 'zod'

/**
 * An answer in the machine's own words, as scoring takes it. The browser sends places in what was shown instead
 * (shown.ts), so that no name of an option travels with the question.
 */
export const answerSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('choice'), option: z.string() }),
  z.strictObject({ form: z.literal('several'), options: z.array(z.string()).readonly() }),
  z.strictObject({ form: z.literal('order'), options: z.array(z.string()).readonly() }),
  // One option for each gap, in the order of the gaps.
  z.strictObject({ form: z.literal('fill'), options: z.array(z.string()).readonly() }),
  z.strictObject({ form: z.literal('text'), text: z.string() }),
  z.strictObject({ form: z.literal('numbers'), seq: z.number().nullable(), ack: z.number().nullable() }),
])

export type Answer = z.infer<typeof answerSchema>

export type AnswerForm = Answer['form']
