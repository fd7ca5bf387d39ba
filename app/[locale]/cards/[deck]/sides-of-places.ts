import type { Say } from '@/lib/i18n/say'
import { findSides } from '@/lib/items/sides'
import { findNotes } from '@/lib/store/notes/note'
import type { Place } from '@/lib/store/review/list-deck'
import { presentNote } from '@/lib/words/present-note'
import { presentSides } from '@/lib/words/present-sides'
import type { PresentedSides } from '@/lib/words/presented-sides'

type Reading = { readonly userId: string | undefined; readonly say: Say }

/** Both sides of the cards at these places, in their order; what nothing stands on any more is left out. */
export async function sidesOfPlaces(
  places: readonly Place[],
  { userId, say }: Reading,
): Promise<readonly PresentedSides[]> {
  const ids = places.flatMap(({ noteId }) => (noteId === null ? [] : [noteId]))
  const notes = userId === undefined || ids.length === 0 ? new Map<string, never>() : await findNotes(userId, ids)
  return places.flatMap(({ factId, noteId }): readonly PresentedSides[] => {
    if (noteId !== null) {
      const note = notes.get(noteId)
      return note === undefined ? [] : [presentNote(say, note)]
    }
    const sides = factId === null ? null : findSides(factId)
    return sides === null ? [] : [presentSides(say, sides)]
  })
}
