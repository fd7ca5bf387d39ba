import type { Say } from '../i18n/say'
import type { Memory } from '../review/memory'
import type { Rating } from '../review/rating'

/** When a card comes back, in words: in minutes, hours or days, from when it was answered. */
export function comesBack(say: Say, { due, lastAtMs, lastDay }: Memory): string {
  if (due.kind === 'on') return say('review.inDays', { days: due.day - lastDay })
  return comesBackIn(say, due.atMs - lastAtMs)
}

/** When a card comes back, this many milliseconds from now, in minutes or hours. */
export function comesBackIn(say: Say, ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  return minutes < 60
    ? say('review.inMinutes', { minutes })
    : say('review.inHours', { hours: Math.round(minutes / 60) })
}

/** When a card comes back, this many days from today. */
export function comesBackOn(say: Say, days: number): string {
  return say('review.inDays', { days })
}

/** When a card comes back by each rating. */
export function comesBackByRating(say: Say, after: Readonly<Record<Rating, Memory>>): Readonly<Record<Rating, string>> {
  const { again, hard, good, easy } = after
  return {
    again: comesBack(say, again),
    hard: comesBack(say, hard),
    good: comesBack(say, good),
    easy: comesBack(say, easy),
  }
}
