import type { Say } from '@/lib/i18n/say'
import type { Rating } from '@/lib/review/rating'

const ratings = ['again', 'hard', 'good', 'easy'] as const satisfies readonly Rating[]
const plain = [
  'new',
  'sure',
  'sureHint',
  'hint',
  'hinted',
  'notYet',
  'showAnswer',
  'next',
  'done',
  'leech',
  'seeWhy',
  'undo',
  'rate',
] as const
const templates = { left: ['due', 'fresh', 'steps'], rated: ['rating', 'when'] } as const
const refusals = ['no such card', 'withdrawn', 'invalid', 'busy', 'nothing to undo'] as const

/** The words of a review that the browser needs; of a template, the places are filled in by fill.ts. */
export type ReviewTexts = Readonly<Record<(typeof plain)[number] | keyof typeof templates, string>> & {
  readonly ratings: Readonly<Record<Rating, string>>
  readonly refused: Readonly<Record<string, string>>
}

/** The words of a review in one language, for the browser. */
export function reviewTexts(say: Say): ReviewTexts {
  const filled = Object.entries(templates).map(([key, places]) => [
    key,
    say(`review.${key}`, Object.fromEntries(places.map((place) => [place, `{${place}}`]))),
  ])
  return Object.fromEntries([
    ...plain.map((key) => [key, say(`review.${key}`)]),
    ...filled,
    ['ratings', Object.fromEntries(ratings.map((rating) => [rating, say(`review.ratings.${rating}`)]))],
    ['refused', Object.fromEntries(refusals.map((error) => [error, say(`review.refused.${error}`)]))],
  ]) as ReviewTexts
}
