import { z } from 'zod'
import { topics } from '../items/topics'

/** Which cards somebody goes through without touching the schedule: those to come are a preview, the others cramming. */
export const cramChoices = ['coming', 'soon', 'forgotten', 'all'] as const

/** How many cards may be gone through at once. */
export const cramCounts = [10, 20, 50] as const

const largestSeed = 2_147_483_647

const cramSchema = z.object({
  of: z.enum(cramChoices),
  /** Of this topic alone; absent: of all. */
  topic: z.enum(topics).optional().catch(undefined),
  count: z.coerce.number().pipe(z.literal(cramCounts)).catch(20),
  /** Decides the order and the form of each question, so that a reload asks the same. */
  seed: z.coerce.number().int().min(0).max(largestSeed).optional().catch(undefined),
})

export type Cram = z.infer<typeof cramSchema>

/** What an address asks to go through; null where it asks for nothing. */
export function parseCram(query: unknown): Cram | null {
  return cramSchema.safeParse(query).data ?? null
}

/** How far ahead "soon" looks, in days. */
export const soonDays = 7
