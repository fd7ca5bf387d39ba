import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { toInstantColumn } from '../columns'
import { database } from '../database'
import type { Prepare } from '../sqlite/statements'

/** The most decks of their own that somebody can have. */
const mostDecks = 200

/** A deck of a learner's own. */
export type OwnDeck = { readonly id: string; readonly name: string; readonly count: number }

const row = z.object({ id: z.string(), name: z.string(), count: z.number() })

const select = `SELECT d.id, d.name,
  (SELECT count(*) FROM "Note" n WHERE n."deckId" = d.id AND n."userId" = @userId AND n."deletedAt" IS NULL) AS count
  FROM "Deck" d WHERE d."userId" = @userId`

/** The decks of this user's own, by their names. */
export async function listDecks(userId: string): Promise<readonly OwnDeck[]> {
  const { read } = await database()
  return z.array(row).parse(read<[{ userId: string }]>(`${select} ORDER BY d.name, d.id`).all({ userId }))
}

/** The deck with that id, if it is this user's. */
export async function findDeck(which: { readonly userId: string; readonly id: string }): Promise<OwnDeck | undefined> {
  const { read } = await database()
  const found = read<[typeof which]>(`${select} AND d.id = @id`).get(which)
  return found === undefined ? undefined : row.parse(found)
}

export type KeptDeck =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'refused'; readonly error: 'taken' | 'too many' | 'no such deck' | 'busy' }

type Named = { readonly userId: string; readonly name: string; readonly now: Date }

/** Makes a deck. Nobody has two of one name. */
export async function addDeck({ userId, name, now }: Named): Promise<KeptDeck> {
  const { writeNow } = await database()
  const deck = { id: randomUUID(), userId, name, at: toInstantColumn(now) }
  const done = await writeNow((prepare): KeptDeck => {
    const count = prepare<[string]>('SELECT count(*) FROM "Deck" WHERE "userId" = ?').pluck()
    if (Number(count.get(userId)) >= mostDecks) return { kind: 'refused', error: 'too many' }
    if (isTaken(prepare, deck)) return { kind: 'refused', error: 'taken' }
    prepare<[typeof deck]>(
      'INSERT INTO "Deck" (id, "userId", name, "createdAt") VALUES (@id, @userId, @name, @at)',
    ).run(deck)
    return { kind: 'kept', id: deck.id }
  })
  return done.kind === 'written' ? done.value : done
}

/** Gives a deck of this user another name. */
export async function renameDeck(deck: {
  readonly userId: string
  readonly id: string
  readonly name: string
}): Promise<KeptDeck> {
  const { writeNow } = await database()
  const done = await writeNow((prepare): KeptDeck => {
    if (isTaken(prepare, deck)) return { kind: 'refused', error: 'taken' }
    const update = prepare<[typeof deck]>('UPDATE "Deck" SET name = @name WHERE id = @id AND "userId" = @userId')
    return update.run(deck).changes === 0 ? { kind: 'refused', error: 'no such deck' } : { kind: 'kept', id: deck.id }
  })
  return done.kind === 'written' ? done.value : done
}

function isTaken(prepare: Prepare, deck: { userId: string; id: string; name: string }): boolean {
  return (
    prepare<[typeof deck]>('SELECT 1 FROM "Deck" WHERE "userId" = @userId AND name = @name AND id <> @id').get(deck) !==
    undefined
  )
}

/** Deletes a deck of this user; its notes stay and lie in no deck. */
export async function deleteDeck(deck: { readonly userId: string; readonly id: string }): Promise<KeptDeck> {
  const { writeNow } = await database()
  const done = await writeNow((prepare): KeptDeck => {
    prepare<[typeof deck]>('UPDATE "Note" SET "deckId" = NULL WHERE "deckId" = @id AND "userId" = @userId').run(deck)
    const { changes } = prepare<[typeof deck]>('DELETE FROM "Deck" WHERE id = @id AND "userId" = @userId').run(deck)
    return changes === 0 ? { kind: 'refused', error: 'no such deck' } : { kind: 'kept', id: deck.id }
  })
  return done.kind === 'written' ? done.value : done
}
