import { z } from 'zod'
import { itemKinds } from './item'
import { topics } from './topics'

export const practiceLengths = [5, 10, 20, 40] as const

/** What to practise: at least one topic and one kind, and how many questions. */
export const practiceChoiceSchema = z.object({
  topics: z.array(z.enum(topics)).min(1),
  kinds: z.array(z.enum(itemKinds)).min(1),
  length: z.coerce.number().pipe(z.union(practiceLengths.map((length) => z.literal(length)))),
})
