import type { Say } from '@/lib/i18n/say'
import { findSides } from '@/lib/items/sides'
import { findNotes } from '@/lib/store/notes/note'
import type { Place } from '@/lib/store/review/list-deck'
import { presentNote } from '@/lib/words/present-note'
import { presentSides } from '@/lib/words/present-sides'
import type { PresentedSides } from '@/lib/words/presented-sides'

/** As many characters of own cards are set at once: reading Markdown takes up to 9 microseconds for each. */
const mostOwnText = 100_000

type Reading = { readonly userId: string | undefined; readonly say: Say }

/**
 * Both sides of the cards at these places, in their order, as far as the text of the own ones goes; what nothing stands on
 * any more is left out.
 */
export async function sidesOfPlaces(
  places: readonly Place[],
  { userId, say }: Reading,
): Promise<readonly PresentedSides[]> {
  const ids = places.flatMap(({ noteId }) => (noteId === null ? [] : [noteId]))
  const notes = userId === undefined || ids.length === 0 ? new Map<string, never>() : await findNotes(userId, ids)
  let ownText = 0
  return places.flatMap(({ factId, noteId }): readonly PresentedSides[] => {
    if (noteId !== null) {
      const note = notes.get(noteId)
      ownText += note === undefined ? 0 : note.front.length + note.back.length
      return note === undefined || ownText > mostOwnText ? [] : [presentNote(say, note)]
    }
    const sides = factId === null ? null : findSides(factId)
    return sides === null ? [] : [presentSides(say, sides)]
  })
}
