import 'server-only'
import { z } from 'zod'
import { type Answer, answerSchema } from '../../items/answer'
import { jsonColumn } from '../columns'
import { database } from '../database'

/** A leech at rest, and the wrong answers that put it there, the latest first. */
export type RestingCard = {
  readonly id: string
  readonly factId: string
  readonly lapses: number
  readonly wrong: readonly Answer[]
}

const restingRow = z.object({ id: z.string(), factId: z.string(), lapses: z.number() })
const givenRow = z.object({ given: jsonColumn.pipe(answerSchema) })

/** As many wrong answers as tell what somebody believes. */
const latest = 12

/** The cards of a user that rest, longest first. There are at most as many as facts. */
export async function listResting(userId: string): Promise<readonly RestingCard[]> {
  const { read } = await database()
  const cards = read<[string]>(
    `SELECT id, "factId", lapses FROM "Card" WHERE "userId" = ? AND "restedAt" IS NOT NULL ORDER BY "restedAt", id`,
  ).all(userId)
  const wrong = read<[{ cardId: string; userId: string }]>(
    `SELECT given FROM "Review" r WHERE r."cardId" = @cardId AND r."userId" = @userId AND r."right" = 0
       AND r.given IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Undo" u WHERE u."reviewId" = r.id)
     ORDER BY r.at DESC LIMIT ${latest}`,
  )
  return cards.map((row) => {
    const { id, factId, lapses } = restingRow.parse(row)
    const given = wrong.all({ cardId: id, userId }).flatMap((answer) => givenRow.safeParse(answer).data?.given ?? [])
    return { id, factId, lapses, wrong: given }
  })
}

export async function countResting(userId: string): Promise<number> {
  const { read } = await database()
  const count = read<[string]>('SELECT count(*) FROM "Card" WHERE "userId" = ? AND "restedAt" IS NOT NULL').pluck()
  return Number(count.get(userId))
}

/** Takes up a card that rests: it is due as its memory says. One that does not rest, or is not this user's, changes nothing. */
export async function takeUpAgain(userId: string, cardId: string): Promise<'taken up' | 'busy'> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => {
    prepare<[string, string]>('UPDATE "Card" SET "restedAt" = NULL WHERE id = ? AND "userId" = ?').run(cardId, userId)
  })
  return written.kind === 'refused' ? 'busy' : 'taken up'
}
