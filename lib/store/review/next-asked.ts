import 'server-only'
import type { Waiting } from '../../review/queue'
import { findAimedQueue } from '../plan/aimed-queue'
import { type AskedCard, findAskedCard } from './asked-card'
import type { Card } from './card'
import { type Flip, findFlip } from './flip'
import type { LearnerToday } from './learner'
import { limitsOf } from './limits-of'

/**
 * What is left for today, and the card that is asked next: by an item, or flipped where it is one of the learner's own;
 * undefined where there is none.
 */
export type NextAsked = { readonly waiting: Waiting; readonly asked: AskedCard | Flip | undefined }

/** What this learner is asked next. On a holiday nothing new is begun and nothing is due; steps under way go on. */
export async function findNextAsked(userId: string, learner: LearnerToday, now: Date): Promise<NextAsked> {
  const asking = { userId, now, today: learner.today, ...limitsOf(learner) }
  const { waiting, next } = await findAimedQueue(asking, learner)
  return { waiting, asked: next === null ? undefined : await findAsked(userId, next, { learner, now }) }
}

function findAsked(userId: string, card: Card, at: { readonly learner: LearnerToday; readonly now: Date }) {
  return card.noteId === null ? findAskedCard(card) : findFlip(userId, card, at)
}
