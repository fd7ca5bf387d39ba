import 'server-only'
import { z } from 'zod'
import { hasWords } from '../../review/has-words'
import { columnsOf, instantColumn } from '../columns'
import { database } from '../database'

/** Two sides that a learner has written, in Markdown. */
export type Note = {
  readonly id: string
  readonly front: string
  readonly back: string
  readonly changedAt: Date
  readonly deckId: string | null
  readonly deckName: string | null
}

const columns = z.object({
  id: z.string(),
  front: z.string(),
  back: z.string(),
  changedAt: instantColumn,
  deckId: z.string().nullable(),
})

const row = columns.extend({ deckName: z.string().nullable() })

const select = `SELECT ${columnsOf(columns, 'n')}, d.name AS "deckName"
  FROM "Note" n LEFT JOIN "Deck" d ON d.id = n."deckId"
  WHERE n."userId" = @userId AND n."deletedAt" IS NULL`

/** The note with that id, if it is this user's and not deleted. */
export async function findNote(which: { readonly userId: string; readonly id: string }): Promise<Note | undefined> {
  const { read } = await database()
  const found = read<[typeof which]>(`${select} AND n.id = @id`).get(which)
  return found === undefined ? undefined : row.parse(found)
}

/** The notes of this user among these, by their ids. */
export async function findNotes(userId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Note>> {
  const { read } = await database()
  const which = { userId, ids: JSON.stringify(ids) }
  const rows = read<[typeof which]>(`${select} AND n.id IN (SELECT value FROM json_each(@ids))`).all(which)
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map((note) => [note.id, note]),
  )
}

/** The ids of this user's notes that have all these words on their sides, whatever the case of their letters. */
export async function searchNotes(userId: string, words: string): Promise<ReadonlySet<string>> {
  const { read } = await database()
  const rows = read<[{ userId: string }]>(
    `SELECT id, front, back FROM "Note" WHERE "userId" = @userId AND "deletedAt" IS NULL`,
  ).all({ userId })
  // SQLite's lower() knows no letters beside those of ASCII.
  const found = z.array(columns.pick({ id: true, front: true, back: true })).parse(rows)
  return new Set(found.filter(({ front, back }) => hasWords(`${front} ${back}`, words)).map(({ id }) => id))
}
