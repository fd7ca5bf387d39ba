import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'

/** The day number, UTC, that is now. */
export const today = (): number => Math.floor(Date.now() / 86_400_000)

/**
 * Rewrites cards of the page's own learner as months would leave them, in the database that the journeys' server has
 * open; nothing else in the journeys writes past the app.
 *
 * @param change what follows SET, and a WHERE that names cards beside their owner; values by name.
 */
export async function ageCards(
  page: Page,
  change: { set: string; where: string; values: Record<string, string | number> },
): Promise<void> {
  const session = await page.request.get('/api/auth/get-session')
  const { user }: { user: { id: string } } = await session.json()
  const database = new Database((process.env.DATABASE_URL ?? '').replace('file:', ''))
  database
    .prepare(`UPDATE "Card" SET ${change.set} WHERE "userId" = @userId AND (${change.where})`)
    .run({ ...change.values, userId: user.id })
  database.close()
}
