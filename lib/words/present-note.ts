import type { Say } from '../i18n/say'
import { readMarkdown } from './markdown'
import { presentVerdicts } from './present-verdicts'
import type { PresentedSides, PresentedVerdict } from './presented-sides'

/** A learner's own two sides. */
export type NoteToShow = { readonly front: string; readonly back: string; readonly deckName: string | null }

/** A learner's own card, with a warning for each claim on it that the machine does not agree with. */
export function presentNote(say: Say, note: NoteToShow): Extract<PresentedSides, { kind: 'note' }> {
  return {
    kind: 'note',
    deck: note.deckName,
    front: readMarkdown(note.front),
    back: readMarkdown(note.back),
    warnings: verdictsOn(say, note).filter(({ kind }) => kind === 'fails'),
  }
}

/** What the machine says to every claim on either side. */
export function verdictsOn(say: Say, { front, back }: Pick<NoteToShow, 'front' | 'back'>): readonly PresentedVerdict[] {
  return [...presentVerdicts(say, front), ...presentVerdicts(say, back)]
}
