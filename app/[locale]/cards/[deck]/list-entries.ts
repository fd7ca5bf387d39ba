import type { Locale } from '@/lib/i18n/routing'
import type { Say } from '@/lib/i18n/say'
import { type CardState, cardStateOf } from '@/lib/review/card-state'
import type { Day } from '@/lib/review/day'
import { hasWords } from '@/lib/review/has-words'
import { findNotes, searchNotes } from '@/lib/store/notes/note'
import type { Place } from '@/lib/store/review/list-deck'
import { cardLines } from '@/lib/words/card-lines'
import { firstLine } from '@/lib/words/markdown'
import { verdictsOn } from '@/lib/words/present-note'

export type Found = Place & { readonly state: CardState }

type Wanted = {
  readonly userId: string | undefined
  readonly say: Say
  readonly locale: Locale
  readonly query: string
  readonly show: CardState | 'all'
  readonly now: Date
  readonly today: Day
}

/** The places of a deck that have the words searched for on either side, and stand where is asked. */
export async function findPlaces(places: readonly Place[], wanted: Wanted): Promise<readonly Found[]> {
  const { userId, say, locale, show, now, today } = wanted
  const query = wanted.query.trim()
  const notes = query === '' || userId === undefined ? new Set<string>() : await searchNotes(userId, query)
  const has = ({ factId, noteId }: Place) =>
    noteId === null ? hasWords(cardLines(say, locale, factId ?? '')?.all ?? '', query) : notes.has(noteId)
  return places
    .filter((place) => query === '' || has(place))
    .map((place) => ({ ...place, state: cardStateOf(place.card, now.getTime(), today) }))
    .filter(({ state }) => show === 'all' || state === show)
}

/** A card in a list: a line for each side. */
export type Entry = Found & {
  readonly front: string
  readonly back: string
  /** A learner's own text is shown as it stands; that of a fact marks the words of the protocol. */
  readonly isOwn: boolean
  readonly warned: boolean
}

/** The words of these places, which are those of one page. */
export async function listEntries(
  found: readonly Found[],
  { userId, say, locale }: Pick<Wanted, 'userId' | 'say' | 'locale'>,
): Promise<readonly Entry[]> {
  const ids = found.flatMap(({ noteId }) => (noteId === null ? [] : [noteId]))
  const notes = userId === undefined || ids.length === 0 ? new Map<string, never>() : await findNotes(userId, ids)
  return found.flatMap((place): readonly Entry[] => {
    if (place.noteId === null) {
      const words = cardLines(say, locale, place.factId ?? '')
      return words === null ? [] : [{ ...place, front: words.front, back: words.back, isOwn: false, warned: false }]
    }
    const note = notes.get(place.noteId)
    if (note === undefined) return []
    const [front, back] = [firstLine(note.front, 160), firstLine(note.back, 160)]
    return [{ ...place, front, back, isOwn: true, warned: verdictsOn(say, note).some(({ kind }) => kind === 'fails') }]
  })
}
