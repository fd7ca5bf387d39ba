import type { AssignmentSettings, Part, When } from './assignment'

/** What is shown of a try to whose it is. */
export type Shown = Readonly<Record<Part, boolean>>

type Situation = {
  readonly settings: Pick<AssignmentSettings, 'shown'>
  readonly now: number
  /** Whether the try is over; of one that is not, nothing is shown. */
  readonly isFinished: boolean
  /** When it is due for this student, or closes where nothing is due; null where neither. */
  readonly dueAt: number | null
  /** When it was released; null before. */
  readonly releasedAt: number | null
}

/**
 * What a student is shown of a try. Where no time is due, "after due" waits for the release. Why a key is right tells the
 * key, and a key beside the own answer tells whether that was right: a part is shown only with those that it tells.
 */
export function shownTo({ settings, now, isFinished, dueAt, releasedAt }: Situation): Shown {
  const isReleased = releasedAt !== null && now >= releasedAt
  const isOpen = (when: When) => {
    if (!isFinished || when === 'never') return false
    if (when === 'at once' || isReleased) return true
    return when === 'after due' && dueAt !== null && now >= dueAt
  }
  const score = isOpen(settings.shown.score)
  const answers = score && isOpen(settings.shown.answers)
  const key = answers && isOpen(settings.shown.key)
  return { score, answers, key, explanation: key && isOpen(settings.shown.explanation) }
}
