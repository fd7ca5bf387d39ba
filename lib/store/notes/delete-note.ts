import 'server-only'
import { toInstantColumn } from '../columns'
import { database } from '../database'

export type DeletedNote =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'refused'; readonly error: 'no such card' | 'busy' }

/** Deletes what is written on a note of this user, for good, and asks its card no more. The log of the card stays. */
export async function deleteNote(which: {
  readonly userId: string
  readonly id: string
  readonly now: Date
}): Promise<DeletedNote> {
  const { writeNow } = await database()
  const note = { userId: which.userId, id: which.id, at: toInstantColumn(which.now) }
  const done = await writeNow((prepare): DeletedNote => {
    const { changes } = prepare<[typeof note]>(
      `UPDATE "Note" SET front = '', back = '', "deckId" = NULL, "changedAt" = @at, "deletedAt" = @at
       WHERE id = @id AND "userId" = @userId AND "deletedAt" IS NULL`,
    ).run(note)
    if (changes === 0) return { kind: 'refused', error: 'no such card' }
    prepare<[typeof note]>(
      `UPDATE "Card" SET "suspendedAt" = coalesce("suspendedAt", @at) WHERE "noteId" = @id AND "userId" = @userId`,
    ).run(note)
    return { kind: 'deleted' }
  })
  return done.kind === 'written' ? done.value : done
}
