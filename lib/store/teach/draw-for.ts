import 'server-only'
import type { PaperQuestion } from '../../assessment/paper'
import type { Shortage } from '../../assessment/strata'
import { findSoundBody } from '../../items/mark'
import { randomFrom, shuffled } from '../../items/random'
import { type AssignmentSettings, paperBlueprint } from '../../teach/assignment'
import { drawSound } from '../exam/draw-sound'
import type { ExamItem } from '../exam/exam-items'

export type DrawnFor =
  | { readonly kind: 'drawn'; readonly questions: readonly PaperQuestion<ExamItem>[] }
  /** A picked question is in the bank no more, or its key can't be worked out. */
  | { readonly kind: 'missing'; readonly itemId: string }
  | ({ readonly kind: 'short' } & Shortage)

/** What papers are made of: the bank, and the questions that staff of the course have written, by their ids. */
export type Drawable = {
  readonly items: readonly ExamItem[]
  readonly written: ReadonlyMap<string, ExamItem>
}

/** The seed of every showing where options stand alike for all. */
const alike = 1

/**
 * The paper of one student: what is picked, then what is drawn, of other facts than those; in an order of chance where the
 * assignment wants that. The same seed gives the same paper from the same bank.
 */
export function drawFor(
  settings: AssignmentSettings,
  { items, written }: Drawable,
  seed: number,
  avoidItemIds: ReadonlySet<string> = new Set(),
): DrawnFor {
  const byId = new Map(items.map((item) => [item.id, item]))
  const random = randomFrom(seed)
  const picked: PaperQuestion<ExamItem>[] = []
  for (const { itemId, points } of settings.picked) {
    const item = byId.get(itemId)
    if (item === undefined || findSoundBody(item) === null) return { kind: 'missing', itemId }
    picked.push({ item, seed: settings.isShuffled ? Math.floor(random() * 2 ** 31) : alike, points })
  }
  for (const { questionId, points } of settings.questions) {
    const item = written.get(questionId)
    if (item === undefined) return { kind: 'missing', itemId: questionId }
    picked.push({ item, seed: settings.isShuffled ? Math.floor(random() * 2 ** 31) : alike, points })
  }
  if (settings.blueprint === null) return { kind: 'drawn', questions: inOrder(settings, picked, seed) }
  const taken = new Set(picked.map(({ item }) => item.fact))
  const others = items.filter(({ fact }) => !taken.has(fact))
  const drawn = drawSound({ blueprint: paperBlueprint(settings), seed }, others, avoidItemIds)
  if (drawn.kind === 'short') return drawn
  const questions = drawn.questions.map((question) => (settings.isShuffled ? question : { ...question, seed: alike }))
  return { kind: 'drawn', questions: inOrder(settings, [...picked, ...questions], seed) }
}

function inOrder<T>({ isShuffled }: AssignmentSettings, questions: readonly T[], seed: number): readonly T[] {
  return isShuffled ? shuffled(questions, randomFrom(seed + 1)) : questions
}
