/** What there is to do today, in numbers. */
export type Waiting = {
  /** Cards in (re)learning steps whose instant has come. */
  readonly steps: number
  /** Cards due today or before, within what is left of the day's limit. */
  readonly due: number
  /** New cards within what is left of the day's limit. */
  readonly fresh: number
  /** Cards in steps whose instant comes within the next minutes. */
  readonly soon: number
}

/** What was done today already. */
export type DoneToday = { readonly ripe: number; readonly fresh: number }

export type Turn = 'step' | 'due' | 'fresh' | 'soon' | 'nothing'

/** How far ahead a step may be taken when nothing else is left, as in Anki. */
export const aheadMs = 20 * 60_000

/**
 * Whose turn it is: steps as soon as their instant has come; due and new cards mixed in the proportion in which the day
 * has them, so that the new ones neither crowd out the reviews nor wait for the end; at last the steps that are near.
 */
export function nextTurn({ steps, due, fresh, soon }: Waiting, done: DoneToday): Turn {
  if (steps > 0) return 'step'
  if (due > 0 && fresh > 0) {
    const ofDue = done.ripe / (done.ripe + due)
    const ofFresh = done.fresh / (done.fresh + fresh)
    return ofFresh < ofDue ? 'fresh' : 'due'
  }
  if (due > 0) return 'due'
  if (fresh > 0) return 'fresh'
  return soon > 0 ? 'soon' : 'nothing'
}
