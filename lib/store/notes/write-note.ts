import 'server-only'
import { randomUUID } from 'node:crypto'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'

/** The most cards of their own that somebody can have. */
export const mostNotes = 5000

export type Written = {
  readonly userId: string
  readonly front: string
  readonly back: string
  readonly deckId: string | null
  readonly now: Date
}

export type WrittenNote =
  | { readonly kind: 'written'; readonly id: string }
  | { readonly kind: 'refused'; readonly error: 'too many' | 'no such deck' | 'no such card' | 'busy' }

/** Keeps a new note and makes a card of it, which waits behind the new cards that are there. */
export async function addNote(written: Written): Promise<WrittenNote> {
  const { writeNow } = await database()
  const done = await writeNow((prepare) => insertNote(prepare, written))
  return done.kind === 'written' ? done.value : done
}

function insertNote(prepare: Prepare, { userId, front, back, deckId, now }: Written): WrittenNote {
  const count = prepare<[string]>('SELECT count(*) FROM "Note" WHERE "userId" = ? AND "deletedAt" IS NULL').pluck()
  if (Number(count.get(userId)) >= mostNotes) return { kind: 'refused', error: 'too many' }
  if (!isMyDeck(prepare, userId, deckId)) return { kind: 'refused', error: 'no such deck' }
  const note = { id: randomUUID(), userId, front, back, deckId, at: toInstantColumn(now) }
  prepare<[typeof note]>(
    `INSERT INTO "Note" (id, "userId", front, back, "deckId", "createdAt", "changedAt")
     VALUES (@id, @userId, @front, @back, @deckId, @at, @at)`,
  ).run(note)
  const card = { id: randomUUID(), userId, noteId: note.id, at: note.at }
  prepare<[typeof card]>(
    `INSERT INTO "Card" (id, "userId", "noteId", source, "createdAt", rank)
     VALUES (@id, @userId, @noteId, 'note', @at,
       (SELECT coalesce(max(rank), 0) + 1 FROM "Card" WHERE "userId" = @userId AND phase IS NULL))`,
  ).run(card)
  return { kind: 'written', id: note.id }
}

function isMyDeck(prepare: Prepare, userId: string, deckId: string | null): boolean {
  if (deckId === null) return true
  return (
    prepare<[string, string]>('SELECT 1 FROM "Deck" WHERE id = ? AND "userId" = ?').get(deckId, userId) !== undefined
  )
}

/** Puts new words on a note of this user. What is remembered of its card stays. */
export async function changeNote(id: string, { now, ...changed }: Written): Promise<WrittenNote> {
  const { writeNow } = await database()
  const note = { ...changed, id, at: toInstantColumn(now) }
  const done = await writeNow((prepare): WrittenNote => {
    if (!isMyDeck(prepare, note.userId, note.deckId)) return { kind: 'refused', error: 'no such deck' }
    const { changes } = prepare<[typeof note]>(
      `UPDATE "Note" SET front = @front, back = @back, "deckId" = @deckId, "changedAt" = @at
       WHERE id = @id AND "userId" = @userId AND "deletedAt" IS NULL`,
    ).run(note)
    return changes === 0 ? { kind: 'refused', error: 'no such card' } : { kind: 'written', id }
  })
  return done.kind === 'written' ? done.value : done
}
