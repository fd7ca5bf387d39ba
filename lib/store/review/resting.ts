import 'server-only'
import { z } from 'zod'
import { type Answer, answerSchema } from '../../items/answer'
import { jsonColumn } from '../columns'
import { database } from '../database'

/** A leech at rest, and the wrong answers that put it there, the latest first. */
export type RestingCard = {
  readonly id: string
  /** Null where the card is the learner's own. */
  readonly factId: string | null
  /** The learner's own card: its id, and the Markdown of its front. */
  readonly note: { readonly id: string; readonly front: string } | null
  readonly lapses: number
  readonly wrong: readonly Answer[]
}

const restingRow = z.object({
  id: z.string(),
  factId: z.string().nullable(),
  noteId: z.string().nullable(),
  front: z.string().nullable(),
  lapses: z.number(),
})
const givenRow = z.object({ given: jsonColumn.pipe(answerSchema) })

/** A deleted note leaves its card behind for the log alone. */
const resting = `"Card" c LEFT JOIN "Note" n ON n.id = c."noteId"
  WHERE c."userId" = ? AND c."restedAt" IS NOT NULL AND n."deletedAt" IS NULL`

/** As many wrong answers as tell what somebody believes. */
const latest = 12

/** The cards of a user that rest, longest first. There are at most as many as facts, and their own. */
export async function listResting(userId: string): Promise<readonly RestingCard[]> {
  const { read } = await database()
  const cards = read<[string]>(
    `SELECT c.id, c."factId", c."noteId", n.front, c.lapses FROM ${resting} ORDER BY c."restedAt", c.id`,
  ).all(userId)
  const wrong = read<[{ cardId: string; userId: string }]>(
    `SELECT given FROM "Review" r WHERE r."cardId" = @cardId AND r."userId" = @userId AND r."right" = 0
       AND r.given IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Undo" u WHERE u."reviewId" = r.id)
     ORDER BY r.at DESC LIMIT ${latest}`,
  )
  return cards.map((row) => {
    const { id, factId, noteId, front, lapses } = restingRow.parse(row)
    const given = wrong.all({ cardId: id, userId }).flatMap((answer) => givenRow.safeParse(answer).data?.given ?? [])
    const note = noteId === null ? null : { id: noteId, front: front ?? '' }
    return { id, factId, note, lapses, wrong: given }
  })
}

export async function countResting(userId: string): Promise<number> {
  const { read } = await database()
  return Number(read<[string]>(`SELECT count(*) FROM ${resting}`).pluck().get(userId))
}

/** Takes up a card that rests: it is due as its memory says. One that does not rest, or is not this user's, changes nothing. */
export async function takeUpAgain(userId: string, cardId: string): Promise<'taken up' | 'busy'> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => {
    prepare<[string, string]>('UPDATE "Card" SET "restedAt" = NULL WHERE id = ? AND "userId" = ?').run(cardId, userId)
  })
  return written.kind === 'refused' ? 'busy' : 'taken up'
}
