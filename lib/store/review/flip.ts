import 'server-only'
import { findSides, type Sides } from '../../items/sides'
import type { Deck } from '../../review/deck'
import type { Memory } from '../../review/memory'
import type { Waiting } from '../../review/queue'
import type { Rating } from '../../review/rating'
import { findNote, type Note } from '../notes/note'
import { findAimedQueue } from '../plan/aimed-queue'
import type { Card } from './card'
import type { LearnerToday } from './learner'
import { limitsOf } from './limits-of'
import { siblingsOf } from './siblings-of'

/** A card as it is flipped: what stands on it, and what each rating would lead to. */
export type Flip = {
  readonly kind: 'flip'
  readonly card: Card
  readonly about: { readonly kind: 'fact'; readonly sides: Sides } | { readonly kind: 'note'; readonly note: Note }
  readonly after: Readonly<Record<Rating, Memory>>
}

/** A card of this user with its two sides; undefined where nothing stands on it any more. */
export async function findFlip(
  userId: string,
  card: Card,
  { learner, now }: { readonly learner: LearnerToday; readonly now: Date },
): Promise<Flip | undefined> {
  const about = await findAbout(userId, card)
  if (about === undefined) return undefined
  const after = learner.scheduler.preview(card.memory, { atMs: now.getTime(), day: learner.today })
  return { kind: 'flip', card, about, after }
}

async function findAbout(userId: string, { factId, noteId }: Card): Promise<Flip['about'] | undefined> {
  if (noteId !== null) {
    const note = await findNote({ userId, id: noteId })
    return note === undefined ? undefined : { kind: 'note', note }
  }
  const sides = factId === null ? null : findSides(factId)
  return sides === null ? undefined : { kind: 'fact', sides }
}

/** What is left of a deck for today, and the card that is flipped next; undefined where there is none. */
export type NextFlip = { readonly waiting: Waiting; readonly flip: Flip | undefined }

type Flipping = {
  readonly userId: string
  readonly learner: LearnerToday
  readonly now: Date
  readonly deck: Deck
  /** The card that is being looked at while the one after it is fetched. */
  readonly onScreen: Card | null
}

/** What this learner flips next in a deck, in the order and within the limits of their reviews, or of the plan towards their exam. */
export async function findNextFlip({ userId, learner, now, deck, onScreen }: Flipping): Promise<NextFlip> {
  const asking = { userId, now, today: learner.today, ...limitsOf(learner), deck }
  const { waiting } = await findAimedQueue(asking, learner)
  const siblings = onScreen?.factId == null ? [] : await siblingsOf(onScreen.factId)
  const { next } = await findAimedQueue(
    { ...asking, onScreen: onScreen === null ? null : { card: onScreen, siblings } },
    learner,
  )
  return { waiting, flip: next === null ? undefined : await findFlip(userId, next, { learner, now }) }
}
