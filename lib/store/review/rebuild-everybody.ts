import 'server-only'
import { z } from 'zod'
import { createScheduler } from '../../review/scheduler'
import { database } from '../database'
import { schedulingIn } from '../training/weights'
import { rebuildMemory } from './rebuild'

/** What rebuilding found: how many cards of how many learners, and a line for each that was kept otherwise. */
export type Everybody = { readonly users: number; readonly cards: number; readonly differing: readonly string[] }

/** Rebuilds the memory of everybody who has cards, one learner at a time. */
export async function rebuildEverybody(now: Date): Promise<Everybody> {
  const { read } = await database()
  const userIds = z.array(z.string()).parse(read('SELECT DISTINCT "userId" FROM "Card" ORDER BY 1').pluck().all())
  const differing: string[] = []
  let cards = 0
  for (const userId of userIds) {
    const scheduler = createScheduler(schedulingIn(read, userId))
    const rebuilt = await rebuildMemory(userId, scheduler, now)
    cards += rebuilt.cards
    for (const card of rebuilt.differingCards) differing.push(`card ${card}`)
    for (const total of rebuilt.differingTotals) differing.push(`total of ${userId}: ${total}`)
  }
  return { users: userIds.length, cards, differing }
}
