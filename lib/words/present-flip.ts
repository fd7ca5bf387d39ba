import type { Say } from '../i18n/say'
import type { Sides } from '../items/sides'
import type { Memory } from '../review/memory'
import type { Rating } from '../review/rating'
import { comesBackByRating } from './come-back'
import { type NoteToShow, presentNote } from './present-note'
import { presentSides } from './present-sides'
import type { PresentedFlip } from './presented-flip'

/** A card with its two sides, as the store finds it. */
export type FlipToShow = {
  readonly kind: 'flip'
  readonly card: { readonly id: string; readonly memory: Memory | null }
  readonly about:
    | { readonly kind: 'fact'; readonly sides: Sides }
    | { readonly kind: 'note'; readonly note: NoteToShow }
  readonly after: Readonly<Record<Rating, Memory>>
}

/** A card to flip, with when it comes back by each rating. */
export function presentFlip(say: Say, { card, about, after }: FlipToShow): PresentedFlip {
  return {
    kind: 'flip',
    card: card.id,
    isNew: card.memory === null,
    sides: about.kind === 'fact' ? presentSides(say, about.sides) : presentNote(say, about.note),
    comesBack: comesBackByRating(say, after),
  }
}
