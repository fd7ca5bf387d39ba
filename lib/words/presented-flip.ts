import type { Rating } from '../review/rating'
import type { PresentedSides } from './presented-sides'

/** A card to flip, as a browser gets it. */
export type PresentedFlip = {
  readonly kind: 'flip'
  readonly card: string
  readonly isNew: boolean
  readonly sides: PresentedSides
  /** When it comes back by each rating. */
  readonly comesBack: Readonly<Record<Rating, string>>
}
